// Does a visit in the packaged app under dist/, from its archive and with its fuses as they are shipped, by tray and keys
// alone: a driver would need the debugger that a package refuses. Needs a desktop: `npm run package:try`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { findPackage } from '../../build/package/find.ts';
import { readFuses, wrongFuses } from '../../build/package/fuses.ts';
import { pressKey, typeText } from '../e2e/keyboard-and-pointer.ts';
import { givePolicy } from '../e2e/policy.ts';
import { chooseFromTray } from '../e2e/tray.ts';
import { startSandbox } from '../sandbox/server.ts';
import { PATIENCE, Program } from './program.ts';

const WORK_ORDER = 107_002_896;

const { binary } = findPackage();
const folder = mkdtempSync(join(tmpdir(), 'onsite-packaged-'));
const sandbox = await startSandbox({ config: { tokenIntervalSeconds: 0 } });
const program = new Program(binary, join(folder, 'data'), givePolicy(folder, sandbox));

const recorded = (open: readonly boolean[]) =>
  expect
    .poll(
      () =>
        sandbox.sandbox.state.activities
          .filter(({ workOrderId }) => workOrderId === WORK_ORDER)
          .map(({ timeOut }) => timeOut === null),
      PATIENCE,
    )
    .toEqual(open);

async function walk(): Promise<void> {
  expect(wrongFuses(await readFuses(binary))).toEqual([]);
  await program.start();
  await program.openPopup();
  await program.typeSignIn();
  await program.showsForm(sandbox);
  await typeText(String(WORK_ORDER));
  await pressKey('Return');
  await recorded([true]);
  await program.says(`On site · ${WORK_ORDER}`);
  await chooseFromTray(program.pid, 'Pause');
  await recorded([false]);
  await program.end();
  // The record is found again by the next start, and by its icon.
  await program.start();
  await program.says(`Paused · ${WORK_ORDER}`);
  await chooseFromTray(program.pid, 'Resume');
  await recorded([false, true]);
}

try {
  await walk();
} finally {
  await program.end();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`The packaged app did a visit from its archive, its fuses as shipped: ${binary}`);
