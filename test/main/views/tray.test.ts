import { describe, expect, test } from 'vitest';
import { trayView } from '../../../main/views/tray.ts';
import { visitsPart } from '../../../main/views/visits.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import { en } from '../../../words/en.ts';
import { certain, Day } from '../visit/support.ts';

const NOTHING_KNOWN = {
  store: null,
  address: null,
  trade: null,
  priority: null,
  description: null,
  status: null,
  subscriber: null,
  lacksPermission: false,
  obstacle: null,
  deniedReason: null,
  workTypes: [],
};

/** The tray at a time of the day. */
function at(day: Day, time: string, attention = false) {
  const { current } = visitsPart({
    visits: day.mine,
    known: () => null,
    isFresh: () => false,
    now: day.now,
    offlineSince: null,
    clickedAt: day.now,
    between: null,
  });
  return trayView(en, current, attention, day.instant(time));
}

describe('the tray', () => {
  test('says that nobody is checked in', () => {
    expect(at(new Day(), '10:00')).toMatchObject({
      icon: 'off',
      attention: false,
      tooltip: 'OnSite: Not checked in',
      current: null,
    });
  });

  test('says work order and time on site, over all pairs and without the pause', () => {
    const day = new Day().clock('10:00').checkIn(107002896);
    expect(at(day, '11:31')).toMatchObject({ icon: 'onsite', tooltip: 'OnSite: On site · 107002896 · 1:31' });
    day.clock('12:00').do({ type: 'pause', visitId: day.current.id });
    expect(at(day, '18:00')).toMatchObject({ icon: 'paused', tooltip: 'OnSite: Paused · 107002896 · 2:00' });
    day.clock('13:00').do({ type: 'resume', visitId: day.current.id });
    expect(at(day, '13:05').tooltip).toBe('OnSite: On site · 107002896 · 2:05');
  });

  test('says the time on the way while travelling, and the time on site after it', () => {
    const day = new Day().clock('10:00').checkIn(7, { workTypeId: 2 });
    expect(at(day, '10:20')).toMatchObject({ icon: 'travelling', tooltip: 'OnSite: Travelling · 7 · 0:20' });
    day.clock('10:30').do({ type: 'arrived', visitId: day.current.id });
    expect(at(day, '10:45').tooltip).toBe('OnSite: On site · 7 · 0:15');
  });

  test('shows what needs a person beside the state, not instead of it', () => {
    expect(at(new Day(), '10:00', true)).toMatchObject({
      icon: 'off',
      attention: true,
      tooltip: 'OnSite: Not checked in · needs attention',
    });
    const day = new Day().clock('10:00').checkIn(7);
    expect(at(day, '10:00', true)).toMatchObject({
      icon: 'onsite',
      attention: true,
      tooltip: 'OnSite: On site · 7 · 0:00 · needs attention',
      current: { phase: 'on site', leaveBy: 'form' },
    });
  });

  test.each([
    [1, 'form'],
    [2, 'stop-driving'],
    [11, 'at-once'],
  ])('knows how work of type %i is left', (workTypeId, leaveBy) => {
    const day = new Day().clock('10:00').checkIn(7, { workTypeId });
    expect(at(day, '10:20').current).toMatchObject({ leaveBy });
  });

  test('offers neither pause nor check-out before the time comes from which a check-in counts', () => {
    const day = new Day().clock('19:36').checkIn(7);
    const reportId = certain(reportsOf(day.current)[0]).id;
    day.refused(certain(reportsOf(day.current)[0]), 'premature');
    day.do({ type: 'check-in-at', reportId, at: day.instant('20:04'), note: 'There since 19:36.' });
    expect(at(day, '20:03').current).toMatchObject({ phase: 'on site', leaveBy: null });
    expect(at(day, '20:04').current).toMatchObject({ leaveBy: 'form' });
  });

  test('counts nothing before the clock says so', () => {
    const day = new Day().clock('10:00').checkIn(7);
    expect(at(day, '09:58').tooltip).toBe('OnSite: On site · 7 · 0:00');
    day.clock('11:00').do({ type: 'pause', visitId: day.current.id });
    day.clock('12:00').do({ type: 'resume', visitId: day.current.id });
    expect(at(day, '11:58').tooltip).toBe('OnSite: On site · 7 · 1:00');
  });

  test('lists the last five work orders, with their stores', () => {
    const recent = [1, 2, 3, 4, 5, 6].map((workOrderId) => ({
      workOrderId,
      paused: false,
      workOrder: workOrderId === 1 ? { ...NOTHING_KNOWN, id: 1, store: 'A & B '.repeat(20) } : null,
    }));
    const { lately } = trayView(en, null, false, 0, recent);
    expect(lately.map(({ workOrderId }) => workOrderId)).toEqual([1, 2, 3, 4, 5]);
    expect(lately[0]?.text).toMatch(/^1 · A & B /);
    expect(lately[0]?.text.length).toBeLessThan(50);
    expect(lately[1]?.text).toBe('2');
  });

  test('has the time beside the icon while it counts, and nothing else', () => {
    const day = new Day().clock('10:00').checkIn(7);
    expect(at(day, '11:31').title).toBe('1:31');
    day.clock('12:00').do({ type: 'pause', visitId: day.current.id });
    expect(at(day, '12:31').title).toBe('');
    expect(at(new Day(), '10:00').title).toBe('');
  });
});
