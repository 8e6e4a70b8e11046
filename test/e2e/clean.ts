import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './app.ts';

/** Evaluated in place of axe's half megabyte of source where a page has it already. */
const NOTHING = 'void 0';

/**
 * The rules that axe finds broken in a page as it is, each with its elements. Electron's pages cannot open the blank
 * page that axe wants for frames; ours have none. Of what is in order axe would make a report too, which took half of
 * the time.
 */
export async function violationsIn(page: Page): Promise<readonly (readonly [string, readonly string[]])[]> {
  const isThere = await page.evaluate(() => Reflect.has(window, 'axe'));
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: NOTHING }) });
  const { violations } = await axe
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}

/** Waits until colours have faded to those of a theme: half-way they have no contrast. */
const fade = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const fading = document.getAnimations().filter((each) => each instanceof CSSTransition);
    await Promise.allSettled(fading.map(({ finished }) => finished));
  });

/** Expects that axe finds nothing in a page, in either theme. */
export async function expectClean(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await fade(page);
    expect(await violationsIn(page), `${state}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}
