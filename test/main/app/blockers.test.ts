import { expect, test } from 'vitest';
import { blockersOf } from '../../../main/app/blockers.ts';
import { appRig } from './rig.ts';

test('signed in and connected, nothing keeps a report but the time in which it can be taken back', async () => {
  const { core, checkIn } = await appRig({ undoSeconds: 10 });
  await checkIn();
  const { isUndoable, ...others } = blockersOf(core);
  expect(others).toEqual({ signedIn: true, offline: false, between: false, rush: false });
  const reportId = core.mine[0]?.pairs[0]?.checkIn.id ?? '';
  expect(isUndoable(reportId)).toBe(true);
  core.endUndo();
  expect(blockersOf(core).isUndoable(reportId)).toBe(false);
});

test('signed out, that keeps them all', async () => {
  const { core, send } = await appRig();
  await send('session:sign-out', null);
  expect(blockersOf(core).signedIn).toBe(false);
});
