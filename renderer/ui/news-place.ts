import { signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isWritingIn } from './focus.ts';

/** So much of the news must be in sight that it can be noticed, CSS px. */
const NOTICED = 32;

/** There is news above what is in sight. */
export const newsAbove = signal(false);

/** The parts of the view that is shown: what scrolls, and the news in it, which may scroll by themselves. */
interface Place {
  readonly main: HTMLElement;
  readonly news: HTMLElement;
  /** Takes the heights as they are now: nothing of them is made up for any more. */
  readonly measure: () => void;
}

let shown: Place | null = null;

/** Scrolls to the news. */
export const showNews = (): void => {
  shown?.main.scrollTo({ top: 0 });
  shown?.news.scrollTo({ top: 0 });
  shown?.news.querySelector('button')?.focus({ preventScroll: true });
};

/** Scrolls to the beginning of one of the news, which a person's own act has opened or changed. */
export function showInNews(element: Element | null): void {
  if (!shown || !element) return;
  shown.measure();
  for (const scroller of [shown.news, shown.main])
    scroller.scrollTop += element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}

/**
 * News that comes, goes or grows while a view is open moves nothing of it: it takes its room above what is in sight.
 * Where a person works in the news themselves, it stays where it is.
 * @param view tells one view from the next
 * @param first a view that opens begins with its news; else they are above it from the start
 */
export function useNewsPlace(
  scroller: RefObject<HTMLElement | null>,
  news: RefObject<HTMLElement | null>,
  view: string,
  first: boolean,
): void {
  /** Where a person works in the news themselves, and where that is in them, however they are scrolled. */
  const worked = useRef<{ readonly element: Element; readonly top: number } | null>(null);
  useLayoutEffect(() => {
    const [main, above] = [scroller.current, news.current];
    if (!main || !above) return;
    const items = above.firstElementChild;
    let height = 0;
    let content = 0;
    const topOf = (element: Element) =>
      element.getBoundingClientRect().top + above.scrollTop + main.scrollTop;
    const remember = () => {
      const element = document.activeElement;
      worked.current = element && above.contains(element) ? { element, top: topOf(element) } : null;
    };
    const keepWorked = () => {
      if (!worked.current || worked.current.element !== document.activeElement) return;
      const by = topOf(worked.current.element) - worked.current.top;
      const before = above.scrollTop;
      above.scrollTop += by;
      // News with a form have all the room that they need, and scroll with the page.
      main.scrollTop += by - (above.scrollTop - before);
    };
    const measure = () => {
      height = above.offsetHeight;
      content = items?.clientHeight ?? 0;
      remember();
    };
    if (isWritingIn(above)) keepWorked();
    else main.scrollTop = first ? 0 : above.offsetHeight;
    measure();
    shown = { main, news: above, measure };
    // The latest is on top: of the page, and of the news themselves where they are higher than their room.
    const look = () => {
      newsAbove.value = (height > 0 && main.scrollTop > height - NOTICED) || above.scrollTop > NOTICED;
    };
    const observer = new ResizeObserver(() => {
      const more = above.offsetHeight - height;
      const moreInside = (items?.clientHeight ?? 0) - content - more;
      if (!above.contains(document.activeElement)) {
        main.scrollTop += more;
        above.scrollTop += moreInside;
      } else keepWorked();
      measure();
      look();
    });
    // Once it is as high as it may be, only what is in it grows.
    if (items) observer.observe(items);
    look();
    for (const each of [main, above]) each.addEventListener('scroll', look);
    above.addEventListener('focusin', remember);
    return () => {
      observer.disconnect();
      for (const each of [main, above]) each.removeEventListener('scroll', look);
      above.removeEventListener('focusin', remember);
    };
  }, [view]);
}
