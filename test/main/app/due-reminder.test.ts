import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../main/visit/time.ts';
import { editUser, editWorkOrder } from '../../sandbox/control-edits.ts';
import { DEMO_USER } from '../../sandbox/data-users.ts';
import { appRig, MAIN_STREET, until } from './rig.ts';

/** Minutes from the start until an order of Main Street is due. */
async function dueIn(minutes: number, settings: Parameters<typeof appRig>[0] = {}) {
  const rig = await appRig({ workdays: [], idleMinutes: 0, ...settings });
  const { sandbox, system, desktop, send } = rig;
  editWorkOrder(sandbox.sandbox.state, MAIN_STREET, {
    scheduledDate: new Date(system.now() + minutes * MINUTE).toISOString(),
  });
  await send('orders:refresh', null);
  const reminders = () => desktop.said.filter(({ title }) => title.includes(String(MAIN_STREET)));
  return { ...rig, reminders };
}

test('an order is reminded of once, half an hour before it is due, with its store', async () => {
  const { reminders, system, shown, send, desktop } = await dueIn(60);
  expect(reminders()).toEqual([]);
  system.pass(30 * MINUTE - 1);
  expect(reminders()).toEqual([]);
  system.pass(1);
  expect(reminders()).toHaveLength(1);
  expect(reminders()[0]).toMatchObject({ title: expect.stringMatching(/^Due at /) });
  expect(reminders()[0]?.body).toContain('Main Street store');
  system.pass(3 * HOUR);
  await send('orders:refresh', null);
  await shown();
  expect(reminders()).toHaveLength(1);
  reminders()[0]?.click();
  expect(desktop.shell.popups).toBe(1);
  expect((await send('app:snapshot', null)).prefill).toMatchObject({ workOrder: String(MAIN_STREET) });
});

test('one that has begun says so; one that began long ago says nothing', async () => {
  const begun = await dueIn(-20);
  expect(begun.reminders()[0]?.title).toMatch(/^Since /);
  const old = await dueIn(-3 * 60);
  expect(old.reminders()).toEqual([]);
});

test('its buttons fill the number in, or open the form that tells the client; nobody is checked in', async () => {
  const rig = await appRig({ workdays: [] });
  rig.desktop.notificationsAct = true;
  editWorkOrder(rig.sandbox.sandbox.state, MAIN_STREET, {
    scheduledDate: new Date(rig.system.now()).toISOString(),
  });
  await rig.send('orders:refresh', null);
  const [said] = rig.desktop.said.filter(({ title }) => title.includes(String(MAIN_STREET)));
  expect(said?.actions.map(({ text }) => text)).toEqual(['Check in', 'Running late…']);
  said?.actions[1]?.run();
  expect((await rig.snapshot()).lateAsked).toMatchObject({ workOrderId: MAIN_STREET });
  said?.actions[0]?.run();
  expect((await rig.snapshot()).prefill).toMatchObject({ workOrder: String(MAIN_STREET) });
  expect(rig.core.mine).toEqual([]);
});

describe('nothing is said', () => {
  test.each([
    ['with the setting at 0', { remindBeforeMinutes: 0 }],
    ['without notifications', { notifications: false }],
  ])('%s', async (_, settings) => {
    const { reminders, system } = await dueIn(10, settings);
    system.pass(HOUR);
    expect(reminders()).toEqual([]);
  });

  test('while somebody is on site, and what was said is taken away', async () => {
    const { reminders, system, checkIn, shown, send, snapshot } = await dueIn(60);
    await checkIn('107002931');
    await shown();
    system.pass(40 * MINUTE);
    expect(reminders()).toEqual([]);
    await send('visit:pause', { visitId: (await snapshot()).current?.id ?? '', at: null });
    await shown();
    expect(reminders()).toHaveLength(1);
    await send('visit:resume', { visitId: (await snapshot()).current?.id ?? '', at: null });
    await shown();
    expect(reminders()[0]?.gone).toBe(true);
  });

  test('where somebody has been there', async () => {
    const { reminders, system, checkIn, shown, send, snapshot } = await dueIn(60);
    await checkIn();
    system.pass(20 * MINUTE);
    const visitId = (await snapshot()).current?.id ?? '';
    await send('visit:pause', { visitId, at: null });
    await shown();
    system.pass(30 * MINUTE);
    expect(reminders()).toEqual([]);
  });

  test('by a list that is a day old', async () => {
    const { reminders, system } = await dueIn(2 * 24 * 60);
    system.pass(2 * DAY);
    expect(reminders()).toEqual([]);
  });
});

describe('running late', () => {
  const late = (send: Awaited<ReturnType<typeof appRig>>['send'], at: number | null) =>
    send('order:running-late', { workOrderId: MAIN_STREET, text: 'We are running late.', at });

  test('tells the client and moves the scheduled date', async () => {
    const { send, sandbox, system } = await appRig();
    const at = system.now() + HOUR;
    expect(await late(send, at)).toEqual({ ok: true, value: { date: 'moved', message: '' } });
    const order = sandbox.sandbox.state.workOrders.find(({ id }) => id === MAIN_STREET);
    expect(order?.scheduledDate).toBe(at);
    expect(sandbox.sandbox.state.notes.at(-1)?.text).toBe('We are running late.');
  });

  test('leaves the date alone where no time is given', async () => {
    const { send, sandbox } = await appRig();
    expect(await late(send, null)).toMatchObject({ value: { date: 'not-asked' } });
    expect(sandbox.sandbox.reports.map(({ kind }) => kind)).toEqual(['note']);
  });

  test('says in ServiceChannel’s words why the date stays, and the note is sent all the same', async () => {
    const { send, sandbox, system } = await appRig();
    editUser(sandbox.sandbox.state, DEMO_USER.id, { canMoveDate: false });
    expect(await late(send, system.now() + HOUR)).toMatchObject({
      value: { date: 'not-moved', message: expect.stringContaining('WorkOrderScheduledDateChange') },
    });
    expect(sandbox.sandbox.reports.map(({ kind }) => kind)).toEqual(['note']);
  });
});

test('a report that is refused while nobody looks is said once, with what opens it', async () => {
  const { checkIn, desktop, core, system } = await appRig({ workdays: [] });
  desktop.notificationsAct = true;
  await checkIn('107003012');
  await until(() => {
    system.pass(1000);
    return core.mine.some(({ pairs }) =>
      pairs.some(({ checkIn: { delivery } }) => delivery.state === 'refused'),
    );
  });
  await until(() => desktop.said.some(({ title }) => title === 'Needs you: 107003012'));
  const said = desktop.said.filter(({ title }) => title === 'Needs you: 107003012');
  expect(said).toHaveLength(1);
  said[0]?.actions.find(({ text }) => text === 'Show')?.run();
  expect(desktop.shell.popups).toBe(1);
});

test('a report that is refused before somebody’s eyes needs no notification', async () => {
  const { checkIn, desktop, core, system, shown } = await appRig({ workdays: [] });
  desktop.shell.isLookedAt = true;
  await checkIn('107003012');
  await until(() => {
    system.pass(1000);
    return core.mine.some(({ pairs }) =>
      pairs.some(({ checkIn: { delivery } }) => delivery.state === 'refused'),
    );
  });
  await shown();
  expect(desktop.said).toEqual([]);
});
