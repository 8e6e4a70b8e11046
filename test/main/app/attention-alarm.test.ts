import { expect, test } from 'vitest';
import { AttentionAlarm } from '../../../main/app/attention-alarm.ts';
import type { NotificationSubject } from '../../../main/views/notifications.ts';
import { visitsPart } from '../../../main/views/visits.ts';
import { certain, Day } from '../visit/support.ts';

/** In at 10:00; the check-in was refused. */
function refused(): Day {
  const day = new Day().clock('10:00').checkIn(7);
  return day.refused(certain(day.visit(7).pairs[0]).checkIn, 'not-allowed');
}

const shown = (day: Day) =>
  visitsPart({
    visits: day.mine,
    known: () => null,
    isFresh: () => false,
    now: day.now,
    offlineSince: null,
    clickedAt: day.now,
    between: null,
  });

function alarm() {
  const said: NotificationSubject[] = [];
  const state = { isLookedAt: false };
  const watched = new AttentionAlarm(
    (subject) => void said.push(subject),
    () => state.isLookedAt,
    () => undefined,
  );
  return { said, state, watched };
}

test('a report that needs a person is said once', () => {
  const { said, watched } = alarm();
  watched.watch(shown(refused()));
  watched.watch(shown(refused()));
  expect(said).toEqual([{ what: 'attention', workOrderId: 7, count: 1 }]);
});

test('not where a window of ours shows it already, and not later either', () => {
  const { said, state, watched } = alarm();
  state.isLookedAt = true;
  watched.watch(shown(refused()));
  state.isLookedAt = false;
  watched.watch(shown(refused()));
  expect(said).toEqual([]);
});

test('refused again after it was sent again, it is news again', () => {
  const { said, watched } = alarm();
  watched.watch(shown(refused()));
  watched.watch(shown(new Day()));
  watched.watch(shown(refused()));
  expect(said).toHaveLength(2);
});
