import { describe, expect, test } from 'vitest';
import { sendable } from '../../../main/outbox/next.ts';
import { askedAbout, trailOf } from '../../../main/visit/asked.ts';
import { certain, Day, written } from './support.ts';

const AS_IT_WAS = ['2026-05-13T10:00:00-04:00 – 2026-05-13T11:00:00-04:00'];

/** On site from 10:00 to 11:00, two technicians, recorded; 12:00 now. */
function worked(): Day {
  const day = new Day().clock('10:00').checkIn(7).clock('11:00');
  day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' });
  for (const side of ['checkIn', 'checkOut'] as const)
    day.sent(certain(day.visit(7).pairs[0]?.[side]), 'recorded');
  return day.clock('12:00');
}

const pairOf = (day: Day) => certain(day.visit(7).pairs[0]);
const ask = (day: Day) =>
  ({
    type: 'ask-client',
    pairId: pairOf(day).id,
    from: day.instant('10:00'),
    until: day.instant('11:30'),
    techsCount: 3,
    text: 'We were three.',
  }) as const;

describe('a record that only the client can change', () => {
  test('is asked for with a note, and stays as it is', () => {
    const day = worked();
    day.do(ask(day));
    expect(written(day.visit(7))).toEqual(AS_IT_WAS);
    expect(pairOf(day).techsCount).toBe(2);
    expect(sendable(day.mine)).toMatchObject([{ kind: 'note', text: 'We were three.', workOrderId: 7 }]);
    expect(askedAbout(day.visit(7), pairOf(day))?.asked).toMatchObject({
      until: { ms: day.instant('11:30') },
      techsCount: 3,
    });
  });

  test.each([
    ['without a word', { text: '  ' }, 'not-now'],
    ['for an end before the beginning', { until: 0 }, 'break-order'],
    ['for what is still to come', { until: Date.parse('2026-05-14T00:00:00Z') + 86_400_000 }, 'in-future'],
  ])('not %s', (_name, over, reason) => {
    const day = worked();
    expect(day.fault({ ...ask(day), ...over })).toMatchObject({ reason });
  });

  test('a correction that was refused stays as it was once the client is told, and says what is asked for', () => {
    const day = worked();
    day.do({
      type: 'edit-pair',
      pairId: pairOf(day).id,
      from: day.instant('10:00'),
      until: day.instant('11:20'),
    });
    const step = certain(day.visit(7).steps[0]);
    day.refused(step, 'completed').do({ type: 'tell-client', reportId: step.id, text: 'Until 11:20.' });
    expect(written(day.visit(7))).toEqual(AS_IT_WAS);
    expect(askedAbout(day.visit(7), pairOf(day))?.asked.until.ms).toBe(day.instant('11:20'));
    expect(trailOf(day.visit(7), pairOf(day))).toEqual([]);
  });
});

test('the times before each correction are kept, oldest first', () => {
  const day = worked();
  for (const until of ['11:20', '11:10']) {
    day.do({
      type: 'edit-pair',
      pairId: pairOf(day).id,
      from: day.instant('10:00'),
      until: day.instant(until),
    });
    day.sent(certain(day.visit(7).steps.at(-1)), 'recorded');
  }
  expect(trailOf(day.visit(7), pairOf(day)).map(({ until }) => until?.ms)).toEqual([
    day.instant('11:00'),
    day.instant('11:20'),
  ]);
});
