import { expect, test } from 'vitest';
import { SignInAlarm } from '../../../main/app/sign-in-alarm.ts';
import type { Account, Snapshot } from '../../../preload/contract.ts';
import { appRig } from './rig.ts';

/** An alarm over the snapshot of a user on site, whose account then changes. */
async function onSite() {
  const { checkIn, snapshot } = await appRig({ workdays: [] });
  await checkIn();
  const shown: Snapshot = await snapshot();
  const said: string[] = [];
  const alarm = new SignInAlarm(({ what }) => said.push(what));
  const become = (state: Exclude<Account['state'], 'signed-out'>) =>
    alarm.watch({ ...shown, account: { state, userName: 'tech', name: 'A Technician' } });
  return { said, become };
}

test('a session that ends on site is said once', async () => {
  const { said, become } = await onSite();
  become('signed-in');
  become('expired');
  become('expired');
  expect(said).toEqual(['signed-out']);
});

test('it is said again after another sign-in', async () => {
  const { said, become } = await onSite();
  become('expired');
  become('signed-in');
  become('expired');
  expect(said).toEqual(['signed-out', 'signed-out']);
});

test('a keychain that does not answer is said in its own words', async () => {
  const { said, become } = await onSite();
  become('locked');
  expect(said).toEqual(['keychain-locked']);
});
