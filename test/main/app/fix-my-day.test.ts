import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../../main/visit/time.ts';
import { appRig, MAIN_STREET, until } from './rig.ts';
import { given } from './support.ts';

type Rig = Awaited<ReturnType<typeof appRig>>;

/** On site from two hours ago until one hour ago with that many technicians, all of it recorded. */
async function worked(rig: Rig, technicians = '1') {
  const workOrder = String(MAIN_STREET);
  await rig.send('visit:check-in', { workOrder, technicians, workTypeId: 1, at: null });
  rig.system.pass(60 * MINUTE);
  const { current } = await rig.snapshot();
  const choice = { primaryStatus: 'InProgress', extendedStatus: '', resolution: '' } as const;
  await rig.send('visit:check-out', { visitId: current?.id ?? '', at: null, ...choice });
  await recorded(rig);
  rig.system.pass(60 * MINUTE);
  const [pair] = await pairs(rig);
  if (!pair?.checkOut) throw new Error('no pair');
  return { pairId: pair.pairId, from: pair.checkIn.ms, until: pair.checkOut.ms };
}

const recorded = (rig: Rig) => until(async () => (await rig.snapshot()).delivery.kind === 'recorded');
const week = async (rig: Rig) => given(await rig.send('timesheet:week', { at: null }));
const pairs = async (rig: Rig) => (await week(rig)).pairs;
const held = (rig: Rig) =>
  rig.sandbox.sandbox.state.activities
    .filter(({ workOrderId }) => workOrderId === MAIN_STREET)
    .map(({ timeIn, timeOut, techsCount }) => ({ timeIn, timeOut, techsCount }));

describe('a day that is put right', () => {
  test('the record gets the new times in one correction', async () => {
    const rig = await appRig();
    const { pairId, from, until: to } = await worked(rig);
    const times = { from: from + 5 * MINUTE, until: to - 10 * MINUTE };
    expect(await rig.send('timesheet:edit', { pairId, ...times })).toEqual({ ok: true, value: null });
    await recorded(rig);
    expect(held(rig)).toEqual([{ timeIn: times.from, timeOut: times.until, techsCount: 1 }]);
    expect(rig.sandbox.sandbox.reports.map(({ kind }) => kind)).toEqual([
      'check-in',
      'check-out',
      'activity-changed',
    ]);
    expect(await pairs(rig)).toMatchObject([{ state: 'recorded', length: 45 * MINUTE }]);
  });

  test('a break keeps the crew of both parts', async () => {
    const rig = await appRig();
    const { pairId, from, until: to } = await worked(rig, '2');
    const rest = { from: from + 20 * MINUTE, until: from + 30 * MINUTE };
    expect(await rig.send('timesheet:break', { pairId, ...rest })).toEqual({ ok: true, value: null });
    await recorded(rig);
    expect(held(rig)).toEqual([
      { timeIn: from, timeOut: rest.from, techsCount: 2 },
      { timeIn: rest.until, timeOut: to, techsCount: 2 },
    ]);
    expect((await pairs(rig)).map(({ leftAs }) => leftAs)).toEqual(['InProgress', 'InProgress']);
  });

  test('a visit that nobody checked in for is reported as a pair, before what came later', async () => {
    const rig = await appRig();
    const { from } = await worked(rig);
    const times = { from: from - 90 * MINUTE, until: from - 30 * MINUTE };
    const request = {
      workOrder: String(MAIN_STREET),
      technicians: '2',
      workTypeId: 1,
      primaryStatus: 'InProgress',
      extendedStatus: '',
      resolution: '',
    } as const;
    expect(await rig.send('timesheet:add-visit', { ...request, ...times })).toEqual({
      ok: true,
      value: null,
    });
    await recorded(rig);
    expect(held(rig)).toContainEqual({ timeIn: times.from, timeOut: times.until, techsCount: 2 });
    expect(await rig.send('timesheet:add-visit', { ...request, ...times })).toMatchObject({
      ok: false,
      error: { code: 'rule', fault: { reason: 'elsewhere-then' } },
    });
    expect(await rig.send('timesheet:add-visit', { ...request, workOrder: 'x', ...times })).toMatchObject({
      error: { code: 'work-order' },
    });
  });

  test.each([
    ['the end', 0, -18],
    ['the beginning', 18, 0],
    ['both', -25, 18],
  ])(
    'a record whose %s somebody moved is put right by saving the times that stand here',
    async (_, fromBy, toBy) => {
      const rig = await appRig();
      const { pairId, from, until: to } = await worked(rig);
      const [activity] = rig.sandbox.sandbox.state.activities;
      if (activity) Object.assign(activity, { timeIn: from + fromBy * MINUTE, timeOut: to + toBy * MINUTE });
      await rig.send('timesheet:compare', { at: rig.system.now() });
      const minutes = Math.max(Math.abs(fromBy), Math.abs(toBy), Math.abs(toBy - fromBy));
      const { days, differences } = await week(rig);
      expect(days).toContainEqual(
        expect.objectContaining({ record: { kind: 'differs', minutes, standsOut: true } }),
      );
      expect(differences).toMatchObject([{ pairId, there: { from: from + fromBy * MINUTE } }]);
      expect(await rig.send('timesheet:edit', { pairId, from, until: to })).toEqual({
        ok: true,
        value: null,
      });
      await recorded(rig);
      expect(held(rig)).toEqual([{ timeIn: from, timeOut: to, techsCount: 1 }]);
      expect(await pairs(rig)).toMatchObject([
        { state: 'recorded', trail: [{ from: from + fromBy * MINUTE, until: to + toBy * MINUTE }] },
      ]);
      rig.system.pass(2 * MINUTE);
      await rig.send('timesheet:compare', { at: rig.system.now() });
      expect((await week(rig)).differences).toEqual([]);
    },
  );

  test('a client’s own minutes of Settings decide which difference stands out', async () => {
    const rig = await appRig();
    await worked(rig);
    const [activity] = rig.sandbox.sandbox.state.activities;
    if (activity?.timeOut) activity.timeOut -= 18 * MINUTE;
    await rig.send('timesheet:compare', { at: rig.system.now() });
    expect((await week(rig)).differences).toMatchObject([{ standsOut: true, disputeMinutes: 15 }]);
    await until(async () => (await rig.send('settings:clients', null)).length === 1);
    const [client] = await rig.send('settings:clients', null);
    expect(client?.name).toBe('Northwind Stores');
    const value = [{ subscriberId: 0, name: '', ...client, minutes: 20 }];
    expect(await rig.send('settings:set', { key: 'clientDisputeMinutes', value })).toMatchObject({
      ok: true,
    });
    expect((await week(rig)).differences).toMatchObject([{ standsOut: false, disputeMinutes: 20 }]);
  });

  test('a record that somebody moved gets other times and a break, found by the times that it has', async () => {
    const rig = await appRig();
    const { pairId, from, until: to } = await worked(rig);
    const [activity] = rig.sandbox.sandbox.state.activities;
    if (activity) activity.timeIn = from + 20 * MINUTE;
    await rig.send('timesheet:compare', { at: rig.system.now() });
    const rest = { from: from + 30 * MINUTE, until: from + 40 * MINUTE };
    expect(await rig.send('timesheet:break', { pairId, ...rest })).toEqual({ ok: true, value: null });
    await recorded(rig);
    expect(held(rig)).toEqual([
      { timeIn: from, timeOut: rest.from, techsCount: 1 },
      { timeIn: rest.until, timeOut: to, techsCount: 1 },
    ]);
  });

  test('another stay of the same order is never corrected in a pair’s place', async () => {
    const rig = await appRig();
    const { pairId, from, until: to } = await worked(rig);
    const [activity] = rig.sandbox.sandbox.state.activities;
    const other = { timeIn: from - 90 * MINUTE, timeOut: from - 30 * MINUTE };
    if (activity) Object.assign(activity, other);
    await rig.send('timesheet:compare', { at: rig.system.now() });
    expect((await week(rig)).differences).toMatchObject([{ pairId: null }]);
    await rig.send('timesheet:edit', { pairId, from: from + 5 * MINUTE, until: to });
    await until(async () => (await rig.snapshot()).problems.length === 1);
    expect(held(rig)).toMatchObject([other]);
  });

  test('times that are saved as they are send nothing where the record matches', async () => {
    const rig = await appRig();
    const { pairId, from, until: to } = await worked(rig);
    await rig.send('timesheet:compare', { at: rig.system.now() });
    const { length } = rig.sandbox.sandbox.reports;
    await rig.send('timesheet:edit', { pairId, from, until: to });
    await recorded(rig);
    expect(rig.sandbox.sandbox.reports).toHaveLength(length);
    expect(await pairs(rig)).toMatchObject([{ state: 'recorded', trail: [] }]);
  });

  test('a correction of what somebody moved that is given up leaves the pair as it is here', async () => {
    const rig = await appRig();
    const { pairId, from, until: to } = await worked(rig);
    const { activities, workOrders } = rig.sandbox.sandbox.state;
    for (const each of activities) each.timeIn = from + 20 * MINUTE;
    for (const order of workOrders) order.status = { primary: 'COMPLETED', extended: null };
    await rig.send('timesheet:compare', { at: rig.system.now() });
    await rig.send('timesheet:edit', { pairId, from, until: to });
    await until(async () => (await rig.snapshot()).problems.length === 1);
    const [problem] = (await rig.snapshot()).problems;
    await rig.send('report:discard', { reportId: problem?.reportId ?? '' });
    expect(await pairs(rig)).toMatchObject([{ checkIn: { ms: from }, checkOut: { ms: to }, trail: [] }]);
  });

  test('a correction that is refused says so; given up, the pair is as it was', async () => {
    const rig = await appRig();
    const { pairId, from, until: to } = await worked(rig);
    const order = rig.sandbox.sandbox.state.workOrders.find(({ id }) => id === MAIN_STREET);
    if (order) order.status = { primary: 'COMPLETED', extended: null };
    await rig.send('timesheet:edit', { pairId, from: from + 5 * MINUTE, until: to });
    await until(async () => (await rig.snapshot()).problems.length === 1);
    expect(await pairs(rig)).toMatchObject([{ state: 'refused' }]);
    const [problem] = (await rig.snapshot()).problems;
    await rig.send('report:discard', { reportId: problem?.reportId ?? '' });
    expect(await pairs(rig)).toMatchObject([{ state: 'recorded', checkIn: { ms: from } }]);
    expect(held(rig)).toEqual([{ timeIn: from, timeOut: to, techsCount: 1 }]);
  });
});
