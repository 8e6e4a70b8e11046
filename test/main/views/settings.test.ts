import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../main/storage/policy.ts';
import { SettingsStore } from '../../../main/storage/settings.ts';
import { settingsView } from '../../../main/views/settings.ts';
import { dataFolder } from '../storage/support.ts';

const POLICY: Policy = {
  state: 'read',
  path: '/etc/onsite/policy.json',
  values: { idleMinutes: 5, clientSecret: 'company-secret', linkHosts: ['work.example'] },
};

const storeOf = (policy: Policy = { state: 'none' }) => new SettingsStore(dataFolder(), policy);

describe('the Settings window', () => {
  test('shows the values in force, and only those of the company as locked', () => {
    const settings = storeOf(POLICY);
    settings.set('undoSeconds', 20);
    const view = settingsView(settings);
    expect(view.idleMinutes).toEqual({ value: 5, locked: true });
    expect(view.undoSeconds).toEqual({ value: 20, locked: false });
  });

  test('never lets a person choose what only the system’s policy may say', () => {
    expect(settingsView(storeOf()).updateUrl.locked).toBe(true);
    expect(settingsView(storeOf(POLICY)).linkHosts).toEqual({ value: ['work.example'], locked: true });
  });

  test('carries no client secret', () => {
    expect(JSON.stringify(settingsView(storeOf(POLICY)))).not.toContain('company-secret');
  });
});
