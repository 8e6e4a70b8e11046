import { beforeEach, expect, test, vi } from 'vitest';
import { watchNetwork } from '../../../main/platform/network-watch.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

test('a network that returns while something waits for it is told, once', () => {
  let online = false;
  const returned = vi.fn();
  watchNetwork(
    () => online,
    () => true,
    returned,
  )();
  vi.advanceTimersByTime(20_000);
  expect(returned).not.toHaveBeenCalled();
  online = true;
  vi.advanceTimersByTime(20_000);
  expect(returned).toHaveBeenCalledTimes(1);
});

test('at rest no timer runs', () => {
  let wanted = false;
  const changed = watchNetwork(
    () => true,
    () => wanted,
    () => undefined,
  );
  changed();
  expect(vi.getTimerCount()).toBe(0);
  wanted = true;
  changed();
  changed();
  expect(vi.getTimerCount()).toBe(1);
  wanted = false;
  vi.advanceTimersByTime(5_000);
  expect(vi.getTimerCount()).toBe(0);
});
