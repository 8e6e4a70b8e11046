import { useLayoutEffect } from 'preact/hooks';
import { followPresses, waitAfterChange } from './second-press.ts';

/** Puts the focus on what the view names as first. */
export function focusFirst(): void {
  const first = document.querySelector<HTMLElement>('[data-first]:not(:disabled)');
  first?.focus({ preventScroll: true });
  first?.scrollIntoView({ block: 'nearest' });
}

/**
 * The focus starts where the view says, again whenever another view opens. `key` tells one view from the next. In the
 * same turn as the view itself: later it would take the keyboard from somebody who types into another field already.
 */
export function useFocus(key: string): void {
  useLayoutEffect(() => {
    focusFirst();
    waitAfterChange();
  }, [key]);
}

/**
 * Keys that work everywhere in the window, and where the focus is when it is shown again: where it was, if a field was
 * being filled in, else on the first thing.
 */
export function followKeysAndFocus(onEscape: () => void): void {
  followPresses();
  let wasHidden = true;
  document.addEventListener('visibilitychange', () => {
    wasHidden ||= document.visibilityState === 'hidden';
  });
  window.addEventListener('focus', () => {
    if (wasHidden && !isWriting(document.activeElement)) focusFirst();
    wasHidden = false;
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') onEscape();
  });
}

const isWriting = (element: Element | null): boolean =>
  (element instanceof HTMLInputElement && element.value !== '') ||
  (element instanceof HTMLTextAreaElement && element.value !== '');
