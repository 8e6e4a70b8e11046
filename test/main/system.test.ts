import { beforeEach, describe, expect, test, vi } from 'vitest';
import { system } from '../../main/system.ts';
import { DAY, SECOND } from '../../main/visit/time.ts';

describe('a timer', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  test.each([0, SECOND, 24 * DAY, 25 * DAY, 400 * DAY, 2 ** 31 - 1, 2 ** 31, 2 ** 32])(
    'of %i ms fires then, once',
    (ms) => {
      const run = vi.fn();
      system.after(ms, run);
      vi.advanceTimersByTime(Math.max(0, ms - 1));
      expect(run).toHaveBeenCalledTimes(ms === 0 ? 1 : 0);
      vi.advanceTimersByTime(1);
      vi.advanceTimersByTime(30 * DAY);
      expect(run).toHaveBeenCalledOnce();
    },
  );

  test('is taken back, in its first days and after them', () => {
    const run = vi.fn();
    for (const days of [1, 60]) {
      const cancel = system.after(100 * DAY, run);
      vi.advanceTimersByTime(days * DAY);
      cancel();
    }
    vi.advanceTimersByTime(200 * DAY);
    expect(run).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});
