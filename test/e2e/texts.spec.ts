import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { WORDS } from '../../words/index.ts';
import { LANGUAGES } from '../../words/language.ts';
import { expect, test } from './app.ts';
import { givePolicy } from './policy.ts';
import { cutIn, stretch } from './uncut.ts';
import { walkTheEnd, walkTheForm, walkTheQuestions, walkTheVisit, walkTheWindows } from './walk.ts';
import { firstRunPolicy, walkTheEvening, walkTheFirstRun, walkTheOrder } from './walk-further.ts';

const PICTURES = 'test-results/texts';
mkdirSync(PICTURES, { recursive: true });

/** Each language as it is; English once more with every text longer by 40 %. */
const VOICES = [
  ...LANGUAGES.map((language) => ({ language, long: false })),
  { language: 'en', long: true },
] as const;

for (const { language, long } of VOICES) {
  const voice = long ? 'longer words' : language;

  /** Collects what is cut, state by state, with a picture of each. */
  const watch = () => {
    const found: string[] = [];
    const look = async (state: string, page: Page) => {
      const restore = long ? await stretch(page) : null;
      found.push(...(await cutIn(page)).map((text) => `${state}: ${text}`));
      await page.screenshot({
        path: `${PICTURES}/${voice.replace(' ', '-')}-${state}.png`,
        animations: 'disabled',
      });
      await restore?.();
    };
    return { found, look };
  };

  test(`no text is cut in popup, Settings and Timesheet: ${voice}`, { tag: '@patient' }, async ({
    start,
    folder,
    sandbox,
  }) => {
    test.setTimeout(300_000);
    const { found, look } = watch();
    const app = await start({ policy: givePolicy(folder, sandbox, { language }) });
    const walk = { app, sandbox, words: WORDS[language], look };
    const popup = await walkTheForm(walk);
    await walkTheVisit(walk, popup);
    await walkTheEnd(walk, popup);
    await walkTheWindows(walk);
    expect(found).toEqual([]);
  });

  test(`no text is cut at the first run, by phone, in the evening: ${voice}`, async ({
    start,
    folder,
    sandbox,
  }) => {
    const { found, look } = watch();
    const app = await start({ policy: firstRunPolicy(folder, sandbox, { language }) });
    const walk = { app, sandbox, words: WORDS[language], look };
    const popup = await walkTheFirstRun(walk);
    await walkTheOrder(walk, popup);
    await walkTheEvening(walk, popup);
    expect(found).toEqual([]);
  });

  test(`no text is cut in the windows that ask: ${voice}`, async ({ start, folder, sandbox }) => {
    const { found, look } = watch();
    const policy = givePolicy(folder, sandbox, { language, idleMinutes: 0.05, workdays: [] });
    await walkTheQuestions({ app: await start({ policy }), sandbox, words: WORDS[language], look });
    expect(found).toEqual([]);
  });
}
