import { describe, expect, test } from 'vitest';
import { appRig } from '../app/rig.ts';

describe('the snapshot', () => {
  test('names the account and never carries a secret of it', async () => {
    const { snapshot } = await appRig();
    const shown = await snapshot();
    expect(shown.account).toMatchObject({ state: 'signed-in' });
    expect(JSON.stringify(shown)).not.toMatch(/secret"?:\s*"\w|refresh_token|access_token/i);
  });

  test('after signing out has no account and no visit of theirs', async () => {
    const { snapshot, send, checkIn } = await appRig({ workdays: [] });
    await checkIn();
    await send('session:sign-out', null);
    expect(await snapshot()).toMatchObject({ account: { state: 'signed-out' }, current: null, paused: [] });
  });

  test.each([
    ['system', 'de-AT', 'de-AT'],
    ['24', 'en-US', 'en-US-u-hc-h23'],
  ] as const)('writes times as the setting %s and the locale %s say', async (timeFormat, system, locale) => {
    const { snapshot, desktop, storage } = await appRig();
    desktop.locale.times = () => system;
    storage.settings.set('timeFormat', timeFormat);
    expect((await snapshot()).locale).toBe(locale);
  });

  test('speaks English where the system prefers a language that there are no words for', async () => {
    const { snapshot, desktop } = await appRig();
    desktop.languages = ['xx-XX'];
    expect((await snapshot()).language).toBe('en');
  });
});
