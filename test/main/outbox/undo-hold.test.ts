import { expect, test } from 'vitest';
import { UndoHold } from '../../../main/outbox/undo-hold.ts';
import type { System } from '../../../main/servicechannel/system.ts';
import { VirtualTime } from '../../faults/virtual-time.ts';
import { certain, Day } from '../visit/support.ts';

function rig(keeps: () => boolean = () => true) {
  const day = new Day().clock('10:00');
  day.undoable = true;
  const time = new VirtualTime(0, () => 0);
  let skew = 0;
  const system: System = {
    now: () => time.now() + skew,
    after: (ms, run) => time.after(ms, run),
    random: () => 0.5,
  };
  const ended: number[] = [];
  const hold = new UndoHold({
    system,
    seconds: () => 10,
    end: () => {
      ended.push(time.now());
      if (!keeps()) return false;
      hold.follow(null);
      return true;
    },
  });
  let workOrderId = 7;
  const act = () => hold.follow(certain(day.checkIn(workOrderId++).state.lastAct));
  const setClock = (ms: number) => {
    skew = ms;
  };
  return { hold, act, ended, setClock, pass: (ms: number) => time.pass(ms) };
}

test('an act can be taken back for its time, and then no more', async () => {
  const { hold, act, ended, pass } = rig();
  act();
  expect(hold.until).toBe(10_000);
  await pass(9_999);
  expect(ended).toEqual([]);
  await pass(1);
  expect(ended).toEqual([10_000]);
  expect(hold.until).toBeNull();
  await pass(60_000);
  expect(ended).toHaveLength(1);
});

test('the next act has its own time; one that was taken back ends nothing any more', async () => {
  const { hold, act, ended, pass } = rig();
  act();
  await pass(6_000);
  act();
  await pass(6_000);
  expect(ended).toEqual([]);
  hold.follow(null);
  await pass(60_000);
  expect(ended).toEqual([]);
});

test.each([-3_600_000, 3_600_000])('a clock that is set by %i ms changes nothing about it', async (ms) => {
  const { act, ended, setClock, pass } = rig();
  act();
  await pass(5_000);
  setClock(ms);
  await pass(4_999);
  expect(ended).toEqual([]);
  await pass(1);
  expect(ended).toEqual([10_000]);
});

test('an end that the disk did not take is tried again', async () => {
  let full = true;
  const { act, ended, pass } = rig(() => !full);
  act();
  await pass(11_000);
  full = false;
  await pass(10_000);
  expect(ended).toEqual([10_000, 11_000, 12_000]);
});
