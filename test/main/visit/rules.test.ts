import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requestOf } from '../../../main/outbox/requests.ts';
import { isOpen, livePairs, needsPerson, neverBegan, reportsOf } from '../../../main/visit/phase.ts';
import { rule } from '../../../main/visit/rules.ts';
import { MINUTE, OLDEST, SECOND, toIso } from '../../../main/visit/time.ts';
import { stretches, timeOf } from '../../../main/visit/totals.ts';
import type { Owner, Pair, State, Visit } from '../../../main/visit/types.ts';
import { aheadPair, lastReport } from '../../../main/visit/when.ts';
import { allReports, days, type Moment, play, USERS } from './sequences.ts';
import { certain } from './support.ts';

/** Runs many days and looks at every moment of each. */
const always = (look: (moment: Moment) => void, numRuns = 1000) =>
  fc.assert(
    fc.property(days, (day) => {
      for (const moment of play(day)) look(moment);
    }),
    { numRuns },
  );

/** The stays that count for one user, by their beginnings. */
function stays(state: State, userId: number): readonly Pair[] {
  return state.visits
    .filter((visit) => visit.userId === userId && !neverBegan(visit))
    .flatMap(livePairs)
    .toSorted((a, b) => a.checkIn.at.ms - b.checkIn.at.ms || a.checkIn.seq - b.checkIn.seq);
}

/** The commands that may put a new status in the place of one that was given up. */
const STATUS_CHOSEN = ['finish', 'record-activity', 'correct-record', 'held-as-reported'];

/** These carry an instant, and are no acts. */
const NO_ACTS: readonly string[] = ['check-in-at', 'closed-there'];

/** The commands that change a report on purpose; each has tests of its own. */
const CHANGES_ON_PURPOSE: readonly string[] = [
  'check-in-at',
  'move',
  'mistake',
  'change',
  'without-status',
  'correct-record',
];

const requestsOf = (visit: Visit) =>
  visit.pairs.map((pair) =>
    [pair.checkIn, ...(pair.checkOut ? [pair.checkOut] : [])].map((report) => {
      const { UserId, WorkTypeId, TechsCount } = Object(certain(requestOf(visit, pair, report)).body);
      return { workOrderId: visit.workOrderId, UserId, WorkTypeId, TechsCount };
    }),
  );

describe('whatever is done, in whatever order', () => {
  test('nobody leaves before they came', () => {
    always(({ after }) => {
      for (const pair of after.visits.flatMap((visit) => visit.pairs))
        if (pair.checkOut) expect(pair.checkOut.at.ms).toBeGreaterThanOrEqual(pair.checkIn.at.ms);
    });
  });

  test('one user is on site at one place', () => {
    always(({ after }) => {
      for (const userId of USERS) {
        const mine = after.visits.filter((visit) => visit.userId === userId);
        expect(mine.filter(isOpen).length).toBeLessThanOrEqual(1);
        const [...open] = stays(after, userId).filter((pair) => !pair.checkOut);
        expect(open.length).toBeLessThanOrEqual(1);
      }
    });
  });

  test('stays of one user do not overlap', () => {
    always(({ after }) => {
      for (const userId of USERS) {
        let busyUntil = Number.NEGATIVE_INFINITY;
        for (const pair of stays(after, userId)) {
          const end = pair.checkOut?.at.ms ?? Number.POSITIVE_INFINITY;
          if (end === pair.checkIn.at.ms) continue;
          expect(pair.checkIn.at.ms).toBeGreaterThanOrEqual(busyUntil);
          busyUntil = end;
        }
      }
    });
  });

  test('both sides of a pair carry one user, work type and count', () => {
    always(({ after }) => {
      for (const visit of after.visits)
        for (const [into, out] of requestsOf(visit)) {
          expect(into?.UserId).toBe(visit.userId);
          if (out) expect(out).toEqual(into);
        }
    });
  });

  test('what ServiceChannel holds open is in sight, and one work order is never checked in twice', () => {
    always(({ hidden, odd }) => {
      expect(hidden).toEqual([]);
      expect(odd).toEqual([]);
    }, 5000);
  });

  test('no number or id is used twice', () => {
    always(({ after }) => {
      const reports = allReports(after);
      expect(new Set(reports.map((report) => report.seq)).size).toBe(reports.length);
      expect(new Set(reports.map((report) => report.id)).size).toBe(reports.length);
      for (const report of reports) expect(report.seq).toBeLessThan(after.nextSeq);
      const pairs = after.visits.flatMap((visit) => visit.pairs.map((pair) => pair.id));
      expect(new Set(pairs).size).toBe(pairs.length);
      expect(new Set(after.visits.map((visit) => visit.id)).size).toBe(after.visits.length);
    });
  });

  test('time on site, on the way and paused is the time that went by, across midnight and clock changes', () => {
    always(({ after, context }) => {
      for (const visit of after.visits) {
        const pairs = livePairs(visit);
        const [first] = pairs;
        const last = pairs.at(-1);
        if (!first || !last) continue;
        const end = last.checkOut?.at.ms ?? Math.max(context.now, last.checkIn.at.ms);
        const all = stretches(visit, context.now);
        const times = (['on site', 'travel', 'paused'] as const).map((kind) => timeOf(all, kind));
        expect(times.reduce((sum, ms) => sum + ms)).toBe(end - first.checkIn.at.ms);
      }
    });
  });

  test('what was reported keeps its time, its click and its place in the order', () => {
    const fixed = (state: State) =>
      new Map(allReports(state).map(({ delivery: _, ...rest }) => [rest.id, rest]));
    always(({ before, after, command }) => {
      // The commands that move a time on purpose have tests of their own.
      if (CHANGES_ON_PURPOSE.includes(command.type)) return;
      const now = fixed(after);
      for (const [id, was] of fixed(before)) if (now.has(id)) expect(now.get(id)).toEqual(was);
    });
  });

  test('no report is lost, but what was taken back, and a status that was given up and chosen anew', () => {
    always(({ before, after, command }) => {
      const now = new Set(allReports(after).map((report) => report.id));
      const taken = command.type === 'undo' ? (before.lastAct?.reportIds ?? []) : [];
      const lost = allReports(before).filter(({ id }) => !now.has(id) && !taken.includes(id));
      if (!STATUS_CHOSEN.includes(command.type)) expect(lost).toEqual([]);
      for (const report of lost)
        expect(report).toMatchObject({ kind: 'status', delivery: { state: 'discarded' } });
    });
  });

  test('an act is not in the future, not over 7 days back and not before the report before it', () => {
    always(({ before, after, command, context }) => {
      if (!('at' in command) || NO_ACTS.includes(command.type)) return;
      const known = new Set(allReports(before).map((report) => report.id));
      const last = lastReport(
        before.visits.filter((visit) => visit.userId === context.owner?.userId),
        context,
      )?.at;
      for (const { at, id } of allReports(after)) {
        if (known.has(id)) continue;
        // A check-in for an instant to come may be ended at that instant.
        if (at.ms === aheadPair(before.visits, context)?.checkIn.at.ms) continue;
        expect(at.ms).toBeLessThanOrEqual(context.now + 2 * MINUTE);
        expect(at.ms).toBeGreaterThan(context.now - OLDEST - SECOND);
        expect(at.ms).toBeGreaterThanOrEqual(last?.ms ?? 0);
      }
    });
  });

  test('the reports of a visit that go to ServiceChannel are in the order of their times', () => {
    always(({ after }) => {
      for (const visit of after.visits) {
        const times = reportsOf({ ...visit, pairs: livePairs(visit), finish: null, steps: [] })
          .filter((report) => report.delivery.state !== 'discarded')
          .map((report) => report.at.ms);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }
    });
  });

  test('a time is sent as the instant that it is', () => {
    always(({ after }) => {
      for (const { at } of allReports(after)) expect(Date.parse(toIso(at))).toBe(at.ms);
    });
  });

  test('an outcome that is told twice changes nothing the second time', () => {
    always(({ after, command, context }) => {
      // A second note is a second word to the client.
      if (!('reportId' in command) || command.type === 'tell-client') return;
      const again = rule(after, command, context);
      if (again.ok) expect(again.state).toEqual(after);
    });
  });

  test('a move takes every stay along with its times, and leaves no minute on the wrong work order', () => {
    always(({ before, after, command }) => {
      if (command.type !== 'move') return;
      const was = certain(before.visits.find((visit) => visit.id === command.visitId));
      const left = certain(after.visits.find((visit) => visit.id === was.id));
      const right = left.movedTo ? certain(after.visits.find((visit) => visit.id === left.movedTo)) : left;
      const times = (visit: Visit) =>
        livePairs(visit).map((pair) => [pair.checkIn.at.ms, pair.techsCount, pair.workTypeId]);
      expect([right.workOrderId, times(right)]).toEqual([command.workOrderId, times(was)]);
      if (left === right) return;
      expect(livePairs(left)).toEqual([]);
      for (const { checkIn, checkOut } of left.pairs)
        if (checkOut && checkOut.delivery.state === 'queued') expect(checkOut.at).toEqual(checkIn.at);
      const gone = right.steps.filter((step) => step.kind === 'deletion').map((step) => step.from);
      const sent = livePairs(was).filter((pair) => pair.checkIn.delivery.state === 'recorded');
      expect(gone).toEqual(sent.map((pair) => pair.checkIn.at));
    });
  });

  test('a mistake leaves no minute, and is deleted stay by stay', () => {
    always(({ before, after, command }) => {
      if (command.type !== 'mistake') return;
      const was = certain(before.visits.find((visit) => visit.id === command.visitId));
      const left = certain(after.visits.find((visit) => visit.id === was.id));
      expect(livePairs(left)).toEqual([]);
      if (left.movedTo === null) return;
      const none = certain(after.visits.find((visit) => visit.id === left.movedTo));
      expect(none.pairs).toEqual([]);
      const gone = none.steps.filter((step) => step.kind === 'deletion').map((step) => step.from);
      const sent = livePairs(was).filter((pair) => pair.checkIn.delivery.state === 'recorded');
      expect(gone).toEqual(sent.map((pair) => pair.checkIn.at));
    });
  });

  test('what replaces a report becomes what it is, in the end', () => {
    always(({ after }) => {
      for (const visit of after.visits)
        for (const { delivery } of reportsOf(visit)) {
          if (delivery.state !== 'replaced') continue;
          const step = visit.steps.find((each) => each.id === delivery.by);
          expect(['queued', 'sending', 'refused', 'unconfirmed']).toContain(step?.delivery.state);
        }
    });
  });

  test('nothing stands in the way of the next check-in', () => {
    always(({ after, context }) => {
      const mine = after.visits.filter((visit) => visit.userId === context.owner?.userId);
      const ahead = aheadPair(mine, context)?.checkIn.at.ms ?? 0;
      const now = Math.max(context.now, lastReport(mine, context)?.at.ms ?? 0, ahead);
      const next = { type: 'check-in', workOrderId: 99, workTypeId: 1, techsCount: 1 } as const;
      expect(rule(after, next, { ...context, now, id: 'next' })).toMatchObject({ ok: true });
    });
  });

  test('what was refused or is in question can be given up, by its own technician and by nobody else', () => {
    always(({ after, context }) => {
      for (const visit of after.visits)
        for (const { id: reportId } of reportsOf(visit).filter(needsPerson)) {
          const discard = { type: 'discard', reportId } as const;
          const as = (owner: Owner | null) => rule(after, discard, { ...context, id: 'give-up', owner });
          expect(as(visit)).toMatchObject({ ok: true });
          expect([as({ ...visit, userId: 1 }), as({ ...visit, server: 'x' }), as(null)]).toEqual(
            Array(3).fill({ ok: false, fault: { reason: 'not-now' } }),
          );
        }
    });
  });
});
