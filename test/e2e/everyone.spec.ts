import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { WORDS } from '../../words/index.ts';
import { expect, test } from './app.ts';
import { expectClean } from './clean.ts';
import { beOnSite } from './moments.ts';
import { givePolicy } from './policy.ts';
import { cutIn } from './uncut.ts';
import { walkTheEnd, walkTheForm, walkTheQuestions, walkTheVisit, walkTheWindows } from './walk.ts';
import { firstRunPolicy, walkTheEvening, walkTheFirstRun, walkTheOrder } from './walk-further.ts';

const PICTURES = 'test-results/everyone';
mkdirSync(PICTURES, { recursive: true });

const words = WORDS.en;

/** Controls that are smaller than 24 by 24 px (WCAG 2.2, 2.5.8); the square of a choice counts with its words. */
const tooSmall = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, summary, a[href]')]
      .filter((control) => control.checkVisibility() && control.closest('.unseen') === null)
      .flatMap((control) => {
        const { width, height } = (control.closest('label') ?? control).getBoundingClientRect();
        const name = control.getAttribute('aria-label') ?? control.textContent ?? control.outerHTML;
        return width < 24 || height < 24
          ? [`${name.trim()}: ${Math.round(width)} × ${Math.round(height)}`]
          : [];
      }),
  );

/** Controls that do not show that they have the focus. The focus goes back to where it was. */
const withoutFocusRing = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const before = document.activeElement;
    const controls = [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, summary')];
    const found = controls
      .filter((control) => control.checkVisibility() && !control.matches(':disabled'))
      .flatMap((control) => {
        control.focus({ preventScroll: true });
        const shown = [control, control.closest('.tile')].some((each) => {
          if (!each) return false;
          const { outlineStyle, outlineWidth } = getComputedStyle(each);
          return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        });
        return shown ? [] : [control.outerHTML.slice(0, 120)];
      });
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    return found;
  });

/** Looks at a page as those do who need large targets, a visible focus, high contrast or stillness. */
async function lookForEveryone(state: string, page: Page): Promise<void> {
  expect(await tooSmall(page), state).toEqual([]);
  expect(await withoutFocusRing(page), state).toEqual([]);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await expectClean(page, `${state}, forced colours`);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('.button')].filter((each) =>
      getComputedStyle(each)
        .transitionDuration.split(',')
        .some((duration) => Number.parseFloat(duration) > 0),
    ),
  );
  expect(moving, state).toEqual([]);
  await page.screenshot({ path: `${PICTURES}/forced-${state}.png`, animations: 'disabled' });
  await page.emulateMedia({ forcedColors: null, reducedMotion: null });
}

test('every state is for everyone: targets, focus, forced colours, no motion where none is wanted', {
  tag: '@patient',
}, async ({ start, folder, sandbox }) => {
  test.setTimeout(300_000);
  const app = await start({ policy: givePolicy(folder, sandbox) });
  const walk = { app, sandbox, words, look: lookForEveryone };
  const popup = await walkTheForm(walk);
  await walkTheVisit(walk, popup);
  await walkTheEnd(walk, popup);
  await walkTheWindows(walk);
});

test('first run, phone card, strip and end of the day are for everyone', async ({
  start,
  folder,
  sandbox,
}) => {
  const app = await start({ policy: firstRunPolicy(folder, sandbox) });
  const walk = { app, sandbox, words, look: lookForEveryone };
  const popup = await walkTheFirstRun(walk);
  await walkTheOrder(walk, popup);
  await walkTheEvening(walk, popup);
});

test('every question is for everyone', async ({ start, folder, sandbox }) => {
  const app = await start({ policy: givePolicy(folder, sandbox, { idleMinutes: 0.05, workdays: [] }) });
  await walkTheQuestions({ app, sandbox, words, look: lookForEveryone });
});

test('no text is cut at 200 %', { tag: '@patient' }, async ({ start, folder, sandbox }) => {
  test.setTimeout(300_000);
  const found: string[] = [];
  const look = async (state: string, page: Page) => {
    found.push(...(await cutIn(page)).map((text) => `${state}: ${text}`));
    await page.screenshot({ path: `${PICTURES}/double-${state}.png`, animations: 'disabled' });
  };
  const app = await start({ policy: givePolicy(folder, sandbox), scale: 2 });
  const walk = { app, sandbox, words, look };
  const popup = await walkTheForm(walk);
  await walkTheVisit(walk, popup);
  await walkTheEnd(walk, popup);
  await walkTheWindows(walk);
  await app.close();
  const first = await start({
    policy: firstRunPolicy(folder, sandbox),
    folder: join(folder, 'first'),
    scale: 2,
  });
  const further = { ...walk, app: first };
  const form = await walkTheFirstRun(further);
  await walkTheOrder(further, form);
  await walkTheEvening(further, form);
  expect(found).toEqual([]);
});

test('a clock that runs is told to nobody: live regions are still while nothing happens', async ({
  start,
}) => {
  const popup = await (await start()).open();
  await beOnSite(popup);
  await expect(popup.locator('[aria-disabled="true"]')).toHaveCount(0);
  const timer = popup.getByRole('timer').first();
  await popup.evaluate(() => {
    const told: string[] = [];
    Reflect.set(window, 'told', told);
    const live = '[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log]';
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        if (element?.closest(live)) told.push(element.textContent ?? '');
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const before = await timer.textContent();
  await expect.poll(() => timer.textContent()).not.toBe(before);
  const next = await timer.textContent();
  await expect.poll(() => timer.textContent()).not.toBe(next);
  expect(await popup.evaluate(() => Reflect.get(window, 'told'))).toEqual([]);
});
