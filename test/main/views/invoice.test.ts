import { describe, expect, test } from 'vitest';
import type { Stay } from '../../../main/records/compare.ts';
import { invoiceLines } from '../../../main/views/invoice.ts';
import { HOUR, MINUTE } from '../../../main/visit/time.ts';
import { weekOf } from '../../../main/visit/week.ts';
import { Day } from '../visit/support.ts';

/** Two technicians: 30 minutes of travel to 7, and two hours there. */
function worked(): Day {
  const day = new Day().clock('08:00').checkIn(7, { workTypeId: 2 });
  day.clock('08:30').do({ type: 'arrived', visitId: day.current.id });
  return day.clock('10:30').do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' });
}

function lines(day: Day, held: Stay[] | null) {
  const week = weekOf(day.now);
  return invoiceLines({
    week,
    visits: day.mine,
    now: day.now,
    known: () => null,
    disputeMinutes: () => 15,
    kept: (midnight) =>
      held === null
        ? null
        : {
            comparedAt: day.now,
            seq: 99,
            held: held.filter(({ from }) => from - midnight < 24 * HOUR && from >= midnight),
          },
  });
}

describe('invoice lines', () => {
  test('are technicians × hours, travel apart, and marked as ours while nothing was compared', () => {
    expect(lines(worked(), null)).toMatchObject([
      {
        workOrderId: 7,
        work: 4 * HOUR,
        travel: HOUR,
        quarters: 4 * HOUR,
        fromThere: false,
        open: false,
        missing: false,
      },
    ]);
  });

  test('come from ServiceChannel’s record where it was compared, with what its rounding leaves', () => {
    const day = worked();
    const at = (time: string) => day.instant(time);
    const held = [
      { workOrderId: 7, from: at('08:00'), to: at('08:30'), techsCount: 2 },
      { workOrderId: 7, from: at('08:30'), to: at('10:12'), techsCount: 2 },
    ];
    const [line] = lines(day, held);
    expect(line).toMatchObject({ work: 204 * MINUTE, travel: HOUR, quarters: 210 * MINUTE, fromThere: true });
  });

  test('say what is missing in one of the two, what is open, and what clients count', () => {
    const day = worked();
    expect(lines(day, [])).toMatchObject([{ missing: true, fromThere: false }]);
    const open = new Day().clock('08:00').checkIn(7).clock('08:05');
    open.do({ type: 'pause', visitId: open.current.id }).clock('08:30');
    open.do({ type: 'resume', visitId: open.current.id });
    expect(lines(open, null)).toMatchObject([{ open: true, counts: ['short', 'several'] }]);
  });
});
