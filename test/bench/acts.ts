import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Page } from '@playwright/test';
import { checkIn, checkOut, expectDelivery, launch, signIn } from '../e2e/drive.ts';
import { givePolicy } from '../e2e/policy.ts';
import { startSandbox } from '../sandbox/server.ts';
import { rest } from './apps.ts';
import { UNASKED } from './quiet.ts';

/** From a click on `Check in`, ms each. */
export interface Acts {
  /** Until it is on disk and the popup shows it. */
  readonly shown: readonly number[];
  /** Until its request is at the server. */
  readonly request: readonly number[];
}

const WORK_ORDER = '107002896';
/** OnSite allows itself 36 requests a minute on a sandbox: the reports of this many acts leave at once, and no more. */
const AT_ONCE = 8;
/** Until those of the next ones do, ms. */
const MINUTE_AND_MORE = 61_000;

/** Notes in the page when `Check in` was clicked and when the frame with the visit was due, ms since the epoch. */
const watchClicks = (popup: Page): Promise<void> =>
  popup.evaluate(() => {
    const taken: { clicked: number; shown: number }[] = [];
    Reflect.set(window, 'taken', taken);
    const now = () => performance.timeOrigin + performance.now();
    const isThere = () => document.querySelector('[role=timer]') !== null;
    document.addEventListener(
      'click',
      ({ target }) => {
        const button = target instanceof Element ? target.closest('button') : null;
        if (button?.textContent?.trim() !== 'Check in') return;
        const clicked = now();
        new MutationObserver((_, observer) => {
          if (!isThere()) return;
          observer.disconnect();
          requestAnimationFrame(() => taken.push({ clicked, shown: now() }));
        }).observe(document.body, { childList: true, subtree: true });
      },
      true,
    );
  });

const taken = (popup: Page): Promise<{ clicked: number; shown: number }[]> =>
  popup.evaluate(() => Reflect.get(window, 'taken'));

/** Checks in and out again, online and signed in, with nothing held back. */
export async function acts(count: number): Promise<Acts> {
  const sandbox = await startSandbox({ config: { tokenIntervalSeconds: 0 } });
  const folder = mkdtempSync(join(tmpdir(), 'onsite-bench-'));
  const app = await launch({ folder, policy: givePolicy(folder, sandbox, UNASKED) });
  try {
    const popup = await app.open();
    await signIn(popup);
    await popup.getByRole('textbox', { name: 'Work order' }).waitFor();
    await watchClicks(popup);
    for (let act = 0; act < count; act++) {
      if (act > 0 && act % AT_ONCE === 0) await rest(MINUTE_AND_MORE);
      await checkIn(popup, WORK_ORDER);
      await popup.getByRole('timer').waitFor();
      await expectDelivery(popup, 'Everything recorded');
      await checkOut(popup, 'No status change');
      await popup.getByRole('textbox', { name: 'Work order' }).waitFor();
      await expectDelivery(popup, 'Everything recorded');
    }
    const clicks = await taken(popup);
    const arrived = sandbox.sandbox.requests
      .filter(({ path, method }) => method === 'POST' && /universalCheckIn/i.test(path))
      .map(({ receivedAt }) => Date.parse(receivedAt));
    return {
      shown: clicks.map(({ clicked, shown }) => shown - clicked),
      request: clicks.map(({ clicked }, index) => (arrived[index] ?? Number.NaN) - clicked),
    };
  } finally {
    await app.close();
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One durable commit of a row by itself, ms each: what no click can be faster than. */
export function commits(count: number): readonly number[] {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-bench-'));
  const db = new DatabaseSync(join(folder, 'commit.db'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (x)');
  const insert = db.prepare('INSERT INTO t VALUES (?)');
  const all = Array.from({ length: count }, (_, index) => {
    const began = performance.now();
    insert.run(index);
    return performance.now() - began;
  });
  db.close();
  rmSync(folder, { recursive: true, force: true });
  return all;
}
