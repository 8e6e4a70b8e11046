import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launch } from '../../test/e2e/drive.ts';
import {
  type Walk,
  walkTheEnd,
  walkTheForm,
  walkTheQuestions,
  walkTheVisit,
  walkTheWindows,
} from '../../test/e2e/walk.ts';
import {
  firstRunPolicy,
  walkTheEvening,
  walkTheFirstRun,
  walkTheOrder,
} from '../../test/e2e/walk-further.ts';
import { policyFor, writePolicy } from '../../test/sandbox/policy.ts';
import { type RunningSandbox, startSandbox } from '../../test/sandbox/server.ts';
import { WORDS } from '../../words/index.ts';

const DOCS = join(import.meta.dirname, '../../docs');
const PICTURES = join(DOCS, 'pictures/guide');

/** The steps of a visit that docs/spoken.md tells, with the keys that lead to each. */
const SPOKEN: Readonly<Record<string, string>> = {
  'signed-out': 'The popup opens by `Ctrl+Shift+O` or a click on the icon. The focus is in `Username`.',
  'no-visit': 'Signed in with Enter. The focus is in `Work order`; Down goes to the open work orders.',
  'work-order':
    'A number was typed, and what is known of it is read out once. `Earlier…` has opened `Arrived at`.',
  'on-site':
    'Enter has checked in. `Pause` has the focus. The clock is a timer, which is not read out by itself.',
  'checking-out': '`Check out…` was pressed. The focus is in the first status; arrows choose another.',
  receipt: 'Checked out. What ServiceChannel holds is read out once, when it is known.',
  'idle-away': 'A window of its own asks after an absence. The answer that changes nothing has the focus.',
};

/** The page as screen readers have it: roles, names and states, line by line. */
const heard = (page: Page): Promise<string> => page.locator('body').ariaSnapshot();

/** A policy of the demo's client. */
const withClient =
  (settings: object = {}) =>
  (folder: string, sandbox: RunningSandbox): string =>
    writePolicy(folder, policyFor(sandbox, { theme: 'light', undoSeconds: 0, ...settings }));

const withoutClient = (folder: string, sandbox: RunningSandbox): string =>
  firstRunPolicy(folder, sandbox, { theme: 'light' });

async function walkThrough(
  policyOf: (folder: string, sandbox: RunningSandbox) => string,
  look: Walk['look'],
  run: (walk: Walk) => Promise<void>,
): Promise<void> {
  const sandbox = await startSandbox({ config: { tokenIntervalSeconds: 0 } });
  const folder = mkdtempSync(join(tmpdir(), 'onsite-guide-'));
  const app = await launch({ folder, policy: policyOf(folder, sandbox), args: ['--lang=en'] });
  await run({ app, sandbox, words: WORDS.en, look });
  await app.close();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Every state for docs/guide.md as a picture, and a visit in a screen reader's words: docs/spoken.md. */
export async function guide(): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const told = new Map<string, string>();
  const look: Walk['look'] = async (state, page) => {
    // After an act the buttons of the record rest for a moment.
    await expect(page.locator('[aria-disabled="true"]')).toHaveCount(0);
    await page.screenshot({ path: join(PICTURES, `${state}.png`), animations: 'disabled' });
    if (state in SPOKEN) told.set(state, await heard(page));
  };
  await walkThrough(withClient(), look, async (walk) => {
    const popup = await walkTheForm(walk);
    await walkTheVisit(walk, popup);
    await walkTheEnd(walk, popup);
    await walkTheWindows(walk);
  });
  await walkThrough(withClient({ idleMinutes: 0.05, workdays: [] }), look, walkTheQuestions);
  await walkThrough(withoutClient, look, async (walk) => {
    const popup = await walkTheFirstRun(walk);
    await walkTheOrder(walk, popup);
    await walkTheEvening(walk, popup);
  });
  const steps = Object.entries(SPOKEN).map(
    ([state, said]) => `## ${state}\n\n${said}\n\n\`\`\`yaml\n${told.get(state) ?? ''}\n\`\`\`\n`,
  );
  const head = `# A visit in a screen reader's words

The accessibility tree of the real windows, written by \`npm run screenshots\`: a role, its name, its state. Orca, NVDA and
VoiceOver read these. A state is told when it changes, by a live region; a clock that runs is told to nobody. Each
control has a name of its own, and all is reached by Tab, arrows, Enter and Esc.
`;
  writeFileSync(join(DOCS, 'spoken.md'), [head, ...steps].join('\n'));
}
