import { rmSync } from 'node:fs';
import { givePolicy } from '../e2e/policy.ts';
import { startSandbox } from '../sandbox/server.ts';
import { type AppName, Running, rest, type Seen } from './apps.ts';
import { type Cost, costOf } from './cost.ts';
import { type Content, folderWith } from './folders.ts';
import { NOBODY, UNASKED } from './quiet.ts';
import { keepSession } from './session.ts';

/** How long is waited, ms. */
export interface Waits {
  /** Between the start and what is measured at rest: a popup that is made ahead is there by then. */
  readonly settle: number;
  /** CPU and switches are counted over this time. */
  readonly rest: number;
}

/** The app's own time until an unused popup is let go, and a little more (ms). */
const LET_GO_MS = 5 * 60_000 + 20_000;

/** The figures of one program in one round. */
export interface Sample {
  readonly tray: number;
  readonly first: number;
  readonly again: number;
  /** kB */
  readonly pss: number;
  /** Per minute. */
  readonly cpu: number;
  readonly switches: number;
}

/** Starts a program, lets it be, clicks its window open twice, and lets it be again. */
export async function sample(
  name: AppName,
  seen: Seen,
  waits: Waits,
  options: { readonly content?: Content } = {},
): Promise<Sample> {
  const folder = options.content ? folderWith({ ...options.content, on: NOBODY }) : undefined;
  const policy = folder && givePolicy(folder, NOBODY, UNASKED);
  const app = await Running.start(name, seen, { folder, policy });
  try {
    await rest(waits.settle);
    const before = costOf(app.pid);
    await rest(waits.rest);
    const after = costOf(app.pid);
    const { first, again } = await use(app);
    const perMinute = (of: keyof Cost) => ((after[of] - before[of]) * 60_000) / waits.rest;
    return {
      tray: app.toTray,
      first,
      again,
      pss: after.pss,
      cpu: perMinute('cpu'),
      switches: perMinute('switches'),
    };
  } finally {
    await app.end();
    if (folder) rmSync(folder, { recursive: true, force: true });
  }
}

/** Clicks a program's window open and away, twice. @returns from each click until it had the focus, ms */
async function use(app: Running): Promise<{ first: number; again: number }> {
  const first = await app.click();
  await rest(500);
  await app.clickAway();
  const again = await app.click();
  await rest(500);
  await app.clickAway();
  return { first, again };
}

/**
 * Uses the popup of an OnSite whose memory is read when that was let go, five minutes later, when nothing else runs any more:
 * times can be measured meanwhile, but no memory, which is shared with what runs at the same time.
 * @returns waits for that, and ends it; PSS, kB
 */
export async function useAside(seen: Seen, waits: Waits): Promise<() => Promise<number>> {
  const app = await Running.start('OnSite', seen);
  await rest(waits.settle);
  await use(app);
  const due = performance.now() + LET_GO_MS;
  return async () => {
    try {
      await rest(Math.max(0, due - performance.now()));
      return costOf(app.pid).pss;
    } finally {
      await app.end();
    }
  };
}

/** A signed-in user's two reports are sent after the start. @returns PSS at rest after that, kB */
export async function pssAfterRequests(seen: Seen, waits: Waits): Promise<number> {
  const sandbox = await startSandbox({ config: { tokenIntervalSeconds: 0 } });
  const folder = folderWith({ queued: 2, on: sandbox });
  await keepSession(sandbox);
  const app = await Running.start('OnSite', seen, { folder, policy: givePolicy(folder, sandbox, UNASKED) });
  try {
    for (let waited = 0; sandbox.sandbox.reports.length < 2; waited += 100) {
      if (waited > 30_000) throw new Error('the two reports were not sent');
      await rest(100);
    }
    await rest(waits.settle);
    return costOf(app.pid).pss;
  } finally {
    await app.end();
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ten thousand reports wait: from the start to the tray, and what is held while they leave at the server's rate, kB. */
export async function drain(seen: Seen, lasts: number): Promise<{ tray: number; held: readonly number[] }> {
  const sandbox = await startSandbox({ config: { tokenIntervalSeconds: 0 } });
  const folder = folderWith({ queued: 10_000, on: sandbox });
  await keepSession(sandbox);
  const app = await Running.start('OnSite', seen, { folder, policy: givePolicy(folder, sandbox, UNASKED) });
  try {
    const held: number[] = [];
    for (let round = 0; round < 5; round++) {
      await rest(lasts / 5);
      held.push(costOf(app.pid).pss);
    }
    return { tray: app.toTray, held };
  } finally {
    await app.end();
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
