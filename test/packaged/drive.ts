// Runs end-to-end tests against the package under dist/, from its archive: `npm run package:try -- start.spec undo.spec`,
// visit.spec where none is named, and all of them by `npm run package:try -- --all` (in parts with `--shard=1/4`). A package
// refuses a driver: build/package/driven.ts says in which it differs.
import { join } from 'node:path';
import { makeDriven } from '../../build/package/driven.ts';
import { findPackage } from '../../build/package/find.ts';
import { root } from '../../build/setup/run.mjs';
import { runThrough } from '../../build/test/run-through.ts';

const ALL = '--all';
const named = process.argv.slice(2);
const chosen = named.length > 0 ? named.filter((each) => each !== ALL) : ['visit.spec'];
process.env.ONSITE_E2E_PROGRAM = await makeDriven(findPackage(), join(root, 'dist/driven'));
const cli = join(root, 'node_modules/@playwright/test/cli.js');
process.exitCode = await runThrough(process.execPath, [cli, 'test', ...chosen]);
