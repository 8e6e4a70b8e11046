import { describe, expect, test } from 'vitest';
import { unreportedOf } from '../../../main/views/unreported.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import { certain, Day } from '../visit/support.ts';

const firstIn = (day: Day, workOrderId: number) => certain(reportsOf(day.visit(workOrderId))[0]);

/** On site on 7 since 19:00; switched to 8 at 20:02, which was refused. */
function refusedSwitch(): Day {
  const day = new Day().clock('19:00').checkIn(7);
  day.sent(firstIn(day, 7), 'recorded').clock('20:02').checkIn(8);
  return day.sent(certain(day.visit(7).pairs[0]?.checkOut), 'recorded').refused(firstIn(day, 8), 'completed');
}

describe('a check-in that was refused', () => {
  test('runs on here, with what its click had paused', () => {
    const day = refusedSwitch().clock('20:10');
    expect(unreportedOf(day.mine)).toMatchObject([
      {
        reportId: firstIn(day, 8).id,
        since: { ms: day.instant('20:02') },
        paused: { visitId: day.visit(7).id, workOrderId: 7, at: { ms: day.instant('20:02') } },
      },
    ]);
  });

  test('which is resumed where it was paused: no minute is missing, and nothing runs on', () => {
    const day = refusedSwitch().clock('20:10');
    const [{ paused }] = [certain(unreportedOf(day.mine)[0])];
    day.do({ type: 'resume', visitId: certain(paused).visitId, at: certain(paused).at.ms });
    const [first, second] = day.visit(7).pairs;
    expect(second?.checkIn.at.ms).toBe(first?.checkOut?.at.ms);
    expect(unreportedOf(day.mine)).toEqual([]);
  });

  test('had paused nothing where another pause came before it', () => {
    const day = new Day().clock('19:00').checkIn(7).clock('20:00');
    day.do({ type: 'pause', visitId: day.current.id }).clock('20:02').checkIn(8);
    day.refused(firstIn(day, 8), 'completed');
    expect(unreportedOf(day.mine)).toMatchObject([{ paused: null }]);
  });

  test.each<[string, (day: Day) => unknown]>([
    ['is given up', (day) => day.do({ type: 'discard', reportId: firstIn(day, 8).id })],
    ['is sent again', (day) => day.do({ type: 'send-again', reportId: firstIn(day, 8).id })],
    ['has been followed by another', (day) => day.checkIn(9)],
    [
      'has been followed by another, which is over',
      (day) => {
        day.checkIn(9).clock('20:30');
        day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' });
      },
    ],
  ])('does not run once it %s', (_name, happens) => {
    const day = refusedSwitch().clock('20:10');
    happens(day);
    expect(unreportedOf(day.mine)).toEqual([]);
  });

  test('does not run once the pause before it was given up: the technician is back there', () => {
    const day = new Day().clock('19:00').checkIn(7);
    day.sent(firstIn(day, 7), 'recorded').clock('20:02').checkIn(8);
    const pause = certain(day.visit(7).pairs[0]?.checkOut);
    day.refused(firstIn(day, 8), 'completed').refused(pause, 'field');
    expect(unreportedOf(day.mine)).toHaveLength(1);
    day.do({ type: 'discard', reportId: pause.id });
    expect(unreportedOf(day.mine)).toEqual([]);
  });

  test('nobody has ever checked in: nothing runs', () => {
    expect(unreportedOf([])).toEqual([]);
  });
});
