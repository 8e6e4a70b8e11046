import { describe, expect, test } from 'vitest';
import { appRig, MAIN_STREET, until } from './rig.ts';

describe('the tray', () => {
  test('shows the state, and its menu puts on the record what it says', async () => {
    const { desktop, sandbox, checkIn, shown, snapshot } = await appRig();
    expect(desktop.shell.trays.at(-1)).toMatchObject({ icon: 'off' });
    await checkIn();
    await shown();
    expect(desktop.shell.trays.at(-1)).toMatchObject({ icon: 'onsite' });
    const { current } = await snapshot();
    desktop.shell.trayAction.tell({ type: 'pause', visitId: current?.id ?? '' });
    await until(() => sandbox.sandbox.reports.length === 2);
    expect(JSON.parse(sandbox.sandbox.reports[1]?.body ?? '')).toMatchObject({ ActionStatus: 'Cancel' });
    await shown();
    expect(desktop.shell.trays.at(-1)).toMatchObject({ icon: 'paused' });
  });

  test('its `Check out…` opens the popup with that form', async () => {
    const { desktop, checkIn, snapshot } = await appRig();
    await checkIn();
    desktop.shell.trayAction.tell({ type: 'check-out' });
    expect(desktop.shell.popups).toBe(1);
    expect((await snapshot()).checkOutAsked).not.toBeNull();
  });

  test('its `Stop driving` ends the drive at once', async () => {
    const { desktop, send, snapshot, sandbox } = await appRig();
    await send('visit:drive-to', {
      workOrder: String(MAIN_STREET),
      technicians: '1',
      workTypeId: 1,
      at: null,
    });
    const { current } = await snapshot();
    desktop.shell.trayAction.tell({ type: 'leave', visitId: current?.id ?? '' });
    expect((await snapshot()).current).toBeNull();
    await until(() => sandbox.sandbox.reports.length === 2);
    expect(JSON.parse(sandbox.sandbox.reports[1]?.body ?? '')).toMatchObject({
      WorkTypeId: 2,
      ActionStatus: 'Complete',
      PrimaryStatus: 'NoStatusChange',
    });
  });

  test('counts minutes once a minute while somebody is on site, and not after', async () => {
    const { desktop, checkIn, shown } = await appRig();
    await checkIn();
    await shown();
    expect(desktop.shell.trays.at(-1)?.tooltip).toContain('0:00');
  });
});

test('a link fills the number in and opens the popup; nothing is put on the record', async () => {
  const { desktop, snapshot, sandbox } = await appRig();
  desktop.shell.link.tell('107002896');
  expect(desktop.shell.popups).toBe(1);
  expect((await snapshot()).prefill?.workOrder).toBe('107002896');
  expect(sandbox.sandbox.reports).toEqual([]);
});

test('a window that cannot be shown something stops neither the tray nor what comes after', async () => {
  const { desktop, checkIn, shown } = await appRig();
  const errors: unknown[] = [];
  const caught = (error: unknown) => errors.push(error);
  process.once('uncaughtException', caught);
  desktop.shell.focused.add(() => {
    throw new Error('a listener that throws');
  });
  const seen: string[] = [];
  desktop.shell.focused.add(() => seen.push('the next one'));
  desktop.shell.focused.tell();
  await shown();
  process.removeListener('uncaughtException', caught);
  expect(seen).toEqual(['the next one']);
  expect(errors).toHaveLength(1);
  await checkIn();
  await shown();
  expect(desktop.shell.trays.at(-1)).toMatchObject({ icon: 'onsite' });
});

describe('settings act at once', () => {
  test('the language of windows and tray', async () => {
    const { desktop, snapshot, storage, shown } = await appRig();
    desktop.languages = ['fr-CA', 'en-US'];
    expect(await snapshot()).toMatchObject({ language: 'fr', locale: 'fr-CA-u-hc-h23' });
    storage.settings.set('language', 'es');
    await shown();
    expect(desktop.shell.shown.at(-1)?.language).toBe('es');
    expect(desktop.shell.trays.at(-1)).toMatchObject({
      tooltip: 'OnSite: Sin entrada',
      words: { tray: { quit: 'Salir de OnSite' } },
    });
  });

  test('what a check-in is filled in with', async () => {
    const { storage, desktop, shown } = await appRig();
    storage.settings.set('techsCount', 3);
    await shown();
    expect(desktop.shell.shown.at(-1)?.defaults.techsCount).toBe(3);
  });

  test('an absence is asked about by the new idle time', async () => {
    const { storage, desktop, system, checkIn, shown } = await appRig({ workdays: [] });
    await checkIn();
    desktop.idleMs = 6 * 60_000;
    storage.settings.set('idleMinutes', 5);
    system.pass(6 * 60_000);
    await shown();
    expect(desktop.promptWindow.open?.kind).toBe('idle');
  });
});

describe('notifications', () => {
  test.each([true, false])('speak where the setting allows it: %s', async (notifications) => {
    const { desktop, system, checkIn, shown } = await appRig({
      idleMinutes: 5,
      notifications,
      workdays: [],
    });
    await checkIn();
    desktop.idleMs = 6 * 60_000;
    system.pass(6 * 60_000);
    await shown();
    expect(desktop.said.map(({ title }) => title)).toEqual(notifications ? ['Still working?'] : []);
    if (!notifications) return;
    desktop.said[0]?.click();
    await shown();
    expect(desktop.promptWindow.log).toContain('up');
  });
});

describe('a session that ends by itself', () => {
  const ended = async () => {
    const app = await appRig({ workdays: [] });
    await app.checkIn();
    await until(() => app.core.mine[0]?.pairs[0]?.checkIn.delivery.state === 'recorded');
    app.sandbox.sandbox.state.refreshTokens.clear();
    app.system.pass(11 * 60_000);
    return { ...app, visitId: app.core.mine[0]?.id ?? '' };
  };

  test('while a report waits: the tray needs attention, and one notification says why', async () => {
    const { desktop, send, snapshot, visitId, shown, signIn } = await ended();
    await send('visit:pause', { visitId, at: null });
    await until(async () => (await snapshot()).account.state === 'expired');
    await shown();
    expect(desktop.shell.trays.at(-1)).toMatchObject({ icon: 'paused', attention: true });
    await send('visit:resume', { visitId, at: null });
    await shown();
    expect(desktop.said.map(({ title }) => title)).toEqual(['Your sign-in has ended']);
    desktop.said[0]?.click();
    expect(desktop.shell.popups).toBe(1);
    await signIn();
    await until(() => desktop.shell.trays.at(-1)?.attention === false);
  });

  test('while somebody is on site and all is recorded: the same', async () => {
    const { desktop, core, shown, snapshot } = await ended();
    await core.session.sender?.ready();
    await shown();
    expect((await snapshot()).delivery.kind).toBe('recorded');
    expect(desktop.shell.trays.at(-1)).toMatchObject({ icon: 'onsite', attention: true });
    expect(desktop.said).toHaveLength(1);
  });

  test('with nobody on site and nothing waiting: no word outside the popup', async () => {
    const { desktop, core, sandbox, system, shown, snapshot } = await appRig();
    sandbox.sandbox.state.refreshTokens.clear();
    system.pass(11 * 60_000);
    await core.session.sender?.ready();
    await shown();
    expect((await snapshot()).account.state).toBe('expired');
    expect(desktop.shell.trays.at(-1)?.attention).toBe(false);
    expect(desktop.said).toEqual([]);
  });
});

test('a desktop that stops telling its idle time is said, and asked again seldom', async () => {
  const { desktop, system, checkIn, shown, snapshot } = await appRig({ workdays: [] });
  await checkIn();
  desktop.tellsIdle = false;
  for (let minute = 0; minute < 60; minute += 1) {
    system.pass(60_000);
    await shown();
  }
  expect((await snapshot()).moments).toMatchObject({ open: null, idleSilent: true });
  desktop.tellsIdle = true;
  for (let minute = 0; minute < 6; minute += 1) {
    system.pass(60_000);
    await shown();
  }
  expect((await snapshot()).moments.idleSilent).toBe(false);
});

describe('ending', () => {
  test('closes the window of a question, which answers nothing: it is open at the next start', async () => {
    const { desktop, system, checkIn, shown, snapshot } = await appRig({ idleMinutes: 5, workdays: [] });
    await checkIn();
    desktop.idleMs = 6 * 60_000;
    system.pass(6 * 60_000);
    await shown();
    const { open } = desktop.promptWindow;
    expect(open?.kind).toBe('idle');
    desktop.quit.leaving = true;
    desktop.promptWindow.closed.tell(open?.id ?? '');
    expect((await snapshot()).moments.open?.id).toBe(open?.id);
    desktop.quit.leaving = false;
    desktop.promptWindow.closed.tell(open?.id ?? '');
    expect((await snapshot()).moments.open).toBeNull();
  });

  test('while on site it asks first; answered, it waits for the last report', async () => {
    const { desktop, send, checkIn, sandbox, core } = await appRig();
    expect(desktop.quit.asks()).toBe(false);
    await checkIn();
    await until(() => sandbox.sandbox.reports.length === 1);
    await until(() => core.mine[0]?.pairs[0]?.checkIn.delivery.state === 'recorded');
    expect(desktop.quit.asks()).toBe(true);
    const momentId = desktop.promptWindow.open?.id ?? '';
    await send('moment:answer', { momentId, answer: { type: 'pause', at: null } });
    expect(desktop.quit.left).toBe(0);
    await until(() => desktop.quit.left === 1);
    expect(sandbox.sandbox.reports).toHaveLength(2);
  });
});

test('what a window did not expect is told by its place', async () => {
  const { send, windowErrors } = await appRig();
  await send('app:error', { where: 'at app://onsite/popup/index.js:1' });
  expect(windowErrors).toEqual(['at app://onsite/popup/index.js:1']);
});

test('a work order that was checked in on is looked up once, and shown', async () => {
  const { checkIn, snapshot } = await appRig();
  await checkIn();
  await until(async () => Boolean((await snapshot()).current?.workOrder?.store));
  expect((await snapshot()).current?.workOrderId).toBe(MAIN_STREET);
});
