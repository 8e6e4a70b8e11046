import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { inOneLine } from '../../../build/test/count.ts';
import { checkIn, checkOut, expectState, launch, signIn } from '../../e2e/drive.ts';
import { givePolicy } from '../../e2e/policy.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import { keptIn } from './disk.ts';
import { judge, matches, recordedBy } from './judge.ts';
import { type Click, type Plan, planOf } from './plan.ts';

const WORK_ORDER = 107002896;
/** An unknown outcome is decided within 100 s (DESIGN.md, rule 3); the start of the app comes on top of that, ms. */
const DECIDED = 130_000;
/** A look at the record of the app that waits (ms): it takes some of the processor from the tests beside it. */
const LOOK_EVERY = 1_000;

const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The result of one kill. */
export interface Result {
  readonly index: number;
  readonly plan: Plan;
  /** Clicks that the app had acknowledged when it was killed. */
  readonly acknowledged: number;
  readonly questions: number;
  /** The faults of the record; empty when there are none. */
  readonly faults: readonly string[];
}

/** Makes a clean record wrong, to see that the judge says so. */
export type Sabotage = (sandbox: RunningSandbox) => Promise<void>;

const DONE: Readonly<Record<Click, (popup: Page) => Promise<void>>> = {
  'check-in': async (popup) => {
    await checkIn(popup, String(WORK_ORDER));
    await expectState(popup, 'On site');
  },
  pause: async (popup) => {
    await popup.getByRole('button', { name: 'Pause', exact: true }).click();
    await expectState(popup, 'Paused');
  },
  resume: async (popup) => {
    await popup.getByRole('button', { name: 'Resume', exact: true }).click();
    await expectState(popup, 'On site');
  },
  'check-out': async (popup) => {
    await checkOut(popup, 'Finished (Completed)');
    await popup.getByRole('textbox', { name: 'Work order' }).waitFor();
  },
};

/** Clicks until the app is dead; how many clicks it had acknowledged by then. */
async function clickAway(popup: Page, { clicks, pace }: Plan): Promise<number> {
  let acknowledged = 0;
  try {
    for (const click of clicks) {
      await DONE[click](popup);
      acknowledged++;
      await rest(pace);
    }
  } catch {
    // The app was killed under the click.
  }
  return acknowledged;
}

/** Answers what the app asks by what ServiceChannel really holds. */
async function answerTruly(popup: Page, folder: string, sandbox: RunningSandbox): Promise<boolean> {
  const asked = keptIn(folder).find(({ state }) => state === 'unconfirmed');
  if (!asked) return false;
  const held = recordedBy(sandbox).some((report) => matches(asked, report));
  const name = held ? 'It was recorded' : 'Send again';
  await popup.getByRole('button', { name }).first().click();
  return true;
}

async function settle(popup: Page, folder: string, sandbox: RunningSandbox): Promise<number> {
  const until = Date.now() + DECIDED;
  const open = () => keptIn(folder).some(({ state }) => state !== 'recorded');
  let questions = 0;
  while (open() && Date.now() < until) {
    if (await answerTruly(popup, folder, sandbox)) questions++;
    await rest(LOOK_EVERY);
  }
  return questions;
}

async function live(index: number, plan: Plan, folder: string, sandbox: RunningSandbox, sabotage?: Sabotage) {
  const { undoSeconds } = plan;
  const settings = { idleMinutes: 0, workdays: [], requestTimeoutSeconds: 3, undoSeconds };
  const policy = givePolicy(folder, sandbox, settings);
  const first = await launch({ folder, policy });
  const popup = await first.open();
  await signIn(popup);
  await popup.getByRole('textbox', { name: 'Work order' }).waitFor();
  for (const fault of plan.faults) sandbox.sandbox.faults.add(fault);
  const dead = first.electron.waitForEvent('close');
  const clicking = clickAway(popup, plan);
  await rest(plan.killAfter);
  first.electron.process().kill('SIGKILL');
  await dead;
  const acknowledged = await clicking;
  sandbox.sandbox.faults.clear();
  await sabotage?.(sandbox);
  const second = await launch({ folder, policy });
  try {
    const questions = await settle(await second.open(), folder, sandbox);
    const faults = judge(keptIn(folder), recordedBy(sandbox), acknowledged);
    return { index, plan, acknowledged, questions, faults };
  } finally {
    await second.close();
  }
}

/** Kills the real app once, starts it again, and judges what ServiceChannel holds when all is settled. */
export async function killOnce(seed: number, index: number, sabotage?: Sabotage): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-kill-'));
  const sandbox = await startSandbox({ config: { tokenIntervalSeconds: 0 } });
  const plan = planOf(seed, index);
  try {
    return await live(index, plan, folder, sandbox, sabotage);
  } catch (error) {
    // A wrong run as any other: those after it go on.
    const message = error instanceof Error ? error.message : String(error);
    const fault = `not lived through: ${inOneLine(message)}`;
    return { index, plan, acknowledged: 0, questions: 0, faults: [fault] };
  } finally {
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
