import { expect, test } from 'vitest';
import { DEMO_USER } from '../../sandbox/data-users.ts';
import { appRig, until } from './rig.ts';

/** Signs out, begins a sign-in in the browser, and does there what a person does. */
async function signingIn(action: 'login' | 'cancel', password = DEMO_USER.password) {
  const app = await appRig({ signIn: 'browser' });
  await app.send('session:sign-out', null);
  const answer = app.send('session:sign-in-with-browser', null);
  await until(() => app.opened.length === 1);
  const page = new URL(app.opened[0] ?? '');
  const body = new URLSearchParams({
    ...Object.fromEntries(page.searchParams),
    username: DEMO_USER.userName,
    password,
    action,
  });
  const shown = await fetch(page.origin + page.pathname, { method: 'POST', body });
  return { ...app, answer, shown: await shown.text(), page };
}

test('the sandbox’s own sign-in page brings a code, PKCE and all, and the technician is signed in', async () => {
  const { answer, shown, snapshot, core } = await signingIn('login');
  expect(await answer).toEqual({ ok: true, value: null });
  expect(shown).toContain('done');
  expect((await snapshot()).account).toMatchObject({ state: 'signed-in', userName: DEMO_USER.userName });
  expect(await core.session.sender?.ready()).toBeNull();
});

test('a denied consent is said in words', async () => {
  const { answer, shown, snapshot } = await signingIn('cancel');
  expect(await answer).toEqual({ ok: false, error: { code: 'browser', why: 'denied', message: '' } });
  expect(shown).toContain('denied');
  expect((await snapshot()).account.state).toBe('signed-out');
});

test('a wrong password there is the page’s own business, and can be cancelled here', async () => {
  const { answer, shown, send, snapshot, page } = await signingIn('login', 'wrong');
  expect(shown).toContain('wrong');
  expect((await snapshot()).signIn.waiting).toEqual({ until: null, inBrowser: true });
  await send('session:cancel-sign-in', null);
  expect(await answer).toEqual({ ok: false, error: { code: 'cancelled' } });
  await expect(fetch(page.searchParams.get('redirect_uri') ?? '')).rejects.toThrow();
});
