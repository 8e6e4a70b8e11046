import { describe, expect, test } from 'vitest';
import type { TrayView } from '../../../main/views/tray.ts';
import { isSameMenu, trayMenu } from '../../../main/views/tray-menu.ts';
import { en } from '../../../words/en.ts';

const view = (current: TrayView['current'], lately: TrayView['lately'] = []): TrayView => ({
  icon: 'off',
  attention: false,
  tooltip: '',
  untimed: '',
  title: '',
  lately,
  words: en,
  current,
});
const site = { visitId: 'v', phase: 'on site', leaveBy: 'form' } as const;
const labels = (of: TrayView) => trayMenu(of).map((group) => group.map(({ label }) => label));
const choice = (of: TrayView, label: string) =>
  trayMenu(of)
    .flat()
    .find((each) => each.label === label);

describe('the tray’s menu', () => {
  test('has INTERFACE.md’s entries in its order', () => {
    expect(labels(view(null))).toEqual([
      ['Open OnSite'],
      ['Check in…', 'Check out…'],
      ['Timesheet', 'Settings', 'Quit'],
    ]);
    expect(choice(view(null), 'Check out…')?.enabled).toBe(false);
    expect(choice(view(null), 'Check in…')?.choice).toEqual({ type: 'open' });
  });

  test('pauses what is on site, and resumes what is paused', () => {
    expect(choice(view(site), 'Pause')).toMatchObject({
      enabled: true,
      choice: { type: 'pause', visitId: 'v' },
    });
    expect(choice(view(site), 'Check out…')).toMatchObject({ enabled: true, choice: { type: 'check-out' } });
    const paused = view({ ...site, phase: 'paused' });
    expect(choice(paused, 'Resume')?.choice).toEqual({ type: 'resume', visitId: 'v' });
    expect(choice(paused, 'Check out…')?.enabled).toBe(false);
  });

  test('stops driving at once, without a form', () => {
    const driving = view({ visitId: 'v', phase: 'travelling', leaveBy: 'stop-driving' });
    expect(choice(driving, 'Stop driving')?.choice).toEqual({ type: 'leave', visitId: 'v' });
  });

  test('pauses nothing before it counts', () => {
    expect(choice(view({ ...site, leaveBy: null }), 'Pause')?.enabled).toBe(false);
  });

  test('offers the orders of lately, their names as they are', () => {
    const lately = [{ workOrderId: 7, text: '7 · Oak & Elm' }];
    expect(labels(view(null, lately))[2]).toEqual(['7 · Oak && Elm']);
    expect(choice(view(null, lately), '7 · Oak && Elm')?.choice).toEqual({ type: 'fill-in', workOrderId: 7 });
    expect(isSameMenu(view(null), view(null, lately))).toBe(false);
  });

  test('is the same until something in it changes', () => {
    expect(isSameMenu(view(site), { ...view(site), tooltip: 'a minute later' })).toBe(true);
    expect(isSameMenu(view(site), view({ ...site, phase: 'paused' }))).toBe(false);
    expect(isSameMenu(view(site), view(null))).toBe(false);
  });
});
