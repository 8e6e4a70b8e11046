import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PopupLife } from '../../../main/platform/popup-life.ts';

const LET_GO = 30 * 60_000;
const gone = vi.fn();
let hasVisit: boolean;
let life: PopupLife;

beforeEach(() => {
  vi.useFakeTimers();
  gone.mockClear();
  hasVisit = false;
  life = new PopupLife(() => hasVisit, gone);
});
afterEach(() => void vi.useRealTimers());

test('it is made when the app has been quiet for a moment', () => {
  const made = vi.fn();
  life.warmUp(made);
  expect(made).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_500);
  expect(made).toHaveBeenCalledOnce();
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
  hasVisit = true;
  life.hidden();
  vi.advanceTimersByTime(3 * LET_GO);
  expect(gone).not.toHaveBeenCalled();
  hasVisit = false;
  vi.advanceTimersByTime(LET_GO);
  expect(gone).toHaveBeenCalledOnce();
});
