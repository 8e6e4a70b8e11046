import { app } from 'electron';
import { Listeners } from '../listeners.ts';
import { parseWorkOrder } from '../visit/work-order-number.ts';

const SCHEME = 'onsite';

/** The work order number in `onsite://workorder/107002896`, or null. A link fills a field; it never checks in or out. */
export function linkedWorkOrder(link: string): string | null {
  const found = /^onsite:\/\/workorder\/([^/?#]{1,20})\/?$/i.exec(link);
  return found?.[1] === undefined ? null : numberOf(found[1]);
}

function numberOf(text: string): string | null {
  const parsed = parseWorkOrder(text);
  return parsed.ok ? String(parsed.value) : null;
}

/**
 * Every link that the system hands us: at start, to the running app, or on macOS as an event, which may come before the
 * app is ready. Make it before that; what comes before somebody listens is kept for the first listener.
 */
export class Links {
  readonly #listeners = new Listeners<string>();
  #early: string[] | null = [];

  constructor() {
    if (app.isPackaged) app.setAsDefaultProtocolClient(SCHEME);
    app.on('open-url', (event, url) => {
      event.preventDefault();
      this.take([url]);
    });
    this.take(process.argv);
  }

  /** Takes up the links among these, and `open 107002896` as a shell says it; true when there was one. */
  take(texts: readonly string[]): boolean {
    const found = texts.flatMap(
      (text, index) => linkedWorkOrder(text) ?? (texts[index - 1] === 'open' ? (numberOf(text) ?? []) : []),
    );
    if (this.#early) this.#early.push(...found);
    else for (const workOrder of found) this.#listeners.tell(workOrder);
    return found.length > 0;
  }

  onLink(listener: (workOrder: string) => void): () => void {
    const end = this.#listeners.add(listener);
    const early = this.#early ?? [];
    this.#early = null;
    for (const workOrder of early) this.#listeners.tell(workOrder);
    return end;
  }
}
