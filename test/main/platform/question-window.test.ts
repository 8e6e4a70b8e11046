import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { MomentKind } from '../../../main/moments/pending.ts';
import {
  type QuestionEvents,
  type QuestionPage,
  QuestionWindow,
} from '../../../main/platform/question-window.ts';

const AGAIN = 5_000;

/** A window that notes what is done with it. */
class FakePage implements QuestionPage {
  readonly log: string[] = [];
  readonly loading = Promise.withResolvers<void>();
  readonly events: QuestionEvents;
  isShown = false;
  isEngaged = false;
  constructor(events: QuestionEvents) {
    this.events = events;
  }
  load(fragment: string): Promise<void> {
    this.log.push(fragment);
    return this.loading.promise;
  }
  bringUp(): void {
    this.isShown = true;
    this.log.push('up');
  }
  showBeside(): void {
    this.isShown = true;
    this.log.push('beside');
  }
  callQuietly(): void {
    this.log.push('quietly');
  }
  hide(): void {
    this.isShown = false;
    this.log.push('hidden');
  }
  letGo(): void {
    this.log.push('gone');
  }
}

const moment = (kind: MomentKind, visitId = 'a') => ({ kind, visitId, id: `${kind} ${visitId}`, askedAt: 0 });
let pages: FakePage[];
let window: QuestionWindow;

beforeEach(() => {
  vi.useFakeTimers();
  pages = [];
  window = new QuestionWindow((events) => {
    const page = new FakePage(events);
    pages.push(page);
    return page;
  });
});
afterEach(() => void vi.useRealTimers());

/** Shows a question whose page is loaded. */
async function opened(kind: MomentKind): Promise<FakePage> {
  window.show(moment(kind));
  const page = pages.at(-1);
  if (!page) throw new Error('no window');
  page.loading.resolve();
  await vi.advanceTimersByTimeAsync(0);
  return page;
}

test('a question comes up beside what a person does, the one about quitting with the focus', async () => {
  expect((await opened('idle')).log).toEqual(['#idle/a', 'beside', 'quietly']);
  expect((await opened('quit')).log).toEqual(['#quit/a', 'up']);
});

test('the same question keeps its window; another has one of its own', async () => {
  const first = await opened('idle');
  window.show({ ...moment('idle'), id: 'asked anew' });
  expect(pages).toHaveLength(1);
  await opened('end-of-day');
  expect(first.log.at(-1)).toBe('hidden');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(first.log.at(-1)).toBe('gone');
});

test('one that is answered while it loads does not come up late', async () => {
  window.show(moment('idle'));
  window.show(null);
  const [page] = pages;
  await vi.advanceTimersByTimeAsync(0);
  expect(page?.log.at(-1)).toBe('gone');
  page?.loading.resolve();
  await vi.advanceTimersByTimeAsync(AGAIN);
  expect(page?.log).not.toContain('beside');
  expect(pages).toHaveLength(1);
});

test('one that replaces another while that loads is shown, and the other is neither shown nor an error', async () => {
  window.show(moment('end-of-day'));
  window.show(moment('forgotten'));
  const [first, second] = pages;
  await vi.advanceTimersByTimeAsync(0);
  // A window that is let go has its load refused.
  first?.loading.reject(new Error('ERR_FAILED (-2)'));
  first?.events.onGone();
  second?.loading.resolve();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(first?.log).toEqual(['#end-of-day/a', 'hidden', 'gone']);
  expect(second?.log).toEqual(['#forgotten/a', 'beside', 'quietly']);
  expect(pages).toHaveLength(2);
});

test('closed by a person it says which question that was; answered it says nothing', async () => {
  const closed = vi.fn();
  window.onClosed(closed);
  const page = await opened('idle');
  page.events.onClose();
  page.events.onGone();
  expect(closed).toHaveBeenCalledExactlyOnceWith('idle a');
  const answered = await opened('quit');
  window.show(null);
  answered.events.onClose();
  expect(closed).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(AGAIN);
  expect(pages).toHaveLength(2);
});

test('one whose page dies, or that is gone, is asked again', async () => {
  const first = await opened('idle');
  expect(() => first.events.onDied('crashed')).toThrow('crashed');
  await vi.advanceTimersByTimeAsync(AGAIN);
  expect(pages).toHaveLength(2);
  pages[1]?.events.onGone();
  await vi.advanceTimersByTimeAsync(AGAIN);
  expect(pages).toHaveLength(3);
  window.show(null);
  expect(() => pages[2]?.events.onDied('late')).not.toThrow();
});

test('one whose page does not come is asked again, and the error is thrown for the log', async () => {
  const before = process.listeners('unhandledRejection');
  const thrown = Promise.withResolvers<unknown>();
  process.removeAllListeners('unhandledRejection');
  process.once('unhandledRejection', thrown.resolve);
  onTestFinished(() => {
    for (const listener of before) process.on('unhandledRejection', listener);
  });
  window.show(moment('forgotten'));
  pages[0]?.loading.reject(new Error('the page of a window did not come'));
  expect(String(await thrown.promise)).toContain('did not come');
  expect(pages[0]?.log.at(-1)).toBe('gone');
  await vi.advanceTimersByTimeAsync(AGAIN);
  pages[1]?.loading.resolve();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(pages[1]?.log).toEqual(['#forgotten/a', 'beside', 'quietly']);
  expect(pages).toHaveLength(2);
});

test('pointer and focus in it, and a person who comes back to it, are told', async () => {
  const back = vi.fn();
  window.onReopened(back);
  expect(window.engaged).toBe(false);
  const page = await opened('idle');
  page.isEngaged = true;
  page.events.onReopened();
  expect([window.engaged, back.mock.calls.length]).toEqual([true, 1]);
});
