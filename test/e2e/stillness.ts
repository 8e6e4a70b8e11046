import type { Locator, Page } from '@playwright/test';
import { expect } from './app.ts';

/** The greatest movement that counts as none, CSS px. */
const MOST = 2;

/**
 * Begins to follow where each button and field of the view is painted, frame by frame: those that are in sight now and
 * stay, by element and by name.
 */
const follow = (page: Page): Promise<void> =>
  page.evaluate((most) => {
    const nameOf = (element: Element): string => {
      const field = element instanceof HTMLButtonElement ? null : element.closest('.field');
      const label = element.getAttribute('aria-label') ?? field?.querySelector('label')?.textContent;
      return `${element.tagName} ${label ?? element.textContent}`;
    };
    const all = () => [...document.querySelectorAll('button, input, select, textarea')];
    const before = all().flatMap((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const inSight = width > 0 && y + height > 0 && y < innerHeight;
      return inSight ? [{ element, name: nameOf(element), x, y }] : [];
    });
    const moved = new Map<string, string>();
    const compare = (painted: readonly IntersectionObserverEntry[]) => {
      for (const { element, name, x, y } of before) {
        const now =
          painted.find(({ target }) => target === element) ??
          (element.isConnected ? undefined : painted.find(({ target }) => nameOf(target) === name));
        if (!now || now.boundingClientRect.width === 0) continue;
        const by = [now.boundingClientRect.x - x, now.boundingClientRect.y - y];
        if (by.some((each) => Math.abs(each) > most)) moved.set(name, `${name}: ${by.map(Math.round)}`);
      }
    };
    // It is told of places as the frame is painted: after everything that settles a layout within the frame.
    let observer: IntersectionObserver | null = null;
    const look = () => {
      observer?.disconnect();
      observer = new IntersectionObserver(compare);
      for (const element of all()) observer.observe(element);
      if (!over) requestAnimationFrame(look);
    };
    let over = false;
    requestAnimationFrame(look);
    Reflect.set(globalThis, 'endFollowing', () => {
      over = true;
      observer?.disconnect();
      return [...moved.values()];
    });
  }, MOST);

/** Does what changes the state, and asserts that no button and no field has moved meanwhile, not for one frame. */
export async function expectStill(page: Page, what: string, change: () => Promise<unknown>): Promise<void> {
  await follow(page);
  await change();
  const moved: string[] = await page.evaluate(
    () =>
      new Promise((done) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => done(Reflect.get(globalThis, 'endFollowing')())),
        ),
      ),
  );
  expect(moved, what).toEqual([]);
}

/** It is drawn whole in the window, and nothing covers it. */
export async function expectInSight(element: Locator): Promise<void> {
  const isInSight = () =>
    element.evaluate((of) => {
      const { left, top, right, bottom } = of.getBoundingClientRect();
      const corners = [
        [left + 2, top + 2],
        [right - 2, bottom - 2],
      ] as const;
      const hits = corners.map(([x, y]) => document.elementFromPoint(x, y));
      return hits.every((hit) => hit !== null && (of.contains(hit) || hit.contains(of)));
    });
  await expect.poll(isInSight, { message: `in sight: ${element}` }).toBe(true);
}
