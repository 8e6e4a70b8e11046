import type { Page } from '@playwright/test';
import { WORDS } from '../../words/index.ts';
import { LANGUAGES, type Language } from '../../words/language.ts';
import { expect, keptTest, test } from './app.ts';
import { chooseSettings } from './choose-settings.ts';
import { expectClean } from './clean.ts';
import { lookForEveryone } from './everyone.ts';
import { givePolicy } from './policy.ts';
import { cutIn, stretch } from './uncut.ts';
import { walkTheEnd, walkTheForm, walkTheQuestions, walkTheVisit, walkTheWindows } from './walk.ts';
import { firstRunPolicy, walkTheEvening, walkTheFirstRun, walkTheOrder } from './walk-further.ts';

/** Looked at by axe in ordinary colours; every state is in forced ones. */
const IN_ORDINARY_COLOURS = [
  ...['signed-out', 'wrong-password', 'work-order', 'field-error', 'refused', 'travelling', 'crew'],
  ...['checking-out', 'paused', 'finishing', 'delivery', 'settings'],
  ...['idle-away', 'idle-checking-out', 'forgotten', 'quit'],
];

/**
 * Looks at each state of a walk, and collects what is cut in it. English, that has the shortest words, is looked at once
 * more with every text longer by 40 %, and as those see it who need contrast, targets, a visible focus or stillness.
 */
function watch(language: Language) {
  const found: string[] = [];
  const lookForCuts = async (state: string, page: Page) => {
    const cut = await cutIn(page);
    found.push(...cut.map((text) => `${state}: ${text}`));
    if (cut.length > 0) await page.screenshot({ path: `test-results/texts/${language}-${state}.png` });
  };
  const look = async (state: string, page: Page) => {
    await lookForCuts(state, page);
    if (language !== 'en') return;
    const restore = await stretch(page);
    await lookForCuts(`${state}-longer`, page);
    await restore();
    await lookForEveryone(state, page);
    if (IN_ORDINARY_COLOURS.includes(state)) await expectClean(page, state);
  };
  return { found, look };
}

for (const language of LANGUAGES) {
  const words = WORDS[language];
  const how =
    language === 'en' ? 'no text is cut, longer words neither, and all is for everyone' : 'no text is cut';

  keptTest(
    `${how}, in popup, Settings and Timesheet: ${language}`,
    { tag: '@patient' },
    async ({ app, sandbox }) => {
      test.setTimeout(300_000);
      const { found, look } = watch(language);
      await chooseSettings(await app.open(), { language });
      const walk = { app, sandbox, words, look };
      const popup = await walkTheForm(walk);
      await walkTheVisit(walk, popup);
      await walkTheEnd(walk, popup);
      await walkTheWindows(walk);
      expect(found).toEqual([]);
    },
  );

  test(`${how}, at the first run, by phone, in the evening: ${language}`, async ({
    start,
    folder,
    sandbox,
  }) => {
    test.setTimeout(120_000);
    const { found, look } = watch(language);
    const app = await start({ policy: firstRunPolicy(folder, sandbox, { language }) });
    const walk = { app, sandbox, words, look };
    const popup = await walkTheFirstRun(walk);
    await walkTheOrder(walk, popup);
    await walkTheEvening(walk, popup);
    expect(found).toEqual([]);
  });

  test(`${how}, in the windows that ask: ${language}`, async ({ start, folder, sandbox }) => {
    test.setTimeout(120_000);
    const { found, look } = watch(language);
    const policy = givePolicy(folder, sandbox, { language, idleMinutes: 0.05, workdays: [] });
    await walkTheQuestions({ app: await start({ policy }), sandbox, words, look });
    expect(found).toEqual([]);
  });
}
