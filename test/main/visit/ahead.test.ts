import { describe, expect, test } from 'vitest';
import { livePairs, type Phase, phaseOf, reportsOf } from '../../../main/visit/phase.ts';
import { toStamp } from '../../../main/visit/time.ts';
import { certain, Day, offsetIn, written } from './support.ts';

const NOTE = 'The check-in at 20:04 was made by mistake.';

/** Refused as premature at 19:36 and checked in at 20:04 instead; 19:40 now. */
function ahead(): Day {
  const day = new Day().clock('19:36').checkIn(7);
  const { id: reportId } = certain(reportsOf(day.current)[0]);
  day.refused(certain(reportsOf(day.current)[0]), 'premature').clock('19:40');
  return day.do({ type: 'check-in-at', reportId, at: day.instant('20:04'), note: 'There since 19:36.' });
}

const at = (day: Day, time: string) => toStamp(day.instant(time), offsetIn(day.zone));
const checkInOf = (day: Day) => certain(day.visit(7).pairs[0]).checkIn;
const phase = (day: Day): Phase => phaseOf(day.visit(7));

describe('a check-in that counts from an instant to come', () => {
  test.each([
    ['pause', (day: Day) => ({ type: 'pause', visitId: day.current.id }) as const],
    [
      'pause, earlier',
      (day: Day) => ({ type: 'pause', visitId: day.current.id, at: day.instant('19:38') }) as const,
    ],
    [
      'check-out',
      (day: Day) => ({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' }) as const,
    ],
    ['switch', () => ({ type: 'check-in', workOrderId: 8, workTypeId: 1, techsCount: 1 }) as const],
    ['crew', (day: Day) => ({ type: 'change-crew', visitId: day.current.id, techsCount: 3 }) as const],
  ])('says so until then, and blames no clock: %s', (_name, act) => {
    const day = ahead();
    expect(day.fault(act(day))).toEqual({ reason: 'counts-from', at: at(day, '20:04') });
    day.clock('20:03');
    expect(day.fault(act(day))).toEqual({ reason: 'counts-from', at: at(day, '20:04') });
    expect(day.clock('20:10').fault({ type: 'pause', visitId: day.current.id })).toBeUndefined();
  });

  test('does not keep another visit from being finished', () => {
    const day = new Day().clock('18:00').checkIn(9).clock('19:00');
    day.do({ type: 'pause', visitId: day.current.id });
    const { id: visitId } = day.visit(9);
    day.clock('19:36').checkIn(7);
    const { id: reportId } = checkInOf(day);
    day.refused(checkInOf(day), 'premature').clock('19:40');
    day.do({ type: 'check-in-at', reportId, at: day.instant('20:04'), note: 'There since 19:36.' });
    expect(day.fault({ type: 'finish', visitId, primaryStatus: 'Completed' })).toBeUndefined();
  });

  test('is left at its own second, with a status; then the technician is free', () => {
    const day = ahead();
    const { id: visitId } = day.current;
    day.do({ type: 'check-out', visitId, at: day.instant('20:04'), primaryStatus: 'Incomplete' });
    expect(written(day.visit(7))).toEqual(['2026-05-13T20:04:00-04:00 – 2026-05-13T20:04:00-04:00']);
    expect(phase(day)).toBe('over');
    expect(day.clock('19:50').checkIn(8).current.workOrderId).toBe(8);
  });

  test('a clock that was set back is still what it is', () => {
    const day = new Day().clock('19:36').checkIn(7).clock('17:00');
    expect(day.fault({ type: 'pause', visitId: day.current.id })).toMatchObject({ reason: 'clock-behind' });
    day.clock('19:50').do({ type: 'pause', visitId: day.current.id, at: day.instant('19:45') });
    day.clock('17:00');
    expect(day.fault({ type: 'resume', visitId: day.current.id })).toMatchObject({ reason: 'clock-behind' });
  });
});

describe('taken back', () => {
  test('before it was sent, nothing of it is: neither the check-in nor its note', () => {
    const day = ahead();
    day.do({ type: 'take-back', visitId: day.current.id, note: NOTE });
    expect(reportsOf(day.visit(7)).map(({ delivery }) => delivery.state)).toEqual(['discarded', 'discarded']);
    expect(phase(day)).toBe('over');
    expect(day.clock('19:41').checkIn(8).current.workOrderId).toBe(8);
  });

  test('once it is recorded, it is closed at its own second and the client is told', () => {
    const day = ahead();
    const { id: visitId } = day.current;
    day.sent(checkInOf(day), 'recorded').do({ type: 'take-back', visitId, note: NOTE });
    const taken = certain(day.mine.find(({ id }) => id === visitId));
    expect(written(taken)).toEqual(['2026-05-13T20:04:00-04:00 – 2026-05-13T20:04:00-04:00']);
    expect(taken.pairs[0]?.checkOut).toMatchObject({
      leaving: { action: 'Cancel' },
      delivery: { state: 'queued' },
    });
    expect(taken.steps.at(-1)).toMatchObject({ kind: 'note', text: NOTE, workOrderId: 7 });
    expect(day.mine.map(phaseOf)).toEqual(['over', 'over']);
    expect(day.mine.flatMap((visit) => visit.steps).map(({ kind }) => kind)).toContain('deletion');
    expect(day.clock('19:41').checkIn(8).current.workOrderId).toBe(8);
  });

  test('while nobody knows whether it was recorded it cannot be', () => {
    const day = ahead();
    const { id: visitId } = day.current;
    day.do({ type: 'sending', reportId: checkInOf(day).id, since: day.now });
    expect(day.fault({ type: 'take-back', visitId, note: NOTE })).toEqual({ reason: 'in-question' });
  });

  test.each([
    ['once it counts', '20:04', NOTE],
    ['without a word to the client', '19:50', ' '],
  ])('not %s', (_name, time, note) => {
    const day = ahead().clock(time);
    expect(day.fault({ type: 'take-back', visitId: day.current.id, note })).toEqual({ reason: 'not-now' });
  });

  test('a visit that was paused before it is paused again', () => {
    const day = new Day().clock('18:00').checkIn(7).clock('19:00');
    day.sent(checkInOf(day), 'recorded').do({ type: 'pause', visitId: day.current.id });
    day.sent(certain(day.current.pairs[0]?.checkOut), 'recorded').clock('19:36');
    day.do({ type: 'resume', visitId: day.current.id });
    const resumed = certain(day.current.pairs[1]).checkIn;
    day.refused(resumed, 'premature').clock('19:40');
    day.do({ type: 'check-in-at', reportId: resumed.id, at: day.instant('20:04'), note: 'There.' });
    day.sent(certain(day.current.pairs[1]).checkIn, 'recorded');
    day.do({ type: 'take-back', visitId: day.current.id, note: NOTE });
    expect(phase(day)).toBe('paused');
    const { id: visitId } = day.visit(7);
    expect(day.fault({ type: 'resume', visitId })).toEqual({ reason: 'counts-from', at: at(day, '20:04') });
    expect(day.clock('20:05').fault({ type: 'resume', visitId })).toBeUndefined();
    day.sent(certain(day.visit(7).pairs[1]?.checkOut), 'recorded');
    day.sent(certain(day.visit(7).steps.find(({ kind }) => kind === 'deletion')), 'recorded');
    expect(livePairs(day.visit(7))).toHaveLength(1);
  });
});
