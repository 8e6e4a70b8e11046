import { describe, expect, test } from 'vitest';
import { appRig, until } from './rig.ts';

type Rig = Awaited<ReturnType<typeof appRig>>;

/** `Check connection`, by what it looks at. */
const checked = async ({ send }: Rig) =>
  new Map(
    (await send('settings:check-connection', null)).map(({ name, state, detail }) => [
      name,
      { state, detail },
    ]),
  );

describe('`Check connection`', () => {
  test('finds host and user, the clock and the desktop in order', async () => {
    const rig = await appRig();
    const found = await checked(rig);
    expect(found.get('host')).toEqual({ state: 'ok', detail: rig.storage.settings.get('apiUrl') });
    expect(found.get('user')?.state).toBe('ok');
    for (const name of ['clock', 'tray', 'notifications'] as const) {
      expect(found.get(name)?.state, name).toBe('ok');
    }
  });

  test('says that nobody is signed in', async () => {
    const rig = await appRig();
    await rig.send('session:sign-out', null);
    expect((await checked(rig)).get('user')?.state).toBe('missing');
  });

  test('says that there is no tray', async () => {
    const rig = await appRig();
    rig.desktop.shell.inTray = false;
    expect((await checked(rig)).get('tray')?.state).toBe('missing');
  });

  test('knows of the permission only after a check-in', async () => {
    const rig = await appRig({ workdays: [] });
    expect((await checked(rig)).get('permission')?.state).toBe('unknown');
    await rig.checkIn();
    await until(async () => (await checked(rig)).get('permission')?.state === 'ok');
  });

  test('names the host that does not answer, and blames no user', async () => {
    let isDown = false;
    const rig = await appRig({}, (...request) =>
      isDown ? Promise.reject(new TypeError('net::ERR_INTERNET_DISCONNECTED')) : fetch(...request),
    );
    isDown = true;
    const found = await checked(rig);
    expect(found.get('host')).toEqual({ state: 'missing', detail: rig.storage.settings.get('apiUrl') });
    expect(found.get('user')?.state).toBe('unknown');
    // Signed in, it does not say to sign in.
    expect(found.get('client')).toEqual({ state: 'unknown', detail: rig.storage.settings.get('apiUrl') });
  });
});
