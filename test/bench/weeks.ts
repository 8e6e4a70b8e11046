import { rmSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Page } from '@playwright/test';
import { DAY, HOUR } from '../../main/visit/time.ts';
import { desktopAtNoon } from '../e2e/desktop.ts';
import { launch, signIn } from '../e2e/drive.ts';
import { openTimesheet } from '../e2e/timesheet.ts';
import { policyFor, writePolicy } from '../sandbox/policy.ts';
import { startSandbox } from '../sandbox/server.ts';
import { folderWith } from './folders.ts';

/**
 * `npm run bench:weeks`: the Timesheet in its window, from the click on `Previous week` until that week is painted, with
 * 30 visits on disk and with 30,000, in ten years and an hour apart. It prints and asserts nothing.
 */

const DEMO_USER = 1544987;
const WEEKS = 12;
const YEARS = 10 * 365 * DAY;

interface Paint {
  readonly ms: number;
  readonly rows: number;
}

/** Clicks on the week before, and waits for the frame that shows it. */
function turn(sheet: Page): Promise<Paint> {
  return sheet.evaluate(async () => {
    const heading = document.querySelector('h1');
    const button = document.querySelector<HTMLElement>('[aria-label="Previous week"]');
    if (!heading || !button) throw new Error('no week is shown');
    const before = heading.textContent;
    const began = performance.now();
    const shown = new Promise<void>((resolve) => {
      const look = () => (heading.textContent === before ? requestAnimationFrame(look) : setTimeout(resolve));
      requestAnimationFrame(look);
    });
    button.click();
    await shown;
    const ms = performance.now() - began;
    // Rows below the window come with the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
    return { ms, rows: document.querySelectorAll('table[aria-label="Pairs"] tbody tr').length };
  });
}

async function weeksOf(visits: number, apart: number): Promise<readonly Paint[]> {
  const sandbox = await startSandbox({ config: { tokenIntervalSeconds: 0 } });
  const folder = folderWith({
    history: visits,
    apart,
    owner: { userId: DEMO_USER, server: sandbox.apiUrl },
  });
  const app = await launch({ folder, policy: writePolicy(folder, policyFor(sandbox)) });
  try {
    await signIn(await app.open());
    const sheet = await openTimesheet(app);
    // The ten visits of the last days lie before the history.
    for (const _ of [1, 2, 3]) await turn(sheet);
    const paints: Paint[] = [];
    for (let week = 0; week < WEEKS; week++) paints.push(await turn(sheet));
    return paints;
  } finally {
    await app.close();
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const desktop = await desktopAtNoon();
console.log(`${WEEKS} weeks each, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; median (least–most)`);
const WITH = [
  [30, 'a day apart', DAY],
  [30_000, 'in ten years', YEARS / 30_000],
  [30_000, 'an hour apart', HOUR],
] as const;
for (const [visits, how, apart] of WITH) {
  const paints = await weeksOf(visits, apart);
  const times = paints.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const shown = (ms = Number.NaN) => ms.toFixed(0);
  const most = Math.max(...paints.map(({ rows }) => rows));
  const range = `${shown(times[0])}–${shown(times.at(-1))}`;
  console.log(
    `${visits} visits, ${how}: click → week painted ${shown(times[WEEKS / 2])} ms (${range}), up to ${most} pairs`,
  );
}
await desktop?.close();
