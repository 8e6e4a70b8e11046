import { EarlyListeners } from '../listeners.ts';
import { parseWorkOrder } from '../visit/work-order-number.ts';

/** The work order number in `onsite://workorder/107002896`, or null. A link fills a field; it never checks in or out. */
export function linkedWorkOrder(link: string): string | null {
  const found = /^onsite:\/\/workorder\/([^/?#]{1,20})\/?$/i.exec(link);
  return found?.[1] === undefined ? null : workOrderIn(found[1]);
}

/** Chromium hands at most 32 kB over to the running app, and takes an app that does not answer more for one that hangs. */
const LONGEST_ARGUMENT = 2_048;

/** Whether a start was given more than any link or path of ours: it is not to reach the running app. */
export const isOverlong = (argv: readonly string[]): boolean =>
  argv.some(({ length }) => length > LONGEST_ARGUMENT);

/** The work order number in a text, as a field is filled with it; null where there is none. */
export function workOrderIn(text: string): string | null {
  const parsed = parseWorkOrder(text);
  return parsed.ok ? String(parsed.value) : null;
}

/** The links that this app is given. Those that come before there is a listener are kept for the first one. */
export class Links {
  readonly #listeners = new EarlyListeners<string>();

  /** Takes up the links among these, and `open 107002896` as a shell says it; true when there was one. */
  take(texts: readonly string[]): boolean {
    const found = texts.flatMap(
      (text, index) =>
        linkedWorkOrder(text) ?? (texts[index - 1] === 'open' ? (workOrderIn(text) ?? []) : []),
    );
    for (const workOrder of found) this.#listeners.tell(workOrder);
    return found.length > 0;
  }

  /** Calls back with the work order number of each link. */
  onLink = (listener: (workOrder: string) => void): (() => void) => this.#listeners.add(listener);
}
