import { describe, expect, test } from 'vitest';
import { trayView } from '../../../main/views/tray.ts';
import { visitsPart } from '../../../main/views/visits.ts';
import { en } from '../../../words/en.ts';
import { Day } from '../visit/support.ts';

/** The tray at a time of the day. */
function at(day: Day, time: string, attention = false) {
  const { current } = visitsPart({
    visits: day.mine,
    known: () => null,
    isFresh: () => false,
    now: day.now,
    offlineSince: null,
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
      current: { phase: 'on site', hasForm: true },
    });
  });

  test('counts nothing before the clock says so', () => {
    const day = new Day().clock('10:00').checkIn(7);
    expect(at(day, '09:58').tooltip).toBe('OnSite: On site · 7 · 0:00');
    day.clock('11:00').do({ type: 'pause', visitId: day.current.id });
    day.clock('12:00').do({ type: 'resume', visitId: day.current.id });
    expect(at(day, '11:58').tooltip).toBe('OnSite: On site · 7 · 1:00');
  });
});
