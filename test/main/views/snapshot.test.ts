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

  test('writes times in the language in force, from the next snapshot on', async () => {
    const { snapshot, storage } = await appRig();
    expect(await snapshot()).toMatchObject({ language: 'en', locale: 'en-GB' });
    storage.settings.set('language', 'fr');
    expect(await snapshot()).toMatchObject({ language: 'fr', locale: 'fr-GB-u-hc-h23' });
  });

  test('speaks English where the system prefers a language that there are no words for', async () => {
    const { snapshot, desktop } = await appRig();
    desktop.languages = ['xx-XX'];
    expect(await snapshot()).toMatchObject({ language: 'en', languageMissing: 'xx-XX' });
  });
});
