import { expect, test } from 'vitest';
import type { ClockMemory } from '../../../main/servicechannel/clock.ts';
import { ClockCorrection } from '../../../main/servicechannel/clock-correction.ts';

const clock = (wall: number): ClockMemory => ({ bounds: null, wall, steady: 0 });

/** A disk that takes a correction with its clock, or neither. */
function rig() {
  const given = { isFull: false };
  const corrected: number[] = [];
  const kept: ClockMemory[] = [];
  const write = (memory: ClockMemory) => {
    if (given.isFull) throw new Error('database or disk is full');
    kept.push(memory);
  };
  const correction = new ClockCorrection({ get: () => null, set: write }, (by, beside) => {
    if (given.isFull) return false;
    corrected.push(by);
    beside();
    return true;
  });
  return { correction, corrected, kept, given };
}

test('a clock that says nothing new is kept alone', () => {
  const { correction, corrected, kept } = rig();
  correction.memory.set(clock(1));
  expect([corrected, kept]).toEqual([[], [clock(1)]]);
});

test('a correction is made with the clock by which it is made, once', () => {
  const { correction, corrected, kept } = rig();
  correction.leapt(-3_600_000);
  expect(correction.owed).toBe(-3_600_000);
  correction.memory.set(clock(2));
  correction.memory.set(clock(3));
  expect([corrected, kept]).toEqual([[-3_600_000], [clock(2), clock(3)]]);
  expect(correction.owed).toBe(0);
});

test('neither of both is on a disk that takes nothing; what is owed adds up until it does', () => {
  const { correction, corrected, kept, given } = rig();
  given.isFull = true;
  correction.leapt(-60_000);
  correction.memory.set(clock(2));
  correction.leapt(-40_000);
  correction.memory.set(clock(3));
  expect([corrected, kept, correction.owed]).toEqual([[], [], -100_000]);
  given.isFull = false;
  correction.settle();
  expect([corrected, kept, correction.owed]).toEqual([[-100_000], [clock(3)], 0]);
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
  expect([kept, saved]).toEqual([[clock(1)], ['beside']]);
  correction.keptWith(undefined, (beside) => expect(beside).toBeUndefined());
  expect(kept).toEqual([clock(1)]);
});
