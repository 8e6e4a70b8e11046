import { describe, expect, test, vi } from 'vitest';
import { DamageError } from '../../../main/storage/cause.ts';
import { DAY, MINUTE } from '../../../main/visit/time.ts';
import { readCsv } from '../../csv.ts';
import { appRig, MAIN_STREET, until } from './rig.ts';
import { given, WINDOW } from './support.ts';

type Rig = Awaited<ReturnType<typeof appRig>>;

/** On site for so many minutes on the main order, all of it recorded. */
async function worked(rig: Rig, minutes: number, resolution = ''): Promise<void> {
  const { length } = rig.sandbox.sandbox.reports;
  await rig.checkIn();
  rig.system.pass(minutes * MINUTE);
  const { current } = await rig.snapshot();
  const choice = { primaryStatus: 'InProgress', extendedStatus: '', resolution } as const;
  await rig.send('visit:check-out', { visitId: current?.id ?? '', at: null, ...choice });
  await until(() => rig.sandbox.sandbox.reports.length === length + 2);
  await until(async () => (await rig.snapshot()).delivery.kind === 'recorded');
}

/** The file that a week is exported as. */
async function exported(rig: Rig, at = rig.system.now()): Promise<string> {
  const written: string[] = [];
  const saveFile = async (_name: string, content: string | Uint8Array) => {
    written.push(String(content));
    return { path: '/tmp/week.csv', fault: null };
  };
  await rig.app.handlers()['timesheet:export']({ at }, { ...WINDOW, saveFile });
  return written[0] ?? '';
}

const week = async (rig: Rig, at: number | null = null) => given(await rig.send('timesheet:week', { at }));
const compare = (rig: Rig) => rig.send('timesheet:compare', { at: rig.system.now() });
const standing = async (rig: Rig) =>
  (await week(rig)).days.find(({ from, to }) => rig.system.now() >= from && rig.system.now() < to)?.record;

const ODD = [
  '=1+1',
  '+cmd',
  '-2',
  '@SUM(A1)',
  'a "b", c',
  'two\nlines',
  'tab\there',
  '\u202egnp.exe\u202c',
  '🔧👷🏽‍♀️',
];

test('a week’s CSV, read by a strict reader, equals ServiceChannel’s records to the second', async () => {
  const rig = await appRig();
  for (const [index, text] of ODD.entries()) {
    rig.system.pass(90_000 + index * 1_000);
    await worked(rig, 5, text);
  }
  const [header = [], ...rows] = readCsv((await exported(rig)).slice(1));
  const cell = (row: readonly string[], name: string) => row[header.indexOf(name)] ?? '';
  const { activities } = rig.sandbox.sandbox.state;
  expect(
    rows.map((row) => [
      Number(cell(row, 'work_order')),
      Number(cell(row, 'user_id')),
      Number(cell(row, 'techs_count')),
      Date.parse(cell(row, 'check_in')),
      Date.parse(cell(row, 'check_out')),
      Number(cell(row, 'mechanic_id')),
    ]),
  ).toEqual(
    activities.map((each) => [
      each.workOrderId,
      each.userId,
      each.techsCount,
      each.timeIn,
      each.timeOut,
      each.mechanicId,
    ]),
  );
  const said = rows.map((row) => cell(row, 'resolution'));
  expect(said.map((text) => text.replace(/^'/, ''))).toEqual(ODD);
  expect(said.every((text) => !/^[=+\-@]/.test(text))).toBe(true);
});

describe('a comparison', () => {
  test.each([
    ['the server is gone in the middle of it', { drop: true }, { code: 'offline' }],
    [
      'it is refused for want of a right',
      { answer: { status: 400, body: { ErrorCodes: [804], ErrorMessage: 'Not yours' } } },
      { code: 'refused', problem: { reason: 'permission', message: 'Not yours' } },
    ],
  ])('%s: it is said why, and the last one stays', async (_name, fault, error) => {
    const rig = await appRig();
    await worked(rig, 60);
    await compare(rig);
    const nothing = { status: 200, body: { value: [] } };
    rig.sandbox.sandbox.addFault({ pattern: 'ForTimeInterval', times: 0, answer: nothing });
    rig.sandbox.sandbox.addFault({ pattern: 'odata/workorders\\(', times: 0, ...fault });
    expect(await compare(rig)).toMatchObject({ ok: false, error });
    expect(await standing(rig)).toEqual({ kind: 'matches' });
    expect((await week(rig)).pairs).toHaveLength(1);
  });
});

test('an empty week, and one before the first visit, are weeks of nothing', async () => {
  const rig = await appRig();
  await worked(rig, 60);
  for (const at of [rig.system.now() + 7 * DAY, rig.system.now() - 3_650 * DAY]) {
    const { days, pairs, orders, invoice, differences } = await week(rig, at);
    expect(days).toHaveLength(7);
    expect([pairs, orders, invoice, differences]).toEqual([[], [], [], []]);
    expect(readCsv((await exported(rig, at)).slice(1))).toHaveLength(1);
  }
});

test('a store’s name of 300 characters is a store’s name', async () => {
  const rig = await appRig();
  const name = 'Distribution and Fulfilment Center '.repeat(9).slice(0, 300);
  const order = rig.sandbox.sandbox.state.workOrders.find(({ id }) => id === MAIN_STREET);
  if (order) order.location.Name = name;
  await worked(rig, 10);
  await until(async () => (await week(rig)).pairs[0]?.store === name.trim());
  expect(await rig.send('timesheet:proof', { workOrderId: MAIN_STREET })).toMatchObject({
    value: { store: name.trim() },
  });
});

test('a week that is damaged in the last good copy too says so, and the others are there', async () => {
  const rig = await appRig();
  await worked(rig, 60);
  const { visits } = rig.storage;
  const read = visits.between.bind(visits);
  const old = rig.system.now() - 30 * DAY;
  vi.spyOn(visits, 'between').mockImplementation((from, to, owner) => {
    if (from < old) throw new DamageError('database disk image is malformed');
    return read(from, to, owner);
  });
  vi.spyOn(visits, 'withOrder').mockImplementation(() => {
    throw new DamageError('database disk image is malformed');
  });
  const at = old - 7 * DAY;
  const error = { ok: false, error: { code: 'damaged' } };
  expect(await rig.send('timesheet:week', { at })).toEqual(error);
  expect(await rig.send('timesheet:compare', { at })).toEqual(error);
  expect(await rig.send('timesheet:copy-lines', { at, as: 'csv' })).toEqual(error);
  expect(await rig.send('timesheet:proof', { workOrderId: MAIN_STREET })).toEqual(error);
  expect(await rig.app.handlers()['timesheet:export']({ at }, WINDOW)).toEqual(error);
  expect((await week(rig)).pairs).toHaveLength(1);
  expect(await compare(rig)).toEqual({ ok: true, value: null });
});

test('an error that is no damage is none of the week’s: it is told as every other', async () => {
  const rig = await appRig();
  vi.spyOn(rig.storage.visits, 'between').mockImplementation(() => {
    throw new Error('a bug');
  });
  await expect(rig.send('timesheet:week', { at: null })).rejects.toThrow('a bug');
});
