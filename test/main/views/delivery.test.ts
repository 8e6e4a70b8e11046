import { describe, expect, test } from 'vitest';
import { deliveryRow } from '../../../main/views/delivery.ts';
import type { BARE_STATES, JournalEntry } from '../../../main/visit/journal.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import { certain, Day } from '../visit/support.ts';

const OFFLINE = { code: 'not-sent', why: 'offline', detail: 'ERR_INTERNET_DISCONNECTED' } as const;
const LIMIT = { code: 'not-sent', why: 'rate-limit', detail: '' } as const;
const RECORDED = { code: 'recorded', mechanicId: 42, by: 'answer' } as const;

/** A row whose journal has these lines, a second apart. */
function row(...what: readonly (JournalEntry | (typeof BARE_STATES)[number])[]) {
  const day = new Day().checkIn(7);
  const entries = what.map((each) => (typeof each === 'string' ? { code: each } : each));
  const visit = day.visit(7);
  return deliveryRow(
    visit,
    certain(reportsOf(visit)[0]),
    null,
    entries.map((entry, at) => ({ at, what: entry })),
  );
}

const codes = (of: ReturnType<typeof row>) => of.lines.map(({ what, times }) => `${what.code} × ${times}`);

describe('a row of the delivery view', () => {
  test('counts requests, not lines, and has the time of recording', () => {
    const one = row('queued', 'sending', RECORDED);
    expect(one.requests).toBe(1);
    expect(one.recordedAt).toBe(2);
    expect(codes(one)).toEqual(['queued × 1', 'sending × 1', 'recorded × 1']);
  });

  test('has no time of recording before it is recorded', () => {
    expect(row('queued').recordedAt).toBeNull();
    expect(row('queued').requests).toBe(0);
  });

  test('what had no connection to leave by is no request, and one line however often', () => {
    const unsent = ['sending', 'queued', OFFLINE] as const;
    const waiting = row('queued', ...unsent, ...unsent, ...unsent);
    expect(waiting.requests).toBe(0);
    expect(codes(waiting)).toEqual(['queued × 1', 'not-sent × 3']);
    expect(waiting.lines[1]).toMatchObject({ at: 3, lastAt: 9 });
    const gone = row('queued', ...unsent, 'sending', RECORDED);
    expect(gone.requests).toBe(1);
    expect(codes(gone)).toEqual(['queued × 1', 'not-sent × 1', 'sending × 1', 'recorded × 1']);
  });

  test('what was held before it could leave is no request either', () => {
    const held = row('queued', LIMIT, LIMIT, OFFLINE);
    expect(held.requests).toBe(0);
    expect(codes(held)).toEqual(['queued × 1', 'not-sent × 2', 'not-sent × 1']);
  });

  test('what ServiceChannel turned away for its limit did arrive', () => {
    expect(row('queued', 'sending', 'queued', LIMIT, 'sending', RECORDED).requests).toBe(2);
  });

  test('a lost answer, a read-back and the second request are two requests', () => {
    const lost = row(
      'queued',
      'sending',
      { code: 'no-answer', why: 'timeout' },
      { code: 'read-back', seen: 'absent' },
      'queued',
      'sending',
      RECORDED,
    );
    expect(lost.requests).toBe(2);
    expect(codes(lost)).toHaveLength(7);
  });
});
