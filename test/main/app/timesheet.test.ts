import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../../main/visit/time.ts';
import { appRig, MAIN_STREET, until } from './rig.ts';
import { given } from './support.ts';

type Rig = Awaited<ReturnType<typeof appRig>>;

/** On site for so many minutes on the main order, all of it recorded. */
async function worked(rig: Rig, minutes: number): Promise<void> {
  await rig.checkIn();
  rig.system.pass(minutes * MINUTE);
  const { current } = await rig.snapshot();
  const choice = { primaryStatus: 'InProgress', extendedStatus: '', resolution: '' } as const;
  await rig.send('visit:check-out', { visitId: current?.id ?? '', at: null, ...choice });
  await until(() => rig.sandbox.sandbox.reports.length === 2);
  await until(async () => (await rig.snapshot()).delivery.kind === 'recorded');
}

const week = async (rig: Rig) => given(await rig.send('timesheet:week', { at: null }));
const today = async (rig: Rig) => {
  const { days } = await week(rig);
  return days.find(({ from, to }) => rig.system.now() >= from && rig.system.now() < to)?.record;
};
const compare = (rig: Rig) => rig.send('timesheet:compare', { at: rig.system.now() });
const activity = (rig: Rig) => {
  const [found] = rig.sandbox.sandbox.state.activities.filter((each) => each.workOrderId === MAIN_STREET);
  if (!found) throw new Error('no activity');
  return found;
};

describe('comparing with ServiceChannel', () => {
  test('a day that was recorded matches; one that the office edits later differs by its minutes', async () => {
    const rig = await appRig();
    await worked(rig, 132);
    expect(await today(rig)).toEqual({ kind: 'not-compared' });
    expect(await compare(rig)).toEqual({ ok: true, value: null });
    expect(await today(rig)).toEqual({ kind: 'matches' });
    const held = activity(rig);
    held.timeOut = (held.timeOut ?? 0) - 18 * MINUTE;
    await compare(rig);
    expect(await today(rig)).toEqual({ kind: 'differs', minutes: 18, standsOut: true });
    const { differences } = await week(rig);
    expect(differences).toMatchObject([
      { workOrderId: MAIN_STREET, here: { techsCount: 1 }, there: { techsCount: 1 } },
    ]);
  });

  test('says what only one of the two holds', async () => {
    const rig = await appRig();
    await worked(rig, 60);
    rig.system.pass(2 * MINUTE);
    rig.sandbox.sandbox.state.activities = [];
    await compare(rig);
    expect(await today(rig)).toEqual({ kind: 'only-here' });
  });

  test('what was just recorded and is not to be seen yet is looked at again a minute later', async () => {
    const rig = await appRig();
    await worked(rig, 60);
    const { activities } = rig.sandbox.sandbox.state;
    rig.sandbox.sandbox.state.activities = [];
    await compare(rig);
    expect(await today(rig)).toEqual({ kind: 'not-compared' });
    rig.sandbox.sandbox.state.activities = activities;
    rig.system.pass(MINUTE + 1000);
    await until(async () => (await today(rig))?.kind === 'matches');
  });

  test('a new report makes the comparison out of date', async () => {
    const rig = await appRig();
    await worked(rig, 60);
    await compare(rig);
    await rig.checkIn();
    await until(() => rig.sandbox.sandbox.reports.length === 3);
    await until(async () => (await today(rig))?.kind === 'not-compared');
  });

  test('without an answer it says why, and shows the last comparison', async () => {
    const rig = await appRig();
    await worked(rig, 60);
    await compare(rig);
    await rig.sandbox.close();
    expect(await compare(rig)).toMatchObject({ ok: false, error: { code: 'offline' } });
    expect(await today(rig)).toEqual({ kind: 'matches' });
    expect((await week(rig)).comparedAt).toBe(rig.system.now());
  });

  test('is done once by itself after the end of the day, and not again', async () => {
    const rig = await appRig({ endOfDay: '11:00' });
    const reads = () =>
      rig.sandbox.sandbox.requests.filter(({ path }) => path.includes('ForTimeInterval')).length;
    await worked(rig, 60);
    // The sign-in's own look for check-ins made elsewhere has come.
    await until(() => reads() === 1);
    const before = reads();
    rig.system.pass(90 * MINUTE);
    await until(() => reads() === before + 1);
    await until(async () => (await today(rig))?.kind === 'matches');
    rig.system.pass(120 * MINUTE);
    await rig.shown();
    expect(reads()).toBe(before + 1);
  });
});
