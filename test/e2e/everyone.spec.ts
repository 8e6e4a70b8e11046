import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { WORDS } from '../../words/index.ts';
import { expect, keptTest, test } from './app.ts';
import { beOnSite } from './moments.ts';
import { givePolicy } from './policy.ts';
import { cutIn } from './uncut.ts';
import { walkTheEnd, walkTheForm, walkTheVisit, walkTheWindows } from './walk.ts';
import { firstRunPolicy, walkTheEvening, walkTheFirstRun, walkTheOrder } from './walk-further.ts';

const words = WORDS.en;

test('no text is cut at 200 %', { tag: '@patient' }, async ({ start, folder, sandbox }) => {
  test.setTimeout(300_000);
  const found: string[] = [];
  const look = async (state: string, page: Page) => {
    found.push(...(await cutIn(page)).map((text) => `${state}: ${text}`));
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

keptTest(
  'a clock that runs is told to nobody: live regions are still while nothing happens',
  async ({ app }) => {
    const popup = await app.open();
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
  },
);
