import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { putBeside, type Stay, standingOf } from '../../../main/records/compare.ts';
import { HOUR, MINUTE, SECOND } from '../../../main/visit/time.ts';

const NOON = Date.parse('2026-11-24T12:00:00Z');
const stay = (over: Partial<Stay> = {}): Stay => ({
  workOrderId: 7,
  from: NOON - 4 * HOUR,
  to: NOON,
  techsCount: 1,
  ...over,
});
const standing = (here: readonly Stay[], there: readonly Stay[]) =>
  standingOf(putBeside(here, there, NOON + HOUR));

describe('a day', () => {
  test('matches where every edge is within a minute and the count is the same', () => {
    expect(standing([], [])).toEqual({ kind: 'matches' });
    expect(
      standing([stay()], [stay({ from: NOON - 4 * HOUR + MINUTE, to: NOON - MINUTE + SECOND })]),
    ).toEqual({
      kind: 'differs',
      minutes: 2,
    });
    expect(standing([stay()], [stay({ from: NOON - 4 * HOUR + MINUTE })])).toEqual({ kind: 'matches' });
    expect(standing([stay()], [stay({ techsCount: null })])).toEqual({ kind: 'matches' });
    expect(standing([stay()], [stay({ techsCount: 2 })])).toEqual({ kind: 'differs', minutes: 0 });
  });

  test('differs by its largest edge or length, rounded', () => {
    expect(standing([stay()], [stay({ to: NOON - 18 * MINUTE })])).toEqual({ kind: 'differs', minutes: 18 });
    expect(standing([stay()], [stay({ to: NOON - 61 * SECOND })])).toEqual({ kind: 'differs', minutes: 1 });
    const moved = stay({ from: NOON - 4 * HOUR + 10 * MINUTE, to: NOON - 10 * MINUTE });
    expect(standing([stay()], [moved])).toEqual({ kind: 'differs', minutes: 20 });
  });

  test('says what one of the two does not have', () => {
    expect(standing([stay()], [])).toEqual({ kind: 'only-here' });
    expect(standing([], [stay()])).toEqual({ kind: 'only-there' });
    expect(standing([stay()], [stay({ workOrderId: 8 })])).toEqual({ kind: 'only-there' });
  });

  test('open on both sides matches; open on one differs by what has passed', () => {
    expect(standing([stay({ to: null })], [stay({ to: null })])).toEqual({ kind: 'matches' });
    expect(standing([stay({ to: null })], [stay()])).toEqual({ kind: 'differs', minutes: 60 });
  });

  test('pairs with a pause are put beside their own, whatever their order', () => {
    const morning = stay({ to: NOON - 2 * HOUR });
    const noon = stay({ from: NOON - HOUR });
    expect(standing([morning, noon], [noon, morning])).toEqual({ kind: 'matches' });
    expect(standing([morning, noon], [stay()])).toEqual({ kind: 'only-here' });
  });

  test('any day matches itself in any order, and no stay is used twice', () => {
    const stays = fc.array(
      fc.record({
        workOrderId: fc.integer({ min: 1, max: 3 }),
        from: fc.integer({ min: 0, max: 20 }).map((n) => NOON + n * HOUR),
        to: fc.constant(null),
        techsCount: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 6 },
    );
    const unique = stays.map((all) => [
      ...new Map(all.map((each) => [`${each.workOrderId} ${each.from}`, each])).values(),
    ]);
    fc.assert(
      fc.property(unique, unique, (here, there) => {
        expect(standing(here, here.toReversed())).toEqual({ kind: 'matches' });
        const beside = putBeside(here, there, NOON);
        expect(beside.flatMap((each) => each.here ?? [])).toHaveLength(here.length);
        expect(beside.flatMap((each) => each.there ?? [])).toHaveLength(there.length);
      }),
    );
  });
});
