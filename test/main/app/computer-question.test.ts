import { describe, expect, test } from 'vitest';
import { appRig } from './rig.ts';

const asked = async ({ snapshot }: Awaited<ReturnType<typeof appRig>>) =>
  (await snapshot()).moments.askComputer;

describe('`Is this computer with you while you work?`', () => {
  test('is asked from the first check-in until it is answered', async () => {
    const rig = await appRig({ workdays: [] });
    expect(await asked(rig)).toBe(false);
    await rig.checkIn();
    expect(await asked(rig)).toBe(true);
    await rig.send('moments:computer', { withYou: true });
    expect(await asked(rig)).toBe(false);
    expect(rig.storage.settings.get('idleMinutes')).toBe(30);
  });

  test('answered with no, absences are not asked about any more', async () => {
    const rig = await appRig({ workdays: [] });
    await rig.checkIn();
    await rig.send('moments:computer', { withYou: false });
    expect(rig.storage.settings.get('idleMinutes')).toBe(0);
    rig.desktop.idleMs = 60 * 60_000;
    rig.system.pass(60 * 60_000);
    await rig.shown();
    expect(rig.desktop.promptWindow.open).toBeNull();
  });

  test('is not asked where the idle time was chosen, or the company says it', async () => {
    const rig = await appRig({ workdays: [] });
    rig.storage.settings.set('idleMinutes', 15);
    await rig.checkIn();
    expect(await asked(rig)).toBe(false);
    const company = await appRig({ workdays: [], idleMinutes: 15 });
    await company.checkIn();
    expect(await asked(company)).toBe(false);
  });
});
