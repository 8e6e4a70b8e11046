import { useLayoutEffect } from 'preact/hooks';
import { closeInnermost } from './escape.ts';
import { followPresses, isPointerDown, waitAfterChange } from './second-press.ts';

/** The element that had the focus last, and the name of what opened the form it is in. */
let last: Element | null = null;
let openedBy: string | null = null;
/** The view before is about to be shown again. */
let goesBack = false;

/** The next view is the one that this one was opened from: the focus returns to what opened it. */
export const focusOpenerNext = (): void => {
  goesBack = true;
};

function opener(): HTMLElement | null {
  return openedBy === null
    ? null
    : document.querySelector<HTMLElement>(`[data-opens="${CSS.escape(openedBy)}"]:not(:disabled)`);
}

/** Room that is kept around what is scrolled to, CSS px. */
const MARGIN = 8;
/** A field that is higher is not shown whole when its control has the focus, CSS px. */
const HIGH = 140;

/** Scrolls as little as brings an element between the upper edge and `lowest`, CSS px of the window. */
function scrollTo(scroller: Element, element: Element, lowest: number): void {
  const { top, bottom } = element.getBoundingClientRect();
  const highest = scroller.getBoundingClientRect().top + MARGIN;
  if (bottom > lowest) scroller.scrollTop += Math.min(bottom - lowest, top - highest);
  else if (top < highest) scroller.scrollTop += top - highest;
}

/**
 * Scrolls to an element, within the news where it is one of them, and into what the bar leaves free; what is in the bar
 * itself is always in sight.
 */
export function bringIntoSight(element: Element): void {
  const main = element.closest('main');
  const bar = main?.querySelector('.bar');
  if (!main || !bar || bar.contains(element)) return;
  const field = element.closest('.field');
  const whole = field && field.clientHeight < HIGH ? field : element;
  const news = element.closest('.news');
  if (news) scrollTo(news, whole, news.getBoundingClientRect().bottom - MARGIN);
  scrollTo(main, whole, bar.getBoundingClientRect().top - MARGIN);
}

/** Gives an element the focus; followed, it comes into sight. */
export const focusIn = (element: HTMLElement | null | undefined): void =>
  element?.focus({ preventScroll: true });

/** Puts the focus on what the view names as first. */
const focusFirst = (): void =>
  focusIn(document.querySelector<HTMLElement>('[data-first]:not(:disabled)') ?? document.querySelector('h1'));

/** Whether a person is writing in a part of the page: a field in it has the focus, and a text in it. */
export const isWritingIn = (part: Element | null): boolean =>
  part?.contains(document.activeElement) === true && isWriting(document.activeElement);

/**
 * The focus starts where the view says, again whenever another view opens. `key` tells one view from the next. In the
 * same turn as the view itself: later it would take the keyboard from a field that is typed into already. A view that
 * opens by itself below the news, as by a refusal, leaves it to a person who writes in them.
 */
export function useFocus(key: string): void {
  useLayoutEffect(() => {
    const back = goesBack ? opener() : null;
    goesBack = false;
    if (back) focusIn(back);
    else if (!isWritingIn(document.querySelector('.news'))) focusFirst();
    waitAfterChange();
  }, [key]);
}

/** Returns the focus when its element is gone with a form: to the opener of that form, else to the heading. */
function keepFocus(): void {
  if (!last || last.isConnected || document.activeElement !== document.body) return;
  focusIn(opener() ?? document.querySelector('h1'));
}

function followFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return;
    last = target;
    if (!isPointerDown()) bringIntoSight(target);
    openedBy = target.closest('[data-opened-by]')?.getAttribute('data-opened-by') ?? null;
  });
  new MutationObserver(keepFocus).observe(document.body, { childList: true, subtree: true });
}

/**
 * Keys that work everywhere in the window, and where the focus is when it is shown again: where it was, if a field was
 * being filled in, else on the first thing. Esc closes the innermost form; where none is open, `onEscape`.
 */
export function followKeysAndFocus(onEscape: () => void): void {
  followPresses();
  followFocus();
  let wasHidden = true;
  document.addEventListener('visibilitychange', () => {
    wasHidden ||= document.visibilityState === 'hidden';
  });
  window.addEventListener('focus', () => {
    if (wasHidden && !isWriting(document.activeElement)) focusFirst();
    wasHidden = false;
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !closeInnermost()) onEscape();
  });
}

const isWriting = (element: Element | null): boolean =>
  (element instanceof HTMLInputElement && element.value !== '') ||
  (element instanceof HTMLTextAreaElement && element.value !== '');
