import { describe, expect, test } from 'vitest';
import { needsAttention, needsSignIn } from '../../../main/views/attention.ts';
import type { Account, Snapshot } from '../../../preload/contract.ts';
import { appRig, until } from '../app/rig.ts';

const account = (state: Exclude<Account['state'], 'signed-out'>): Pick<Snapshot, 'account'> => ({
  account: { state, userName: 'tech', name: 'A Technician' },
});

/** On site; the check-in is recorded, or waits to be sent. */
async function onSite(isRecorded: boolean): Promise<Snapshot> {
  const { checkIn, snapshot, core } = await appRig({ workdays: [], undoSeconds: isRecorded ? 0 : 10 });
  await checkIn();
  if (isRecorded) await until(() => core.mine[0]?.pairs[0]?.checkIn.delivery.state === 'recorded');
  return snapshot();
}

describe('the tray needs attention', () => {
  test('when a report needs a person', async () => {
    const shown = await onSite(true);
    expect(needsAttention({ ...shown, delivery: { ...shown.delivery, kind: 'attention' } })).toBe(true);
  });

  test.each(['expired', 'locked'] as const)('when the session is %s and a report waits', async (state) => {
    expect(needsAttention({ ...(await onSite(false)), ...account(state) })).toBe(true);
  });

  test('when the session has ended while on site: the check-out could not be sent', async () => {
    expect(needsSignIn({ ...(await onSite(true)), ...account('expired') })).toBe(true);
  });
});

describe('the tray needs none', () => {
  test('while signed in with everything recorded', async () => {
    expect(needsAttention(await onSite(true))).toBe(false);
  });

  test('when the session has ended and nothing is to be sent', async () => {
    const { snapshot } = await appRig();
    expect(needsAttention({ ...(await snapshot()), ...account('expired') })).toBe(false);
  });
});
