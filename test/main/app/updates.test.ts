import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FIRST_LOOK, NEXT_LOOK, REST, Updates } from '../../../main/app/updates.ts';
import { system } from '../../../main/system.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import { certain, Day } from '../visit/support.ts';
import { FakeUpdater } from './desktop.ts';

const READY = { state: 'ready', version: '0.2.0', again: false } as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function rig(updateUrl = 'https://updates.example') {
  const updater = new FakeUpdater();
  const day = new Day().clock('10:00');
  const used = { now: false };
  const updates = new Updates({
    feed: () => updateUrl,
    updater,
    system,
    visits: () => day.state.visits,
    isUsed: () => used.now,
  });
  return { updater, day, used, updates };
}

/** Every report of the visit on that order is recorded. */
function recordAll(day: Day, workOrderId: number): void {
  for (const report of reportsOf(day.visit(workOrderId)))
    if (day.deliveryOf(report)?.state === 'queued') day.sent(report, 'recorded');
}

test('without a feed nothing is asked', async () => {
  const { updates, updater } = rig('');
  updates.start();
  await vi.advanceTimersByTimeAsync(2 * NEXT_LOOK);
  expect(updater.feeds).toEqual([]);
  expect(updates.view).toEqual({ state: 'off' });
});

test('the feed is asked a minute after the start and every six hours', async () => {
  const { updates, updater } = rig();
  updates.start();
  await vi.advanceTimersByTimeAsync(FIRST_LOOK);
  expect(updater.feeds).toEqual(['https://updates.example']);
  expect(updates.view).toEqual({ state: 'newest' });
  await vi.advanceTimersByTimeAsync(NEXT_LOOK);
  expect(updater.feeds).toHaveLength(2);
});

test('an update is installed off site, after five minutes at rest', async () => {
  const { updates, updater } = rig();
  updater.offers = READY;
  await updates.look();
  expect(updates.view).toEqual({ ...READY, now: true });
  await vi.advanceTimersByTimeAsync(REST - 1);
  expect(updater.installed).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(updater.installed).toBe(1);
  expect(updates.view).toEqual({ state: 'installed', version: '0.2.0' });
  expect(updater.restarted).toBe(1);
});

test('a check-in while it is being installed is not disturbed: OnSite starts anew when that visit is over', async () => {
  const { updates, updater, day } = rig();
  updater.offers = READY;
  await updates.look();
  updater.meanwhile = () => {
    expect(updates.view).toEqual({ state: 'installing', version: '0.2.0' });
    day.checkIn(7);
  };
  await updates.install();
  recordAll(day, 7);
  updates.watch();
  await vi.advanceTimersByTimeAsync(NEXT_LOOK);
  expect(updater).toMatchObject({ installed: 1, restarted: 0 });
  expect(updates.view).toEqual({ state: 'installed', version: '0.2.0' });
  day.clock('15:00').do({ type: 'pause', visitId: day.visit(7).id });
  recordAll(day, 7);
  updates.watch();
  await vi.advanceTimersByTimeAsync(REST);
  expect(updater).toMatchObject({ installed: 1, restarted: 1 });
});

test('one that was installed before without success waits for the button', async () => {
  const { updates, updater } = rig();
  updater.offers = { ...READY, again: true };
  await updates.look();
  await vi.advanceTimersByTimeAsync(2 * REST);
  expect(updater.installed).toBe(0);
  expect(updates.view).toEqual({ ...READY, again: true, now: true });
  await updates.install();
  expect(updater).toMatchObject({ installed: 1, restarted: 1 });
});

test('where a visit began while the package was checked, it is ready as before', async () => {
  const { updates, updater, day } = rig();
  updater.offers = READY;
  await updates.look();
  updater.install = async () => {
    day.checkIn(7);
    return 'later';
  };
  await updates.install();
  expect(updates.view).toEqual({ ...READY, now: false });
  expect(updater.restarted).toBe(0);
});

test('on site nothing is installed, not even when asked to; checked out and sent it is', async () => {
  const { updates, updater, day } = rig();
  day.checkIn(7);
  recordAll(day, 7);
  updater.offers = READY;
  await updates.look();
  await vi.advanceTimersByTimeAsync(NEXT_LOOK);
  await updates.install();
  expect(updates.view).toEqual({ ...READY, now: false });
  day.clock('15:00').do({ type: 'pause', visitId: day.visit(7).id });
  updates.watch();
  await vi.advanceTimersByTimeAsync(NEXT_LOOK);
  // The check-out still waits to be sent.
  expect(updater.installed).toBe(0);
  recordAll(day, 7);
  updates.watch();
  await vi.advanceTimersByTimeAsync(REST);
  expect(updater.installed).toBe(1);
});

test('a report without an answer holds it back', async () => {
  const { updates, updater, day } = rig();
  updater.offers = READY;
  await updates.look();
  day.checkIn(7);
  recordAll(day, 7);
  day.clock('15:00').do({ type: 'pause', visitId: day.visit(7).id });
  const checkOut = certain(reportsOf(day.visit(7)).at(-1));
  day.sent(checkOut, 'unconfirmed');
  await updates.install();
  expect(updater.installed).toBe(0);
});

test('a window in use, or a check-in meanwhile, takes the installation back', async () => {
  const { updates, updater, used, day } = rig();
  updater.offers = READY;
  await updates.look();
  used.now = true;
  updates.watch();
  await vi.advanceTimersByTimeAsync(2 * REST);
  expect(updater.installed).toBe(0);
  used.now = false;
  updates.watch();
  day.checkIn(7);
  await vi.advanceTimersByTimeAsync(2 * REST);
  expect(updater.installed).toBe(0);
});

test('where a password is asked for, it waits for the button', async () => {
  const { updates, updater } = rig();
  updater.isSilent = false;
  updater.offers = READY;
  await updates.look();
  await vi.advanceTimersByTimeAsync(2 * REST);
  expect(updater.installed).toBe(0);
  await updates.install();
  expect(updater.installed).toBe(1);
});

test('what went wrong is shown, and the next look begins anew', async () => {
  const { updates, updater } = rig();
  updater.offers = { state: 'failed', fault: 'damaged', version: '0.2.0' };
  await updates.look();
  expect(updates.view).toEqual({ state: 'failed', fault: 'damaged', version: '0.2.0' });
  updater.offers = READY;
  updater.fault = 'not-installed';
  await updates.look();
  await updates.install();
  expect(updater.restarted).toBe(0);
  expect(updates.view).toEqual({ state: 'failed', fault: 'not-installed', version: '0.2.0' });
});
