import { describe, expect, test } from 'vitest';
import type { Browser } from '../../../main/account/parts.ts';
import { CONNECTION, granted, PERSON, PROFILE, rig } from './support.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A browser in which a test does something with the page that is opened. */
function browser(person: (page: URL, back: (query: string) => Promise<Response>) => Promise<unknown>) {
  const pages: URL[] = [];
  const opened = Promise.withResolvers<void>();
  const one: Browser = {
    open: async (url) => {
      const page = new URL(url);
      pages.push(page);
      const redirect = page.searchParams.get('redirect_uri') ?? '';
      opened.resolve();
      void person(page, (query) => fetch(`${redirect}${query}`));
    },
    words: (what) => ({ title: what, text: '<b>' }),
  };
  return { browser: one, pages, opened: opened.promise };
}

const state = (page: URL) => page.searchParams.get('state');

/** Nothing listens any more where the page was to send its answer. */
const expectClosed = async (page: URL | undefined) =>
  expect(fetch(page?.searchParams.get('redirect_uri') ?? '')).rejects.toThrow();

describe('a sign-in in the browser', () => {
  test('asks for a code with state and PKCE, and signs in whom the profile names', async () => {
    const { browser: given, pages } = browser((page, back) => back(`?state=${state(page)}&code=the-code`));
    const app = rig({ browser: given });
    expect(await app.session.signInWithBrowser(CONNECTION, '')).toEqual({ kind: 'ok' });
    const [page] = pages;
    expect(`${page?.origin}${page?.pathname}`).toBe('https://login.example/oauth/authorize');
    expect(Object.fromEntries(page?.searchParams ?? [])).toMatchObject({
      response_type: 'code',
      client_id: 'client-1',
      redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/callback$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(app.calls).toEqual(['code the-code']);
    expect(app.session.person).toEqual({ ...PERSON, userName: PROFILE.userName });
    expect(app.chain.entries.get(`login.example ${PROFILE.userName}`)).toBe('refresh-1');
    await expectClosed(page);
  });

  test('is not ended by an answer that is not its own, and not doubled by a second one', async () => {
    const answers: number[] = [];
    const { browser: given } = browser(async (page, back) => {
      for (const query of ['?code=x', '?state=other&code=x', `?state=${state(page)}&code=right`])
        answers.push((await back(query)).status);
    });
    const app = rig({ browser: given });
    expect(await app.session.signInWithBrowser(CONNECTION, '')).toEqual({ kind: 'ok' });
    await expect.poll(() => answers).toEqual([400, 400, 200]);
    expect(app.calls).toEqual(['code right']);
  });

  test('that was denied says so, and signs nobody in', async () => {
    const { browser: given, pages } = browser((page, back) =>
      back(`?state=${state(page)}&error=access_denied&error_description=Not%20you.`),
    );
    const app = rig({ browser: given });
    expect(await app.session.signInWithBrowser(CONNECTION, '')).toEqual({
      kind: 'browser',
      why: 'denied',
      message: 'Not you.',
    });
    expect([app.session.person, app.calls]).toEqual([null, []]);
    await expectClosed(pages[0]);
  });

  test('that nobody answers ends after five minutes, and says meanwhile what it waits for', async () => {
    const { browser: given, pages, opened } = browser(async () => undefined);
    const app = rig({ browser: given });
    const answer = app.session.signInWithBrowser(CONNECTION, '');
    await opened;
    await settled();
    expect(app.session.signingIn).toEqual({ until: null, inBrowser: true });
    app.waits.find(({ ms }) => ms === 300_000)?.end();
    expect(await answer).toEqual({ kind: 'browser', why: 'timeout', message: '' });
    expect(app.session.signingIn).toBeNull();
    await expectClosed(pages[0]);
  });

  test('that is cancelled listens no more', async () => {
    const { browser: given, pages, opened } = browser(async () => undefined);
    const app = rig({ browser: given });
    const answer = app.session.signInWithBrowser(CONNECTION, '');
    await opened;
    await settled();
    app.session.cancelSignIn();
    expect(await answer).toEqual({ kind: 'cancelled' });
    await settled();
    await expectClosed(pages[0]);
  });

  test('without a browser says so', async () => {
    const app = rig();
    expect(await app.session.signInWithBrowser(CONNECTION, '')).toMatchObject({ why: 'no-browser' });
  });

  test('on a port that is busy names it', async () => {
    const { browser: given, pages, opened } = browser(async () => undefined);
    const first = rig({ browser: given });
    const waiting = first.session.signInWithBrowser(CONNECTION, '');
    await opened;
    const taken = pages[0]?.searchParams.get('redirect_uri') ?? '';
    const app = rig({ browser: given });
    expect(await app.session.signInWithBrowser(CONNECTION, taken)).toEqual({
      kind: 'browser',
      why: 'port',
      message: new URL(taken).host,
    });
    expect(pages).toHaveLength(1);
    first.session.cancelSignIn();
    await waiting;
  });

  test('that is begun anew has the port that the one before had', async () => {
    const port = 20_000 + (process.pid % 20_000);
    const { browser: given, pages } = browser(async (page, back) =>
      pages.length === 2 ? back(`?state=${state(page)}&code=second`) : undefined,
    );
    const app = rig({ browser: given });
    const first = app.session.signInWithBrowser(CONNECTION, `http://127.0.0.1:${port}/`);
    await expect.poll(() => pages.length).toBe(1);
    expect(await app.session.signInWithBrowser(CONNECTION, `http://127.0.0.1:${port}/`)).toEqual({
      kind: 'ok',
    });
    expect(await first).toEqual({ kind: 'cancelled' });
  });

  test('whose code is refused says what the token endpoint says', async () => {
    const { browser: given } = browser((page, back) => back(`?state=${state(page)}&code=old`));
    const refused = { kind: 'denied', why: 'grant', message: 'The code is expired' } as const;
    const app = rig({ browser: given, grants: [refused] });
    expect(await app.session.signInWithBrowser(CONNECTION, '')).toEqual(refused);
  });

  test('that meets a limit at its last step goes on with what was granted: a code is good once', async () => {
    const { browser: given, opened } = browser((page, back) => back(`?state=${state(page)}&code=the-code`));
    const limited = { kind: 'unsent', why: 'rate-limit', retryAfterMs: 60_000, detail: '' } as const;
    const profiles = [limited];
    const app = rig({
      browser: given,
      grants: [granted(1), granted(2)],
      profile: async () => profiles.pop() ?? { kind: 'ok', value: PROFILE },
    });
    const answer = app.session.signInWithBrowser(CONNECTION, '');
    await opened;
    await expect.poll(() => app.waits.some(({ ms }) => ms === 60_000)).toBe(true);
    app.waits.find(({ ms }) => ms === 60_000)?.end();
    expect(await answer).toEqual({ kind: 'ok' });
    expect(app.calls).toEqual(['code the-code', 'refresh refresh-1']);
  });
});
