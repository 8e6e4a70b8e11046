import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publisherOf } from '../../../main/platform/update-publisher.ts';
import { signatureOf } from '../../../main/platform/update-signature.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const truth = { url: 'onsite_0.2.0_amd64.deb', sha512: 'A'.repeat(86) };
const signed = { ...truth, size: 1, signature: signatureOf({ ...truth, version: '0.2.0' }, privateKey) };

let resources: string;
beforeEach(() => {
  resources = mkdtempSync(join(tmpdir(), 'onsite-publisher-'));
});
afterEach(() => rmSync(resources, { recursive: true }));

describe.each(['deb', 'rpm', 'AppImage'] as const)('a package of Linux, %s,', (kind) => {
  it('takes what its publisher signed, as that version and by that name', () => {
    writeFileSync(join(resources, 'update-key.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
    const vouches = publisherOf(kind, resources);
    expect(vouches('0.2.0', signed)).toBe(true);
    expect(vouches('0.3.0', signed)).toBe(false);
    expect(vouches('0.2.0', { ...signed, url: 'other.deb' })).toBe(false);
    expect(vouches('0.2.0', { ...signed, sha512: 'B'.repeat(86) })).toBe(false);
    expect(vouches('0.2.0', { ...signed, signature: undefined })).toBe(false);
  });

  it('takes nothing where it was made without a key', () => {
    expect(publisherOf(kind, resources)('0.2.0', signed)).toBe(false);
  });
});

it('a package of Windows takes updates where it names its publisher', () => {
  expect(publisherOf('nsis', resources)('0.2.0', signed)).toBe(false);
  writeFileSync(join(resources, 'app-update.yml'), 'provider: generic\n');
  expect(publisherOf('nsis', resources)('0.2.0', signed)).toBe(false);
  writeFileSync(join(resources, 'app-update.yml'), 'publisherName:\n  - The OnSite authors\n');
  expect(publisherOf('nsis', resources)('0.2.0', signed)).toBe(true);
});

it('macOS checks by itself', () => {
  expect(publisherOf('mac', resources)('0.2.0', { ...signed, signature: undefined })).toBe(true);
});
