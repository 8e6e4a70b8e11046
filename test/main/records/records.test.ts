import { describe, expect, test } from 'vitest';
import { addCheckInElsewhere } from '../../sandbox/control-edits.ts';
import { appRig, MAIN_STREET, until } from '../app/rig.ts';

const LEFT = { primaryStatus: 'Completed', extendedStatus: '', resolution: 'New belt', at: null } as const;

describe('what ServiceChannel holds', () => {
  test('an open check-in made elsewhere is offered after the sign-in, and forgotten after signing out', async () => {
    const { core, sandbox, system, signIn, snapshot, send } = await appRig({ workdays: [] });
    const userId = core.session.person?.userId ?? 0;
    const timeIn = new Date(system.now() - 3_600_000).toISOString();
    addCheckInElsewhere(sandbox.sandbox, { workOrderId: MAIN_STREET, userId, timeIn });
    await signIn();
    await until(async () => (await snapshot()).elsewhere.length === 1);
    await send('session:sign-out', null);
    expect((await snapshot()).elsewhere).toEqual([]);
  });

  test('an order is looked up with its first check-in, and its status from before is kept with the visit', async () => {
    const { core, checkIn, sandbox } = await appRig({ workdays: [] });
    const order = sandbox.sandbox.state.workOrders.find(({ id }) => id === MAIN_STREET);
    const before = order?.status.primary;
    await checkIn();
    await until(() => core.mine[0]?.statusBefore != null);
    expect(core.mine[0]?.statusBefore?.primary).toBe(before);
  });

  test('the receipt of the last visit is its user’s alone, and goes when the next visit begins', async () => {
    const { send, snapshot, checkIn, system, signIn } = await appRig({ workdays: [] });
    await checkIn();
    system.pass(3_600_000);
    const visitId = (await snapshot()).current?.id ?? '';
    await send('visit:check-out', { visitId, ...LEFT });
    await until(async () => (await snapshot()).receipt?.visitId === visitId);
    await send('session:sign-out', null);
    expect((await snapshot()).receipt).toBeNull();
    await signIn();
    expect((await snapshot()).receipt?.visitId).toBe(visitId);
    await checkIn();
    expect((await snapshot()).receipt).toBeNull();
  });
});

test('at rest nothing is asked: from a recorded visit to the end of the day no request is made', async () => {
  const { send, snapshot, checkIn, system, sandbox, shown } = await appRig({ workdays: [] });
  await checkIn();
  system.pass(3_600_000);
  const visitId = (await snapshot()).current?.id ?? '';
  await send('visit:check-out', { visitId, ...LEFT });
  await until(async () => (await snapshot()).receipt?.visitId === visitId);
  const before = sandbox.sandbox.requests.length;
  for (let minute = 0; minute < 7 * 60; minute += 1) system.pass(60_000);
  await shown();
  // A request that had been begun would have come before these: a new token, and the profile.
  await send('settings:check-connection', null);
  expect(sandbox.sandbox.requests).toHaveLength(before + 2);
});
