import { signal } from '@preact/signals';

/**
 * A second press of a key or the pointer must not record what the first one brought under it: after `Check in` it
 * would be `Pause`. Buttons that write to the record wait for a moment after an act, and a shorter one after another
 * view has opened; a key that is held down never acts again.
 */

/** How long they wait at least after an act, ms. */
const AFTER_ACT = 1_000;
/** How long they wait at least after another view has opened, and after the last press meanwhile, ms. */
const QUIET = 500;
/** They wait no longer than this, whatever is pressed, ms. */
const MOST = 3_000;

/** Buttons that write to the record wait now, after an act or because another view has opened. */
export const actsWait = signal<'act' | 'view' | null>(null);

interface Wait {
  readonly since: number;
  readonly least: number;
}

let wait: Wait | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let lastPress = 0;
/** Keys and pointer buttons that are down. */
const pressed = new Set<string>();

/** When the wait ends as things stand, ms of `performance.now()`. */
function endOf({ since, least }: Wait): number {
  const quiet = pressed.size > 0 ? Number.POSITIVE_INFINITY : lastPress + QUIET;
  return Math.min(since + MOST, Math.max(since + least, quiet));
}

function settle(): void {
  clearTimeout(timer);
  if (!wait) return;
  const left = endOf(wait) - performance.now();
  if (left > 0) timer = setTimeout(settle, left);
  else end();
}

function end(): void {
  clearTimeout(timer);
  wait = null;
  actsWait.value = null;
}

function begin(least: number): void {
  const now = performance.now();
  if (wait && wait.since + wait.least > now + least) return;
  wait = { since: now, least };
  actsWait.value = least === AFTER_ACT ? 'act' : 'view';
  settle();
}

/** An act has been done. */
export const waitAfterAct = (): void => begin(AFTER_ACT);

/** Another view has taken the place of the one before. */
export const waitAfterChange = (): void => begin(QUIET);

/** The pointer is down: what lies under it must stay there. */
export const isPointerDown = (): boolean => pressed.has('pointer');

function press(what: string): void {
  pressed.add(what);
  noted();
}

function release(what: string): void {
  pressed.delete(what);
  noted();
}

function noted(): void {
  lastPress = performance.now();
  settle();
}

/** Is it a text that takes this key? Enter makes a line in a text of several, and a space belongs to any. */
function takesKey(target: EventTarget | null, { key, ctrlKey }: KeyboardEvent): boolean {
  if (target instanceof HTMLTextAreaElement) return !ctrlKey;
  return key === ' ' && target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  const again = event.repeat || pressed.has(event.key);
  press(event.key);
  if (again && !takesKey(event.target, event)) event.preventDefault();
}

/** Keeps an eye on keys and pointer: once in each window. */
export function followPresses(): void {
  const capture = { capture: true };
  document.addEventListener('keydown', onKeyDown, capture);
  document.addEventListener('keyup', (event) => release(event.key), capture);
  document.addEventListener('pointerdown', () => press('pointer'), capture);
  for (const type of ['pointerup', 'pointercancel'] as const)
    document.addEventListener(type, () => release('pointer'), capture);
  // Once something is typed or chosen in a view, what is pressed there is meant for it.
  document.addEventListener('input', () => wait?.least === QUIET && end(), capture);
  // A key that is released in another window sends no event here.
  window.addEventListener('blur', () => pressed.clear());
}
