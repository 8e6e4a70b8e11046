import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { launch } from '../e2e/drive.ts';
import { givePolicy } from '../e2e/policy.ts';
import { openTimesheet } from '../e2e/timesheet.ts';
import { folderWith } from './folders.ts';
import { NOBODY, UNASKED } from './quiet.ts';

/** Notes in the page how long each click on a week's button took until the frame with that week was painted, ms. */
const watchWeeks = (sheet: Page): Promise<void> =>
  sheet.evaluate(() => {
    const taken: number[] = [];
    Reflect.set(window, 'taken', taken);
    const heading = () => document.querySelector('h1')?.textContent;
    const onPainted = (then: () => void) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = then;
        port2.postMessage(null);
      });
    document.addEventListener(
      'click',
      () => {
        const clicked = performance.now();
        const before = heading();
        new MutationObserver((_, observer) => {
          if (heading() === before) return;
          observer.disconnect();
          onPainted(() => taken.push(performance.now() - clicked));
        }).observe(document.body, { childList: true, subtree: true, characterData: true });
      },
      true,
    );
  });

const takenIn = (sheet: Page): Promise<readonly number[]> =>
  sheet.evaluate(() => Reflect.get(window, 'taken'));

/**
 * Looks at the week before and at this one in turn, in the Timesheet; both hold the same visits however many there are in
 * the past. @returns from each click until the week was painted, ms
 */
export async function weeks(history: number, count: number): Promise<readonly number[]> {
  const folder = folderWith({ history, on: NOBODY });
  const app = await launch({ folder, policy: givePolicy(folder, NOBODY, UNASKED) });
  try {
    await app.open();
    const sheet = await openTimesheet(app);
    await sheet.getByRole('list', { name: 'Days' }).waitFor();
    await watchWeeks(sheet);
    for (let click = 0; click < count; click++) {
      await sheet.getByRole('button', { name: click % 2 === 0 ? 'Previous week' : 'This week' }).click();
      await sheet.waitForFunction((so) => Reflect.get(window, 'taken').length > so, click);
    }
    return await takenIn(sheet);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
