import { expect, test } from 'vitest';
import { HOSTS } from '../../../main/servicechannel/hosts.ts';
import type { Policy } from '../../../main/storage/policy.ts';
import { SettingsStore } from '../../../main/storage/settings.ts';
import { connectionView } from '../../../main/views/connection.ts';
import { dataFolder } from '../storage/support.ts';

const storeOf = (policy: Policy = { state: 'none' }) => new SettingsStore(dataFolder(), policy);

test('the sign-in form starts on production, with a password, and nothing locked', () => {
  expect(connectionView(storeOf(), false)).toEqual({
    signIn: 'password',
    clientId: '',
    hasSecret: false,
    environment: 'production',
    locked: { clientId: false, clientSecret: false, environment: false },
  });
});

test('the company’s connection is filled in and locked, its secret only said to be there', () => {
  const values = { clientId: 'ours', clientSecret: 'company-secret', loginUrl: 'https://login.example' };
  const view = connectionView(storeOf({ state: 'read', path: 'p', values }), false);
  expect(view).toMatchObject({
    clientId: 'ours',
    hasSecret: true,
    environment: 'custom',
    locked: { clientId: true, clientSecret: true, environment: true },
  });
  expect(JSON.stringify(view)).not.toContain('company-secret');
});

test('hosts that were chosen are shown by the name of their environment', () => {
  const settings = storeOf();
  settings.set('apiUrl', HOSTS.sandbox.apiUrl);
  settings.set('loginUrl', HOSTS.sandbox.loginUrl);
  expect(connectionView(settings, true)).toMatchObject({ environment: 'sandbox', hasSecret: true });
});
