import { describe, expect, test } from 'vitest';
import { calm, type Plan, type Step } from './plan.ts';
import { run } from './run.ts';

const MINUTE = 60_000;
const act = { earlier: 0, status: 4 } as const;
const checkIn = { what: 'check-in', order: 0, typeId: 1, count: 2, earlier: 0 } as const;

/** A visit with one pause. The last gap is there for the crashes of its delivery. */
const VISIT: readonly Step[] = [
  { doing: checkIn, gap: 90 * MINUTE },
  { doing: { what: 'pause', ...act }, gap: 30 * MINUTE },
  { doing: { what: 'resume', ...act }, gap: 60 * MINUTE },
  { doing: { what: 'check-out', ...act }, gap: MINUTE },
];

/** The same in one second, where nothing but their number tells reports apart. */
const HURRY: readonly Step[] = VISIT.map((step, index) => ({
  ...step,
  gap: index < VISIT.length - 1 ? 0 : MINUTE,
}));

/** Recorded under a wrong number with a pause in it, moved, and left. */
const MOVED: readonly Step[] = [
  { gap: 60_000, doing: { what: 'check-in', order: 0, typeId: 1, count: 2, earlier: 0 } },
  { gap: 60_000, doing: { what: 'pause', earlier: 0, status: 0 } },
  { gap: 60_000, doing: { what: 'resume', earlier: 0, status: 0 } },
  { gap: 60_000, doing: { what: 'move', order: 1 } },
  { gap: 60_000, doing: { what: 'check-out', earlier: 0, status: 0 } },
];

/** The office closes the order before the check-out; the technician is asked, and takes a remedy that is offered. */
const CLOSED: readonly Step[] = [
  { gap: MINUTE, doing: { ...checkIn, order: 2 } },
  { gap: MINUTE, doing: { what: 'office', order: 2, deed: 'closes the order' } },
  { gap: MINUTE, doing: { what: 'check-out', ...act } },
  { gap: MINUTE, doing: { what: 'answer' } },
  { gap: MINUTE, doing: { what: 'answer' } },
];

/** Acts that are taken back in time, and one that is locked away before. */
const UNDONE: readonly Step[] = [
  { gap: 3_000, doing: { ...checkIn, order: 1 } },
  { gap: 1_000, doing: { what: 'undo' } },
  { gap: 30 * MINUTE, doing: checkIn },
  { gap: 4_000, doing: { what: 'pause', ...act } },
  { gap: MINUTE, doing: { what: 'undo' } },
  { gap: 2_000, doing: { what: 'check-out', ...act } },
  { gap: 1_000, doing: { what: 'lock' } },
  { gap: MINUTE, doing: { what: 'undo' } },
];

describe.each([
  ['a visit', VISIT],
  ['a visit with acts that are taken back', UNDONE],
  ['a visit that is moved to another work order', MOVED],
  ['a visit whose work order is closed meanwhile', CLOSED],
  ['a visit in one second', HURRY],
])('a crash at every point of %s', (_name, day) => {
  test.each([0, 1_000, 20_000, 60 * MINUTE])('and a start %i ms later', async (down) => {
    let hasCrashed = true;
    for (let after = 1; hasCrashed; after++) {
      const undoSeconds = day === UNDONE ? 10 : 0;
      const plan: Plan = { ...calm(day), undoSeconds, crashes: [{ after, down }] };
      const { violations, trace } = await run(plan);
      expect(violations, `crash at point ${after}\n${trace.join('\n')}`).toEqual([]);
      hasCrashed = trace.some((line) => line.includes('-- crash at point'));
    }
  });
});
