import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Presenter } from '../../../main/app/presenter.ts';
import type { Snapshot } from '../../../preload/contract.ts';
import { appRig } from './rig.ts';

const MINUTE = 60_000;

/** The presenter over a snapshot of the real app; `open.from` is 30 s before the first look. */
async function presented(onSite: boolean) {
  const { snapshot, checkIn } = await appRig({ workdays: [] });
  if (onSite) await checkIn();
  const shown: Snapshot = await snapshot();
  const from = shown.current?.open?.from ?? 0;
  vi.useFakeTimers();
  const start = Date.now();
  const now = () => from + 30_000 + (Date.now() - start);
  const windows: Snapshot[] = [];
  const trays: number[] = [];
  const presenter = new Presenter({
    snapshot: () => shown,
    now,
    showWindows: (each) => windows.push(each),
    showTray: (_snapshot, at) => trays.push(at - from),
  });
  return { presenter, windows, trays };
}

beforeEach(() => {
  vi.useRealTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('all changes of one turn are shown once', async () => {
  const { presenter, windows, trays } = await presented(false);
  presenter.refresh();
  presenter.refresh();
  vi.advanceTimersByTime(0);
  expect([windows.length, trays.length]).toEqual([1, 1]);
  presenter.refresh();
  vi.advanceTimersByTime(0);
  expect(windows).toHaveLength(2);
});

test('on site the tray follows each full minute, the windows do not', async () => {
  const { presenter, windows, trays } = await presented(true);
  presenter.refresh();
  vi.advanceTimersByTime(0);
  vi.advanceTimersByTime(2 * MINUTE);
  expect(trays).toEqual([30_000, MINUTE, 2 * MINUTE]);
  expect(windows).toHaveLength(1);
});

test('with nobody on site no timer runs', async () => {
  const { presenter } = await presented(false);
  presenter.refresh();
  vi.advanceTimersByTime(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('an app that ends shows nothing any more', async () => {
  const { presenter, windows, trays } = await presented(true);
  presenter.refresh();
  presenter.stop();
  vi.advanceTimersByTime(2 * MINUTE);
  expect([windows, trays]).toEqual([[], []]);
});
