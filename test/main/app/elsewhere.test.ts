import { describe, expect, test } from 'vitest';
import { phaseOf } from '../../../main/visit/phase.ts';
import { HOUR, MINUTE } from '../../../main/visit/time.ts';
import { addCheckInElsewhere } from '../../sandbox/control-edits.ts';
import { appRig, MAIN_STREET, until } from './rig.ts';

const OTHER = 107_002_931;
const NOTHING = { at: null, workTypeId: null };

/** The whole app, whose network can be cut, and the technician's phone. */
async function withPhone(undoSeconds = 10) {
  let cut = false;
  const network: typeof fetch = (...request) =>
    cut ? Promise.reject(new TypeError('net::ERR_NAME_NOT_RESOLVED')) : fetch(...request);
  const app = await appRig({ undoSeconds, workdays: [] }, network);
  const { sandbox } = app.sandbox;
  const own = () => sandbox.requests.filter(({ path }) => path.includes('ForTimeInterval')).length;
  await until(() => own() === 1);
  return {
    ...app,
    own,
    setCut: (isCut: boolean) => {
      cut = isCut;
    },
    phone: (workOrderId: number, over: object = {}) =>
      addCheckInElsewhere(sandbox, {
        workOrderId,
        userId: 1544987,
        timeIn: new Date(app.system.now() - 30 * MINUTE).toISOString(),
        ...over,
      }),
    reports: () => sandbox.reports.length,
    elsewhere: async () => (await app.snapshot()).elsewhere,
    stopped: async () => (await app.snapshot()).elsewhere[0]?.stopped ?? null,
  };
}

describe('a check-in that was made elsewhere', () => {
  test('is looked for when the form is seen after five minutes: one read, which asks nothing while somebody is on site', async () => {
    const { phone, own, system, desktop, elsewhere, checkIn, core } = await withPhone(0);
    phone(OTHER);
    desktop.shell.focused.tell();
    expect(await elsewhere()).toEqual([]);
    system.pass(5 * MINUTE + 1);
    desktop.shell.focused.tell();
    desktop.shell.focused.tell();
    await until(async () => (await elsewhere()).length === 1);
    expect(own()).toBe(2);
    await checkIn();
    const [open] = await elsewhere();
    expect(open).toMatchObject({ workOrderId: OTHER, stopped: { workOrderId: MAIN_STREET } });
    expect(core.mine.map(phaseOf)).toEqual(['over']);
  });

  test('is looked for when the form opens beside a visit', async () => {
    const { phone, own, system, send, elsewhere, checkIn } = await withPhone(0);
    await checkIn();
    phone(OTHER, { timeIn: new Date(system.now() + MINUTE).toISOString() });
    system.pass(6 * MINUTE);
    await send('elsewhere:look', null);
    await until(async () => (await elsewhere()).length === 1);
    expect(own()).toBe(2);
  });

  test('is met when its number is looked up, and waited for by nobody', async () => {
    const { phone, send, elsewhere } = await withPhone();
    phone(OTHER);
    expect(await send('work-order:look-up', { workOrder: String(OTHER) })).toMatchObject({ ok: true });
    await until(async () => (await elsewhere()).length === 1);
  });

  test('is continued with its own type, which is read where it is not known yet', async () => {
    const { phone, send, elsewhere, desktop, system, snapshot, reports, sandbox } = await withPhone();
    const { subscribers, workOrders } = sandbox.sandbox.state;
    const subscriberId = workOrders.find(({ id }) => id === OTHER)?.subscriberId;
    const custom = subscribers.find(({ id }) => id === subscriberId)?.workTypes.at(-1);
    phone(OTHER, { workTypeId: custom?.id, techsCount: 2 });
    system.pass(6 * MINUTE);
    desktop.shell.focused.tell();
    await until(async () => (await elsewhere()).length === 1);
    const [open] = await elsewhere();
    expect(await send('visit:continue', { key: open?.key ?? '', ...NOTHING })).toMatchObject({ ok: true });
    expect((await snapshot()).current).toMatchObject({
      workOrderId: OTHER,
      workTypeId: custom?.id,
      workTypeName: custom?.name,
      techsCount: 2,
      since: open?.times[0],
    });
    expect((await snapshot()).undo).toBeNull();
    expect(reports()).toBe(0);
  });
});

describe('our own check-in that is held meanwhile', () => {
  async function stopped(order: number) {
    const app = await withPhone();
    app.phone(order);
    await app.checkIn();
    await app.send('work-order:look-up', { workOrder: String(order) });
    await until(async () => (await app.stopped()) !== null);
    // The time in which it could be taken back is over.
    app.system.pass(MINUTE);
    await app.shown();
    const [open] = await app.elsewhere();
    return { ...app, key: open?.key ?? '' };
  }

  test.each([[MAIN_STREET], [OTHER]])(
    'for an open one on %i is stopped, needs an answer, and does not go',
    async (order) => {
      const { snapshot, reports } = await stopped(order);
      const { delivery, problems } = await snapshot();
      expect(delivery).toMatchObject({ kind: 'attention', count: 1 });
      expect(problems).toMatchObject([{ problem: { reason: 'open-elsewhere' } }]);
      expect(reports()).toBe(0);
    },
  );

  test('gives way to the one that is continued', async () => {
    const { send, key, snapshot, reports, core } = await stopped(MAIN_STREET);
    expect(await send('visit:continue', { key, ...NOTHING })).toMatchObject({ ok: true });
    expect(await snapshot()).toMatchObject({
      current: { workOrderId: MAIN_STREET, phase: 'on site' },
      elsewhere: [],
      problems: [],
      delivery: { kind: 'recorded' },
    });
    expect([reports(), core.mine.length]).toEqual([0, 1]);
  });

  test('goes when a person says so, and is not asked about again', async () => {
    const { send, key, elsewhere, reports, snapshot, desktop, system } = await stopped(OTHER);
    expect(await send('elsewhere:anyway', { key })).toMatchObject({ ok: true });
    await until(() => reports() === 1);
    expect((await snapshot()).current).toMatchObject({ workOrderId: MAIN_STREET });
    system.pass(6 * MINUTE);
    desktop.shell.focused.tell();
    expect(await elsewhere()).toEqual([]);
    expect(await send('elsewhere:anyway', { key })).toMatchObject({ ok: false });
  });
});

test('a check-in that waited over an hour goes only after a look: an old laptop found again asks', async () => {
  const { setCut, checkIn, system, phone, core, stopped, reports, send, elsewhere } = await withPhone(0);
  setCut(true);
  await checkIn();
  await until(() => core.outbox.offlineSince !== null);
  system.pass(2 * HOUR);
  phone(OTHER);
  setCut(false);
  core.outbox.kick();
  await until(async () => (await stopped()) !== null);
  expect(await stopped()).toMatchObject({ workOrderId: MAIN_STREET });
  expect(reports()).toBe(0);
  const [open] = await elsewhere();
  expect(await send('elsewhere:anyway', { key: open?.key ?? '' })).toMatchObject({ ok: true });
  await until(() => reports() === 1);
});

test('a check-in that waited over an hour goes by itself where nothing is open', async () => {
  const { setCut, checkIn, system, core, reports, own } = await withPhone(0);
  setCut(true);
  await checkIn();
  await until(() => core.outbox.offlineSince !== null);
  system.pass(2 * HOUR);
  const before = own();
  setCut(false);
  core.outbox.kick();
  await until(() => reports() === 1);
  expect(own()).toBe(before + 1);
});
