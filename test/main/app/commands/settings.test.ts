import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Request } from '../../../../preload/contract.ts';
import { appRig, until } from '../rig.ts';

const NO_POLICY = { undoSeconds: 0 };

describe('a setting that is chosen', () => {
  test('is kept in settings.json, shown, and acts at once', async () => {
    const { send, snapshot, folder, desktop } = await appRig(NO_POLICY);
    expect(await send('settings:set', { key: 'techsCount', value: 3 })).toEqual({ ok: true, value: null });
    expect(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'))).toMatchObject({ techsCount: 3 });
    const shown = await snapshot();
    expect(shown.settings.techsCount).toEqual({ value: 3, locked: false });
    expect(shown.defaults.techsCount).toBe(3);
    await send('settings:set', { key: 'shortcut', value: 'Alt+O' });
    desktop.computer.press();
    expect(desktop.shell.popups).toBe(1);
  });

  const WRONG: readonly Request<'settings:set'>[] = [
    { key: 'techsCount', value: 0 },
    { key: 'techsCount', value: 'three' },
    { key: 'idleMinutes', value: -1 },
    { key: 'endOfDay', value: '25:00' },
    { key: 'workdays', value: [8] },
    { key: 'theme', value: 'blue' },
    { key: 'apiUrl', value: 'http://example.com' },
    { key: 'redirectUri', value: 'https://example.com/' },
    { key: 'technicians', value: [{ userId: 1, name: '' }] },
  ];

  test.each(WRONG)('%j cannot be, and it stays as it was', async (wrong) => {
    const { send, snapshot } = await appRig(NO_POLICY);
    const before = (await snapshot()).settings[wrong.key];
    const answer = await send('settings:set', wrong);
    expect(answer).toEqual({ ok: false, error: { code: 'setting', key: wrong.key } });
    expect((await snapshot()).settings[wrong.key]).toEqual(before);
  });

  test('that the policy decides is shown as locked and stays', async () => {
    const { send, snapshot } = await appRig({ idleMinutes: 45 });
    expect((await snapshot()).settings.idleMinutes).toEqual({ value: 45, locked: true });
    await send('settings:set', { key: 'idleMinutes', value: 5 });
    expect((await snapshot()).settings.idleMinutes.value).toBe(45);
  });

  test('writes times with 12 or 24 hours', async () => {
    const { send, snapshot } = await appRig(NO_POLICY);
    await send('settings:set', { key: 'timeFormat', value: '12' });
    const { locale } = await snapshot();
    expect(
      new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(54_000_000),
    ).toMatch(/3:00/);
  });
});

test('restoring the defaults forgets every choice but the connection', async () => {
  const { send, snapshot, folder } = await appRig(NO_POLICY);
  await send('settings:set', { key: 'idleMinutes', value: 5 });
  await send('settings:set', { key: 'redirectUri', value: 'http://127.0.0.1:8400/' });
  await send('settings:restore-defaults', null);
  const { settings } = await snapshot();
  expect(settings.idleMinutes.value).toBe(30);
  expect(settings.redirectUri.value).toBe('http://127.0.0.1:8400/');
  expect(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'))).not.toHaveProperty('idleMinutes');
});

describe('what the settings ask of the computer', () => {
  test('a shortcut that another program holds is said until another one is chosen', async () => {
    const { send, snapshot, desktop } = await appRig(NO_POLICY);
    desktop.computer.othersHold.add('Alt+X');
    await send('settings:set', { key: 'shortcut', value: 'Alt+X' });
    expect((await snapshot()).notices).toEqual([{ code: 'shortcut-taken', shortcut: 'Alt+X' }]);
    await send('settings:set', { key: 'shortcut', value: '' });
    expect((await snapshot()).notices).toEqual([]);
  });

  test('a start at login is set, and what stands in its way is said', async () => {
    const { send, snapshot, desktop } = await appRig(NO_POLICY);
    expect(desktop.computer.atLogin).toBeNull();
    await send('settings:set', { key: 'launchAtLogin', value: true });
    expect(desktop.computer.atLogin).toBe(true);
    desktop.computer.denies = 'EACCES';
    await send('settings:set', { key: 'launchAtLogin', value: false });
    expect((await snapshot()).notices).toEqual([{ code: 'login-start-not-set', detail: 'EACCES' }]);
  });
});

describe('checking the connection', () => {
  const states = (checks: readonly { readonly name: string; readonly state: string }[]) =>
    Object.fromEntries(checks.map(({ name, state }) => [name, state]));

  test('says what works, and what only a check-in can tell', async () => {
    const { send } = await appRig(NO_POLICY);
    expect(states(await send('settings:check-connection', null))).toMatchObject({
      host: 'ok',
      user: 'ok',
      clock: 'ok',
      tray: 'ok',
      notifications: 'ok',
      permission: 'unknown',
    });
  });

  test('names the client that granted the permission, once one has', async () => {
    const { send, checkIn, sandbox } = await appRig(NO_POLICY);
    await checkIn();
    await until(() => sandbox.sandbox.reports.length === 1);
    await until(async () => {
      const checks = await send('settings:check-connection', null);
      return checks.some(
        ({ name, state, detail }) => name === 'permission' && state === 'ok' && detail !== '',
      );
    });
  });

  test('says that ServiceChannel does not answer', async () => {
    const { send, sandbox } = await appRig(NO_POLICY);
    await sandbox.close();
    expect(states(await send('settings:check-connection', null))).toMatchObject({
      host: 'missing',
      user: 'unknown',
    });
  });
});

test('diagnostics carry neither the client nor a name nor a secret', async () => {
  const { send, desktop } = await appRig(NO_POLICY);
  await send('settings:set', { key: 'technicians', value: [{ userId: 7, name: 'Robin Canary' }] });
  const client = { subscriberId: 7, name: 'Canary Stores', minutes: 5 };
  await send('settings:set', { key: 'clientDisputeMinutes', value: [client] });
  await send('settings:copy-diagnostics', null);
  expect(desktop.clipboard).toContain('idleMinutes: 30');
  expect(desktop.clipboard).not.toMatch(/Robin Canary|Canary Stores|onsite-demo|Dana/);
});
