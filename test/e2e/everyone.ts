import type { Page } from '@playwright/test';
import { expect } from './app.ts';
import { expectClean } from './clean.ts';

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
export async function lookForEveryone(state: string, page: Page): Promise<void> {
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
  await page.emulateMedia({ forcedColors: null, reducedMotion: null });
}
