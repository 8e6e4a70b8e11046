import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DrawnPages } from '../../../main/platform/drawn.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function rig() {
  const pages = new DrawnPages<object>();
  const window = {};
  let shown = false;
  const show = (load: () => Promise<void>) =>
    pages.after(window, load).then(() => {
      shown = true;
    });
  return { pages, window, show, isShown: () => shown };
}

const loaded = () => Promise.resolve();

test('a window is shown when its page is loaded and has drawn itself, whichever comes last', async () => {
  const first = rig();
  void first.show(loaded);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(first.isShown()).toBe(false);
  first.pages.tell(first.window);
  await vi.advanceTimersByTimeAsync(0);
  expect(first.isShown()).toBe(true);

  const second = rig();
  let end: () => void = () => undefined;
  void second.show(() => new Promise((resolve) => (end = resolve)));
  second.pages.tell(second.window);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(second.isShown()).toBe(false);
  end();
  await vi.advanceTimersByTimeAsync(0);
  expect(second.isShown()).toBe(true);
});

test('a page that draws nothing is shown all the same, after five seconds', async () => {
  const { show, isShown } = rig();
  void show(loaded);
  await vi.advanceTimersByTimeAsync(4_900);
  expect(isShown()).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  expect(isShown()).toBe(true);
});

test('one that cannot be loaded says so, and nothing waits any more', async () => {
  const { show } = rig();
  await expect(show(() => Promise.reject(new Error('ERR_FAILED')))).rejects.toThrow('ERR_FAILED');
  expect(vi.getTimerCount()).toBe(0);
});

test('one that does not come within fifteen seconds hangs, and nothing waits any more', async () => {
  const { pages, window, show } = rig();
  const shown = expect(show(() => new Promise(() => undefined))).rejects.toThrow('did not come');
  pages.tell(window);
  await vi.advanceTimersByTimeAsync(14_900);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  await shown;
  expect(vi.getTimerCount()).toBe(0);
});

test('a window that nobody awaits is told without harm', () => {
  const { pages } = rig();
  expect(() => pages.tell({})).not.toThrow();
});
