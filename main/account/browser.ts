import { authorization } from '../servicechannel/authorize.ts';
import type { CodeGrant } from '../servicechannel/oauth.ts';
import type { Waiting } from './attempt.ts';
import { openLoopback } from './loopback.ts';
import type { Browser, BrowserFailure, SessionParts, SignInTarget } from './parts.ts';

/** So long the answer of the sign-in page is waited for (ms). */
const MOST_WAIT = 5 * 60_000;
/** So long the browser may take to say that it opened (ms). */
const MOST_OPENING = 10_000;

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => ESCAPED[sign] ?? sign);

function pageOf({ title, text }: ReturnType<Browser['words']>): string {
  return `<!doctype html><meta charset="utf-8"><title>${escaped(title)}</title><h1>${escaped(title)}</h1><p>${escaped(text)}</p>`;
}

const failed = (why: BrowserFailure['why'], message = ''): BrowserFailure => ({
  kind: 'browser',
  why,
  message,
});

/**
 * Opens the sign-in page in the browser, and goes on with the code that it brings back. Nothing listens any
 * more when it returns.
 * @param redirectUri a registered one, or empty
 */
export async function throughBrowser<T>(
  parts: Pick<SessionParts, 'browser' | 'wait'>,
  { loginUrl, clientId }: SignInTarget,
  redirectUri: string,
  { signal, inBrowser }: Waiting,
  goOn: (code: CodeGrant) => Promise<T>,
): Promise<T | BrowserFailure> {
  const { state, verifier, url } = authorization(loginUrl, clientId);
  const loopback = await openLoopback(redirectUri, state, (what) => pageOf(parts.browser.words(what)));
  if (!loopback) return failed('port', new URL(redirectUri).host);
  const over = new AbortController();
  const until = AbortSignal.any([signal, over.signal]);
  const within = (ms: number) => parts.wait(ms, until).then(() => null);
  try {
    const opened = parts.browser.open(url(loopback.redirectUri)).then(
      () => true,
      () => false,
    );
    // One that does not say whether it opened may be open all the same.
    if ((await Promise.race([opened, within(MOST_OPENING)])) === false) return failed('no-browser');
    inBrowser(true);
    const answer = await Promise.race([loopback.answer, within(MOST_WAIT)]);
    inBrowser(false);
    if (!answer) return failed('timeout');
    if (answer.kind === 'denied') return failed('denied', answer.message);
    return await goOn({ code: answer.code, redirectUri: loopback.redirectUri, verifier });
  } finally {
    over.abort();
    loopback.close();
  }
}
