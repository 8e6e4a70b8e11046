import { describe, expect, test } from 'vitest';
import { sendable } from '../../../main/outbox/next.ts';
import { requestOf } from '../../../main/outbox/requests.ts';
import { LONGEST_CODE_TEXT } from '../../../main/visit/code-limits.ts';
import type { StatusChoice } from '../../../main/visit/commands.ts';
import { findReport } from '../../../main/visit/edit.ts';
import type { Report } from '../../../main/visit/types.ts';
import { certain, Day } from './support.ts';

const CODES: StatusChoice = {
  primaryStatus: 'Completed',
  codes: [{ id: 4001, text: null }],
  rootCauses: [{ id: 5001, text: ' Old belt ' }],
};

/** On site since 10:00, recorded, and checked out at 11:00 with codes. */
function left(choice: Partial<StatusChoice> = {}, undoable = false): Day {
  const day = new Day().clock('10:00').checkIn(7);
  day.sent(certain(day.current.pairs[0]).checkIn, 'recorded').clock('11:00');
  day.undoable = undoable;
  return day.do({ type: 'check-out', visitId: day.current.id, ...CODES, ...choice });
}

const steps = (day: Day) => day.visit(7).steps.filter((step) => step.kind === 'codes');
const first = (day: Day): Report => certain(sendable(day.mine)[0]);
const checkOut = (day: Day): Report => certain(day.visit(7).pairs[0]?.checkOut);

/** Sends everything there is, each in its turn. */
function deliver(day: Day): readonly string[] {
  const went: string[] = [];
  for (let left = 20; left > 0; left--) {
    const [report] = sendable(day.mine);
    if (!report) break;
    went.push(report.kind === 'codes' ? report.list : report.kind);
    day.sent(report, 'recorded');
  }
  return went;
}

describe('codes that are chosen at completion', () => {
  test('go after the check-out, as reports of their own', () => {
    expect(deliver(left())).toEqual(['check-out', 'resolution', 'root-cause']);
  });

  test('go before it where the client wants them first', () => {
    expect(deliver(left({ codesFirst: true }))).toEqual(['resolution', 'root-cause', 'check-out']);
  });

  test('before it they wait for nobody who waits for it, whatever the clock turns out to be', () => {
    const day = left({ codesFirst: true }).checkIn(7);
    day.do({ type: 'clock-corrected', by: -3_600_000 });
    expect(deliver(day)).toEqual(['resolution', 'root-cause', 'check-out', 'check-in']);
  });

  test('refused, they hold up neither the check-out nor its time', () => {
    const day = left({ codesFirst: true });
    day.refused(first(day), 'codes');
    expect(deliver(day)).toEqual(['root-cause', 'check-out']);
    expect(checkOut(day).at.ms).toBe(day.instant('11:00'));
  });

  test('in question, they hold it up no longer either', () => {
    const day = left({ codesFirst: true, rootCauses: [] });
    day.sent(first(day), 'unconfirmed');
    expect(deliver(day)).toEqual(['check-out']);
  });

  test('a check-out that is refused for want of them goes again by itself, after them', () => {
    const day = left();
    day.refused(checkOut(day), 'codes');
    expect(day.deliveryOf(checkOut(day))).toEqual({ state: 'queued' });
    expect(deliver(day)).toEqual(['resolution', 'root-cause', 'check-out']);
  });

  test('refused once more, it stays refused', () => {
    const day = left({ rootCauses: [] });
    day.refused(checkOut(day), 'codes').sent(first(day), 'recorded').refused(checkOut(day), 'codes');
    expect(day.deliveryOf(checkOut(day))).toMatchObject({ state: 'refused' });
  });

  test('chosen with `Change…` of a check-out that lacked them, they go first', () => {
    const day = left({ codes: [], rootCauses: [] });
    day.refused(checkOut(day), 'codes');
    const to = { kind: 'check-out', choice: CODES } as const;
    day.do({ type: 'change', reportId: checkOut(day).id, to });
    expect(deliver(day)).toEqual(['resolution', 'root-cause', 'check-out']);
  });

  test('refused, others are chosen in their place', () => {
    const day = left({ rootCauses: [] });
    day.sent(checkOut(day), 'recorded').refused(first(day), 'codes');
    const [step] = steps(day);
    const to = { kind: 'codes', codes: [{ id: 4002, text: null }] } as const;
    day.do({ type: 'change', reportId: certain(step).id, to });
    expect(steps(day)[0]).toMatchObject({ codes: [{ id: 4002, text: null }], delivery: { state: 'queued' } });
  });

  test('are taken back with the check-out that they go with', () => {
    const day = left({}, true);
    day.do({ type: 'undo' });
    expect(day.visit(7).steps).toEqual([]);
    expect(sendable(day.mine)).toEqual([]);
  });

  test('are given up with it', () => {
    const day = left();
    day.refused(checkOut(day), 'field').do({ type: 'discard', reportId: checkOut(day).id });
    expect(steps(day).map(({ delivery }) => delivery.state)).toEqual(['discarded', 'discarded']);
  });

  test('go with the status that finishes a paused visit', () => {
    const day = new Day().clock('10:00').checkIn(7).clock('11:00');
    const { id: visitId } = day.current;
    day.do({ type: 'pause', visitId }).do({ type: 'finish', visitId, ...CODES });
    expect(deliver(day)).toEqual(['check-in', 'check-out', 'status', 'resolution', 'root-cause']);
  });

  test('three at most, with texts of a length that ServiceChannel takes', () => {
    const codes = [1, 2, 3, 4].map((id) => ({ id, text: 'x'.repeat(200) }));
    const [step] = steps(left({ codes }));
    expect(step?.codes.map(({ id, text }) => [id, text?.length])).toEqual(
      [1, 2, 3].map((id) => [id, LONGEST_CODE_TEXT]),
    );
  });

  test('three of each asset category and one root cause of each', () => {
    const of = (assetCategoryId: number, ids: readonly number[]) =>
      ids.map((id) => ({ id, text: null, assetCategoryId }));
    const codes = [...of(31, [1, 2, 3, 4]), ...of(32, [1, 2])];
    const [resolution, causes] = steps(left({ codes, rootCauses: [...of(31, [8, 9]), ...of(32, [8])] }));
    expect(resolution?.codes).toEqual([...of(31, [1, 2, 3]), ...of(32, [1, 2])]);
    expect(causes?.codes).toEqual([...of(31, [8]), ...of(32, [8])]);
  });

  test('none with a drive: it has no form', () => {
    const day = new Day().clock('10:00').checkIn(7, { workTypeId: 2 }).clock('11:00');
    day.do({ type: 'check-out', visitId: day.current.id, ...CODES });
    expect(day.visit(7).steps).toEqual([]);
  });

  test('their requests carry the text only where there is one', () => {
    const day = left();
    const made = steps(day).map((step) => {
      const { visit, pair, report } = certain(findReport(day.mine, step.id));
      return requestOf(visit, pair, report);
    });
    expect(made).toEqual([
      { kind: 'codes', workOrderId: 7, body: [{ id: 4001, text: null }] },
      { kind: 'root-cause', workOrderId: 7, body: [{ id: 5001, text: 'Old belt' }] },
    ]);
  });
});
