/** Hosts that a link may open in the system's browser: ServiceChannel's own, and those that policy adds. */
const KNOWN_HOSTS = ['servicechannel.com'];

/** A screen reader presses a button without a click: without one a link opens no more often than this (ms). */
const UNCLICKED_EVERY = 1_000;

/** Whether a link may be opened: `https:` at its usual port, without a user name in it, to a host that is known. */
export function mayOpen(target: string, more: readonly string[]): boolean {
  if (!URL.canParse(target)) return false;
  const { protocol, hostname, port, username, password } = new URL(target);
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false;
  return [...KNOWN_HOSTS, ...more].some((host) => `.${hostname}`.endsWith(`.${host}`));
}

const CLICKS: readonly string[] = ['mouseDown', 'keyDown', 'rawKeyDown', 'touchStart', 'gestureTap'];

/** One link per click: a page that would open many opens one. */
export class Clicks {
  readonly #now: () => number;
  #isClicked = false;
  #openedAt = Number.NEGATIVE_INFINITY;

  /** @param now steady time, ms */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Notes what a page hears: a press of a key or a button allows one link to be opened. @param type Electron's */
  input(type: string): void {
    if (CLICKS.includes(type)) this.#isClicked = true;
  }

  /** Whether a link may be opened now; the click is used up by it. */
  take(): boolean {
    const now = this.#now();
    const may = this.#isClicked || now - this.#openedAt >= UNCLICKED_EVERY;
    this.#isClicked = false;
    if (may) this.#openedAt = now;
    return may;
  }
}
