import type { Page } from '@playwright/test';
import { expect } from './app.ts';

/** Whether a thing is moved is judged in each frame, CSS px. */
const MOST = 2;

/**
 * Begins to follow where each button and field of the view is, in each frame that is drawn: those that are drawn now
 * and stay, by element and by name. Those that lie outside of the window move unseen.
 */
const follow = (page: Page): Promise<void> =>
  page.evaluate((most) => {
    const nameOf = (element: Element): string => {
      const label = element.getAttribute('aria-label') ?? element.closest('label, .field')?.textContent;
      return `${element.tagName} ${(label ?? element.textContent ?? '').slice(0, 60)}`;
    };
    const things = () =>
      [...document.querySelectorAll('button, input, select, textarea')].flatMap((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const inSight = width > 0 && y + height > 0 && y < innerHeight;
        return inSight ? [{ element, name: nameOf(element), x, y }] : [];
      });
    const before = things();
    const moved = new Map<string, string>();
    let over = false;
    const look = () => {
      for (const { element, name, x, y } of before) {
        const now = things();
        const there = now.find((each) => each.element === element) ?? now.find((each) => each.name === name);
        if (!there || (Math.abs(there.x - x) <= most && Math.abs(there.y - y) <= most)) continue;
        moved.set(name, `${name}: ${Math.round(there.x - x)}, ${Math.round(there.y - y)}`);
      }
      if (!over) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Reflect.set(globalThis, 'endFollowing', () => {
      over = true;
      look();
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
