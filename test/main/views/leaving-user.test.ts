import { describe, expect, test } from 'vitest';
import { otherUsers } from '../../../main/views/leaving-user.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import { DAY, HOUR } from '../../../main/visit/time.ts';
import { certain, Day, SERVER, USER } from '../visit/support.ts';

const OTHER = { userId: USER + 1, server: SERVER };
const nameOf = ({ userId }: { readonly userId: number }) => (userId === USER ? 'demo' : null);

/** The view that another user has of the day, so long after it (ms). */
const seen = (day: Day, later = 0, owner = OTHER) => otherUsers(day.state, owner, nameOf, day.now + later);

describe('another user of this computer', () => {
  test('sees that somebody is checked in and how many reports wait, and nothing more', () => {
    const day = new Day().checkIn(7);
    expect(seen(day)).toEqual([{ userName: 'demo', isOnSite: true, waiting: 1, isLate: false }]);
    day.sent(certain(reportsOf(day.visit(7))[0]), 'recorded');
    expect(seen(day)).toEqual([{ userName: 'demo', isOnSite: true, waiting: 0, isLate: false }]);
    day.clock('11:00').do({ type: 'pause', visitId: day.current.id });
    expect(seen(day)).toEqual([{ userName: 'demo', isOnSite: false, waiting: 1, isLate: false }]);
  });

  test('is told with weight from the fifth day', () => {
    const day = new Day().checkIn(7);
    expect(seen(day, 5 * DAY - HOUR)).toMatchObject([{ isLate: false }]);
    expect(seen(day, 5 * DAY)).toMatchObject([{ isLate: true }]);
  });

  test('sees nothing of what is settled, nor of their own', () => {
    const day = new Day().checkIn(7);
    expect(seen(day, 0, day.owner)).toEqual([]);
    day.sent(certain(reportsOf(day.visit(7))[0]), 'recorded');
    day.clock('11:00').do({ type: 'pause', visitId: day.current.id });
    day.sent(certain(reportsOf(day.visit(7))[1]), 'recorded');
    expect(seen(day)).toEqual([]);
  });

  test('is somebody who is signed in', () => {
    const day = new Day().checkIn(7);
    expect(otherUsers(day.state, null, nameOf, day.now)).toEqual([]);
  });

  test('has a name only where it was kept', () => {
    const day = new Day();
    day.userId = USER + 2;
    day.checkIn(7);
    expect(seen(day)).toMatchObject([{ userName: null }]);
  });
});
