import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../../main/visit/time.ts';
import { appRig, MAIN_STREET, until } from './rig.ts';

/** On site since nine hours, without a sign of use since; ServiceChannel checked out after five. */
async function checkedOut() {
  const app = await appRig({ workdays: [], idleMinutes: 0 });
  await app.checkIn();
  await until(() => app.core.mine[0]?.pairs[0]?.checkIn.delivery.state === 'recorded');
  const { activities } = app.sandbox.sandbox.state;
  const [activity] = activities;
  if (!activity) throw new Error('no check-in is on the record');
  activity.timeOut = activity.timeIn + 5 * HOUR;
  const reads = () =>
    app.sandbox.sandbox.requests.filter(({ path }) => path.includes('workactivities')).length;
  const visitId = app.core.mine[0]?.id ?? '';
  const asked = async () => (await app.snapshot()).checkedOut;
  return { ...app, activities, closedAt: activity.timeOut, visitId, asked, reads };
}

test('waking finds out that ServiceChannel checked out; somebody who was still there is checked in from then', async () => {
  const { desktop, system, asked, closedAt, send, visitId, activities, core } = await checkedOut();
  system.pass(9 * HOUR);
  expect(await asked()).toBeNull();
  desktop.power.told.tell({ type: 'wake' });
  await until(async () => (await asked()) !== null);
  expect(await asked()).toMatchObject({ workOrderId: MAIN_STREET, at: { ms: closedAt } });
  expect(await send('checked-out:still-here', { visitId })).toEqual({ ok: true, value: null });
  expect(await asked()).toBeNull();
  await until(() => activities.length === 2);
  expect(activities[1]).toMatchObject({ timeIn: closedAt, timeOut: null });
  await until(() => core.mine[0]?.pairs[1]?.checkIn.delivery.state === 'recorded');
  expect(core.mine[0]?.pairs).toHaveLength(2);
});

test('a first use after hours finds it out; somebody who left then has nothing to send', async () => {
  const { desktop, system, asked, send, visitId, activities, sandbox, snapshot } = await checkedOut();
  desktop.idleMs = 0;
  const reported = sandbox.sandbox.reports.length;
  // No look of the app's own falls into these hours: the computer slept through them.
  system.pass(9 * HOUR);
  await until(async () => {
    system.pass(MINUTE);
    return (await asked()) !== null;
  });
  expect(await send('checked-out:left-then', { visitId })).toEqual({ ok: true, value: null });
  expect((await snapshot()).current).toBeNull();
  expect([sandbox.sandbox.reports.length, activities.length]).toEqual([reported, 1]);
});

test('a check-out hours after the check-in is preceded by a read, one soon after it is not', async () => {
  const { system, send, asked, reads } = await checkedOut();
  const before = reads();
  system.pass(HOUR);
  await send('checked-out:leaving', null);
  expect(reads()).toBe(before);
  system.pass(8 * HOUR);
  await send('checked-out:leaving', null);
  await until(async () => (await asked()) !== null);
});

test('an answer to a question that is gone is told so', async () => {
  const { send, visitId } = await checkedOut();
  expect(await send('checked-out:left-then', { visitId })).toEqual({
    ok: false,
    error: { code: 'rule', fault: { reason: 'not-now' } },
  });
});
