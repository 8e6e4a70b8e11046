import { describe, expect, test } from 'vitest';
import { reportsOf } from '../../../main/visit/phase.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../main/visit/time.ts';
import { certain, Day, written } from './support.ts';

const checkIn = { type: 'check-in', workOrderId: 8, workTypeId: 1, techsCount: 1 } as const;

describe('the time of an act', () => {
  test('is the click’s, in whole seconds', () => {
    const day = new Day();
    day.now += 789;
    expect(written(day.checkIn(7).current)).toEqual(['2026-05-13T10:00:00-04:00 – open']);
  });

  test('is an earlier minute where one is chosen, for every act', () => {
    const day = new Day().clock('12:00').checkIn(7, { at: new Day().instant('10:00') });
    const { id } = day.current;
    day.do({ type: 'pause', visitId: id, at: day.instant('10:30') });
    day.do({ type: 'resume', visitId: id, at: day.instant('10:45') });
    day.do({ type: 'check-out', visitId: id, primaryStatus: 'Completed', at: day.instant('11:50') });
    expect(written(day.visit(7))).toEqual([
      '2026-05-13T10:00:00-04:00 – 2026-05-13T10:30:00-04:00',
      '2026-05-13T10:45:00-04:00 – 2026-05-13T11:50:00-04:00',
    ]);
  });

  test('carries the offset of its own instant, not of the click’s', () => {
    const day = new Day('2026-03-08T03:30:00-04:00');
    day.checkIn(7, { at: Date.parse('2026-03-08T01:30:00-05:00') });
    expect(written(day.current)).toEqual(['2026-03-08T01:30:00-05:00 – open']);
  });

  test('may be the present minute, and nothing after the click', () => {
    const day = new Day().clock('10:00:40');
    expect(day.fault({ ...checkIn, at: day.instant('10:00') })).toBeUndefined();
    expect(day.fault({ ...checkIn, at: day.instant('10:01') })).toEqual({ reason: 'in-future' });
  });

  test('may be 7 days back, and no more', () => {
    const day = new Day();
    expect(day.fault({ ...checkIn, at: day.now - 7 * DAY })).toBeUndefined();
    expect(day.fault({ ...checkIn, at: day.now - 7 * DAY - MINUTE })).toEqual({ reason: 'too-old' });
  });
});

describe('before the report before it', () => {
  test('there is none on a work order whose status was set since, but there is on another', () => {
    const day = new Day().checkIn(7).clock('11:00');
    day.do({ type: 'pause', visitId: day.current.id }).clock('15:00');
    day.do({ type: 'finish', visitId: day.current.id, primaryStatus: 'Incomplete' }).clock('15:10');
    const at = day.instant('14:30');
    expect(day.fault({ ...checkIn, workOrderId: 7, at })).toMatchObject({ reason: 'before-previous' });
    expect(day.fault({ ...checkIn, workOrderId: 8, at })).toBeUndefined();
  });

  test('there is no time for another', () => {
    const day = new Day().clock('10:00:20').checkIn(7).clock('12:00');
    const previous = reportsOf(day.current)[0]?.at;
    const pause = { type: 'pause', visitId: day.current.id } as const;
    expect(day.fault({ ...pause, at: day.instant('09:59') })).toEqual({
      reason: 'before-previous',
      previous,
    });
    expect(day.fault({ ...checkIn, at: day.instant('09:59') })).toEqual({
      reason: 'before-previous',
      previous,
    });
  });

  test('its own minute means its own second: time fields know minutes only', () => {
    const day = new Day().clock('10:00:20').checkIn(7).clock('12:00');
    day.do({ type: 'pause', visitId: day.current.id, at: day.instant('10:00') });
    expect(written(day.current)).toEqual(['2026-05-13T10:00:20-04:00 – 2026-05-13T10:00:20-04:00']);
  });

  test('a colleague’s reports say nothing', () => {
    const day = new Day().clock('10:00').checkIn(7).clock('12:00');
    day.userId += 1;
    expect(day.fault({ ...checkIn, at: day.instant('09:00') })).toBeUndefined();
  });

  test('a report that was given up says nothing', () => {
    const day = new Day().clock('10:00').checkIn(7);
    const refused = certain(reportsOf(day.current)[0]);
    day.sent(refused, 'refused').do({ type: 'discard', reportId: refused.id }).clock('10:05');
    expect(day.fault({ ...checkIn, at: day.instant('09:30') })).toBeUndefined();
  });

  test('a refused first check-in says nothing: the right number can take its time', () => {
    const day = new Day().clock('10:00:30').checkIn(7);
    day.sent(certain(reportsOf(day.current)[0]), 'refused').clock('10:05');
    day.checkIn(8, { at: day.instant('10:00') });
    expect(written(day.visit(8))).toEqual(['2026-05-13T10:00:00-04:00 – open']);
  });
});

describe('a clock that steps back', () => {
  const onSite = () => new Day().clock('10:00').checkIn(7);

  test('by a little counts as the instant of the report before', () => {
    const day = onSite();
    day.now -= 2 * MINUTE;
    day.do({ type: 'pause', visitId: day.current.id });
    expect(written(day.current)).toEqual(['2026-05-13T10:00:00-04:00 – 2026-05-13T10:00:00-04:00']);
  });

  test.each([2 * MINUTE + SECOND, 3 * HOUR])('by %i ms is said, and nothing is reported', (ms) => {
    const day = onSite();
    day.now -= ms;
    const previous = certain(reportsOf(day.current)[0]).at;
    expect(day.fault({ type: 'pause', visitId: day.current.id })).toEqual({
      reason: 'clock-behind',
      previous,
    });
  });
});
