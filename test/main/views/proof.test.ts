import { expect, test } from 'vitest';
import { dayOf } from '../../../main/records/day-comparer.ts';
import { proofView } from '../../../main/views/proof.ts';
import { certain, Day } from '../visit/support.ts';

/** On site from 10:00 to 11:00, recorded; then put right until 11:20 and told. */
function corrected(): Day {
  const day = new Day().clock('10:00').checkIn(7).clock('11:00');
  day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed', resolution: 'New belt' });
  for (const side of ['checkIn', 'checkOut'] as const)
    day.sent(certain(day.visit(7).pairs[0]?.[side]), 'recorded');
  day.clock('12:00');
  const { id: pairId } = certain(day.visit(7).pairs[0]);
  const from = day.instant('10:00');
  day.do({ type: 'edit-pair', pairId, from, until: day.instant('11:20') });
  day.sent(certain(day.visit(7).steps[0]), 'recorded');
  const asked = { from, until: day.instant('11:20'), techsCount: 3, text: 'We were three.' };
  return day.do({ type: 'ask-client', pairId, ...asked });
}

const proofOf = (day: Day, held: readonly object[] | null = null) =>
  certain(
    proofView({
      workOrderId: 7,
      visits: day.mine,
      technician: 'Demo Technician',
      order: null,
      now: day.now,
      kept: () =>
        held && {
          comparedAt: day.now,
          seq: 99,
          held: held.map((over) => ({
            workOrderId: 7,
            from: day.instant('10:00'),
            to: day.instant('11:20'),
            techsCount: 2,
            ...over,
          })),
        },
      tries: (reportId) => [
        { at: day.now, what: { code: 'refused', message: `No to ${reportId}`, httpStatus: 400 } },
      ],
      dayOf,
    }),
  );

test('has both records beside each other, the receipts, the trail, what was asked for and the notes', () => {
  const day = corrected();
  const proof = proofOf(day, [{}, { from: day.instant('13:00'), to: null }, { workOrderId: 8 }]);
  expect(proof.pairs).toMatchObject([
    {
      here: { from: day.instant('10:00'), to: day.instant('11:20'), techsCount: 2 },
      there: { from: day.instant('10:00'), to: day.instant('11:20'), techsCount: 2 },
      comparedAt: day.now,
      mechanicIds: [3002141, 3002141],
      clickedAt: [null, expect.any(Number)],
      leftAs: 'Completed',
      resolution: 'New belt',
      trail: [{ from: day.instant('10:00'), until: day.instant('11:00') }],
      asked: { techsCount: 3, sent: false },
    },
  ]);
  expect(proof.onlyThere).toMatchObject([{ from: day.instant('13:00'), to: null }]);
  expect(proof.notes).toMatchObject([{ text: 'We were three.', sent: false }]);
  expect(proof.reports.map(({ kind }) => kind)).toEqual(['check-in', 'check-out', 'activity', 'note']);
  expect(proof.reports[0]?.lines).toMatchObject([{ what: { code: 'refused' } }]);
});

test('says of a day that was not compared that it was not', () => {
  expect(proofOf(corrected()).pairs).toMatchObject([{ there: null, comparedAt: null }]);
});

test('is none for a work order that was never reported', () => {
  const none = { workOrderId: 9, visits: [], technician: '', order: null, now: 0, dayOf };
  expect(proofView({ ...none, kept: () => null, tries: () => [] })).toBeNull();
});
