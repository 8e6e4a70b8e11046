import { expect, type Page } from '@playwright/test';

/** Texts of clients may be shortened with dots where all of it is said elsewhere: these are not ours. */
const THEIRS = '.description, .entry-about, .sheet-store, .strip-name, .fact, .store';

/** A text, or a control, that cannot be read or clicked as a whole. */
export async function cutIn(page: Page): Promise<readonly string[]> {
  return page.evaluate((theirs) => {
    const found: string[] = [];
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent ?? '').trim().slice(0, 60)}”`;
    /** Clipped away for screen readers alone, as the heads of a table whose rows have no room for columns. */
    const isClippedAway = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).clipPath === 'inset(50%)' || isClippedAway(element.parentElement));
    const isUnseen = (element: Element) =>
      element.closest('.unseen, [hidden], title, style, script') !== null || isClippedAway(element);
    /** A table that is wider than its room is scrolled sideways (WCAG 2.2, 1.4.10 allows that of tables). */
    const isScrolled = (element: Element) => {
      const table = element.closest('table');
      return table !== null && getComputedStyle(table).overflowX === 'auto';
    };
    const isTheirs = (element: Element) => element.closest(theirs) !== null && !element.closest('.entry-due');
    const isShown = (element: Element) => element.checkVisibility() && !isUnseen(element);

    /** The part of a rectangle that the scrolling and clipping elements around leave in sight. */
    function inSight(node: Node, of: DOMRect): DOMRect {
      let { left, top, right, bottom } = of;
      for (let at = node.parentElement; at; at = at.parentElement) {
        if (getComputedStyle(at).overflow === 'visible') continue;
        const clip = at.getBoundingClientRect();
        left = Math.max(left, clip.left);
        top = Math.max(top, clip.top);
        right = Math.min(right, clip.right);
        bottom = Math.min(bottom, clip.bottom);
      }
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    // Wider than its room, whether that shows dots, nothing, or runs over what stands beside it.
    for (const element of document.body.querySelectorAll('*')) {
      if (!isShown(element) || isTheirs(element) || isScrolled(element) || element instanceof SVGElement)
        continue;
      if (getComputedStyle(element).display === 'inline') continue;
      // Within the window is what is as wide as the window: a scroll bar lies in its margin.
      if (element.querySelector('.content, .bar, .news-items')) continue;
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) continue;
      // Links stand out by 4 px, so that their words stand below each other.
      if (element.scrollWidth > element.clientWidth + 4 && element.clientWidth > 0)
        found.push(`too wide by ${element.scrollWidth - element.clientWidth}: ${name(element)}`);
      const isClipped = getComputedStyle(element).overflowY === 'hidden';
      if (isClipped && element.scrollHeight > element.clientHeight + 1 && element.clientHeight > 1)
        found.push(`too high by ${element.scrollHeight - element.clientHeight}: ${name(element)}`);
    }

    // A list shows its choice beside its arrow.
    const canvas = document.createElement('canvas').getContext('2d');
    for (const list of document.querySelectorAll('select')) {
      const style = getComputedStyle(list);
      const text = list.selectedOptions[0]?.textContent?.trim() ?? '';
      if (!canvas || !isShown(list)) continue;
      canvas.font = style.font;
      const room =
        list.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      const needed = canvas.measureText(text).width;
      if (needed > room + 1) found.push(`list too narrow by ${Math.ceil(needed - room)}: “${text}”`);
    }

    // Texts lie within the window, and none lies over another.
    const texts: { readonly rect: DOMRect; readonly element: Element }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !isShown(element) || !node.textContent?.trim()) continue;
      if (element.closest('select, textarea, .day-hours')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (!isTheirs(element) && !isScrolled(element) && (rect.left < -1 || rect.right > innerWidth + 1))
          found.push(`outside of the window: ${name(element)}`);
        const seen = inSight(node, rect);
        if (seen.width > 0 && seen.height > 0) texts.push({ rect: seen, element });
      }
    }
    const overlap = (a: DOMRect, b: DOMRect) => ({
      x: Math.min(a.right, b.right) - Math.max(a.left, b.left),
      y: Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
    });
    const isOver = (element: Element) => element.closest('.bar, .undo-room');
    for (const [index, one] of texts.entries())
      for (const other of texts.slice(index + 1)) {
        // The bar stays above the page, which scrolls below it, and what can be undone above the strip.
        if (one.element === other.element || isOver(one.element) !== isOver(other.element)) continue;
        const { x, y } = overlap(one.rect, other.rect);
        if (x > 2 && y > 5) found.push(`one over another: ${name(one.element)} and ${name(other.element)}`);
      }

    // Controls stand beside each other.
    const controls = [
      ...document.querySelectorAll('button, input, select, textarea, a[href], summary'),
    ].filter(isShown);
    const boxes = controls.map((element) => ({
      element,
      rect: inSight(element, element.getBoundingClientRect()),
    }));
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1)) {
        if (one.element.contains(other.element) || isOver(one.element) !== isOver(other.element)) continue;
        const { x, y } = overlap(one.rect, other.rect);
        if (x > 1 && y > 1) found.push(`one over another: ${name(one.element)} and ${name(other.element)}`);
      }
    return [...new Set(found)];
  }, THEIRS);
}

export const expectUncut = async (page: Page, state: string): Promise<void> =>
  expect(await cutIn(page), state).toEqual([]);

/** A question's window is made as high as what it shows. */
const fitWindow = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    if (!location.pathname.includes('/prompts/')) return;
    const parts = [...document.querySelectorAll<HTMLElement>('.content, .bar')];
    await window.onsite.send('app:fit', { height: parts.reduce((sum, part) => sum + part.offsetHeight, 0) });
  });

/**
 * Draws every word of a page longer by 40 %, accented and in brackets, as a language would have it that needs more
 * room: `[Çhéçk ïn lör]`. Numbers and times stay. @returns draws the words as they were
 */
export async function stretch(page: Page): Promise<() => Promise<void>> {
  const before = await page.evaluateHandle(() => {
    const accents: Readonly<Record<string, string>> = {
      a: 'á',
      c: 'ç',
      e: 'é',
      i: 'ï',
      n: 'ñ',
      o: 'ö',
      u: 'ü',
    };
    const longer = (text: string): string => {
      if (!/\p{L}{2}/u.test(text)) return text;
      const [, start = '', words = '', end = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
      const accented = words.replaceAll(/[aceinou]/g, (letter) => accents[letter] ?? letter);
      // Words as long as words are, so that lines break as those of a language do.
      const more = Math.max(0, Math.ceil(words.length * 0.4) - 3);
      const filler = 'lörém ïpsüm dölör sït ámét '
        .repeat(Math.ceil(more / 27))
        .slice(0, more)
        .trim();
      return `${start}[${accented}${filler && ` ${filler}`}]${end}`;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = new Map<Node, string>();
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      texts.set(node, node.textContent ?? '');
    for (const [node, text] of texts) node.textContent = longer(text);
    return texts;
  });
  await fitWindow(page);
  return async () => {
    await before.evaluate((texts) => {
      for (const [node, text] of texts) node.textContent = text;
    });
    await fitWindow(page);
  };
}
