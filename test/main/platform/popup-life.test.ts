import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PopupLife } from '../../../main/platform/popup-life.ts';
import type { Phase } from '../../../preload/contract.ts';

const LET_GO = 5 * 60_000;
const gone = vi.fn();
let phase: Phase | null;
let life: PopupLife;

beforeEach(() => {
  vi.useFakeTimers();
  gone.mockClear();
  phase = null;
  life = new PopupLife(() => phase, gone);
});
afterEach(() => void vi.useRealTimers());

test.each([
  ['on site', true],
  ['travelling', true],
  ['paused', false],
  [null, false],
] as const)('when the app has been quiet for a moment, with %s its window is made ahead: %s', (is, ahead) => {
  phase = is;
  const made = vi.fn();
  life.warmUp(made);
  expect(made).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_500);
  expect(made).toHaveBeenCalledTimes(ahead ? 1 : 0);
});

test('unused it is let go, once', () => {
  life.hidden();
  vi.advanceTimersByTime(LET_GO - 1);
  expect(gone).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2 * LET_GO);
  expect(gone).toHaveBeenCalledOnce();
});

test('shown meanwhile it stays, and its time begins anew', () => {
  life.hidden();
  vi.advanceTimersByTime(LET_GO / 2);
  life.shown();
  vi.advanceTimersByTime(LET_GO);
  life.hidden();
  life.hidden();
  vi.advanceTimersByTime(LET_GO - 1);
  expect(gone).not.toHaveBeenCalled();
});

test('with a visit, whose text may be in it, it stays until that is over', () => {
  phase = 'paused';
  life.hidden();
  vi.advanceTimersByTime(3 * LET_GO);
  expect(gone).not.toHaveBeenCalled();
  phase = null;
  vi.advanceTimersByTime(LET_GO);
  expect(gone).toHaveBeenCalledOnce();
});
