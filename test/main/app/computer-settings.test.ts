import { describe, expect, test } from 'vitest';
import { appRig } from './rig.ts';

describe('the shortcut', () => {
  test('shows and hides the popup, and a new one acts at once', async () => {
    const { desktop, storage } = await appRig();
    const { computer, shell } = desktop;
    expect(computer.shortcut).toBe('CommandOrControl+Shift+O');
    computer.press();
    expect(shell.popups).toBe(1);
    computer.press();
    expect(shell.popups).toBe(0);
    storage.settings.set('shortcut', 'Alt+P');
    expect(computer.shortcut).toBe('Alt+P');
  });

  test('that another program holds is said, until one is free', async () => {
    const { desktop, storage, snapshot } = await appRig();
    desktop.computer.othersHold.add('Alt+P');
    storage.settings.set('shortcut', 'Alt+P');
    expect((await snapshot()).notices).toContainEqual({ code: 'shortcut-taken', shortcut: 'Alt+P' });
    storage.settings.set('shortcut', 'Alt+O');
    expect((await snapshot()).notices.map(({ code }) => code)).not.toContain('shortcut-taken');
  });
});

describe('the start at login', () => {
  test('is left as it is until somebody chooses', async () => {
    const { desktop, storage } = await appRig();
    expect(desktop.computer.atLogin).toBeNull();
    storage.settings.set('launchAtLogin', true);
    expect(desktop.computer.atLogin).toBe(true);
    storage.settings.set('launchAtLogin', false);
    expect(desktop.computer.atLogin).toBe(false);
  });

  test('that the system denies is said with its words, and no more once it is set', async () => {
    const { desktop, storage, snapshot } = await appRig();
    desktop.computer.denies = 'read-only file system';
    storage.settings.set('launchAtLogin', true);
    expect((await snapshot()).notices).toContainEqual({
      code: 'login-start-not-set',
      detail: 'read-only file system',
    });
    desktop.computer.denies = null;
    storage.settings.set('launchAtLogin', false);
    expect((await snapshot()).notices.map(({ code }) => code)).not.toContain('login-start-not-set');
  });
});
