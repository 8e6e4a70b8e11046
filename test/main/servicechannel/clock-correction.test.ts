import { expect, test } from 'vitest';
import type { ClockMemory } from '../../../main/servicechannel/clock.ts';
import { ClockCorrection, type KeptClock } from '../../../main/servicechannel/clock-correction.ts';

const clock = (wall: number): ClockMemory => ({ bounds: null, wall, steady: 0, isMeasured: false });
const asKept = (wall: number): KeptClock => ({ ...clock(wall), rightBefore: 0 });

/** A disk that takes a correction with its clock, or neither. */
function rig() {
  const given = { isFull: false };
  const corrected: number[] = [];
  const kept: KeptClock[] = [];
  const write = (memory: KeptClock) => {
    if (given.isFull) throw new Error('database or disk is full');
    kept.push(memory);
  };
  const correction = new ClockCorrection({ get: () => null, set: write }, ({ by }, beside) => {
    if (given.isFull) return false;
    corrected.push(by);
    beside();
    return true;
  });
  correction.begin(1);
  return { correction, corrected, kept, given };
}

test('a clock that says nothing new is kept alone', () => {
  const { correction, corrected, kept } = rig();
  correction.memory.set(clock(1));
  expect([corrected, kept]).toEqual([[], [asKept(1)]]);
});

test('a correction is made with the clock by which it is made, once', () => {
  const { correction, corrected, kept } = rig();
  correction.leapt(-3_600_000, false);
  expect(correction.owed).toBe(-3_600_000);
  correction.memory.set(clock(2));
  correction.memory.set(clock(3));
  expect([corrected, kept]).toEqual([[-3_600_000], [asKept(2), asKept(3)]]);
  expect(correction.owed).toBe(0);
});

test('neither of both is on a disk that takes nothing; what is owed adds up until it does', () => {
  const { correction, corrected, kept, given } = rig();
  given.isFull = true;
  correction.leapt(-60_000, false);
  correction.memory.set(clock(2));
  correction.leapt(-40_000, false);
  correction.memory.set(clock(3));
  expect([corrected, kept, correction.owed]).toEqual([[], [], -100_000]);
  given.isFull = false;
  correction.settle();
  expect([corrected, kept, correction.owed]).toEqual([[-100_000], [asKept(3)], 0]);
});

test('a clock that cannot be kept is no error', () => {
  const { correction, given } = rig();
  given.isFull = true;
  expect(() => correction.memory.set(clock(1))).not.toThrow();
});

test('a clock that the disk did not take is kept with the next report, once, or stays to be kept', () => {
  const { correction, kept, given } = rig();
  const full = () => correction.keptWith(undefined, (beside) => beside?.());
  given.isFull = true;
  correction.memory.set(clock(1));
  expect(full).toThrow('full');
  given.isFull = false;
  const saved: string[] = [];
  correction.keptWith(
    () => saved.push('beside'),
    (beside) => beside?.(),
  );
  expect([kept, saved]).toEqual([[asKept(1)], ['beside']]);
  correction.keptWith(undefined, (beside) => expect(beside).toBeUndefined());
  expect(kept).toEqual([asKept(1)]);
});

/** One run on what the run before has kept. */
function nextRun(before: KeptClock | null, nextSeq: number) {
  const from: number[] = [];
  const given = { kept: before };
  const keep = (kept: KeptClock) => {
    given.kept = kept;
  };
  const correction = new ClockCorrection({ get: () => before, set: keep }, ({ from: first }, beside) => {
    from.push(first);
    beside();
    return true;
  });
  // The clock keeps where it stands as it starts.
  correction.memory.set(clock(1));
  correction.begin(nextSeq);
  return { correction, from, kept: () => given.kept };
}

test('what was clicked in a run in which an answer told the time is right, whatever the clock is set to afterwards', () => {
  const first = nextRun(null, 1);
  first.correction.memory.set({ ...clock(2), isMeasured: true });
  const second = nextRun(first.kept(), 5);
  second.correction.leapt(-3_600_000, false);
  second.correction.memory.set({ ...clock(3), isMeasured: true });
  expect([first.from, second.from]).toEqual([[], [5]]);
});

test('a run without an answer says nothing of its own clicks, and leaves those before it right', () => {
  const first = nextRun({ ...asKept(0), isMeasured: true }, 5);
  const second = nextRun(first.kept(), 9);
  second.correction.leapt(60_000, false);
  second.correction.settle();
  expect(second.from).toEqual([5]);
});

test('without an answer ever, all that was clicked is corrected', () => {
  const second = nextRun(nextRun(null, 1).kept(), 9);
  second.correction.leapt(60_000, false);
  second.correction.settle();
  expect(second.from).toEqual([0]);
});

test('that no clock had been measured before is told once the disk takes it, and not again', () => {
  const told: [number, boolean][] = [];
  let isFull = true;
  const correction = new ClockCorrection(undefined, ({ by, first }) => {
    if (!isFull) told.push([by, first]);
    return !isFull;
  });
  correction.leapt(-3_600_000, true);
  correction.settle();
  isFull = false;
  correction.leapt(60_000, false);
  correction.settle();
  correction.leapt(40_000, false);
  correction.settle();
  expect(told).toEqual([
    [-3_540_000, true],
    [40_000, false],
  ]);
});
