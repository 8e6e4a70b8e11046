#!/usr/bin/env bash
# The dmg and the zip for both kinds of Mac: keytar is compiled for each and joined, SQLite has a prebuilt one for each.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
built=node_modules/keytar/build/Release/keytar.node
parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT
for arch in x64 arm64; do
  (cd node_modules/keytar && npx --yes node-gyp rebuild "--arch=$arch")
  cp "$built" "$parts/$arch.node"
done
lipo -create "$parts/x64.node" "$parts/arm64.node" -output "$built"
npx electron-builder --mac --universal --publish never
