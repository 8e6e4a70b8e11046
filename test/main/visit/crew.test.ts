import { describe, expect, test } from 'vitest';
import { requestOf } from '../../../main/outbox/requests.ts';
import { pairOf } from '../../../main/visit/edit.ts';
import { ownVisits, phaseOf, reportsOf, technicianOf, visitsAt } from '../../../main/visit/phase.ts';
import type { Visit } from '../../../main/visit/types.ts';
import { certain, Day, USER } from './support.ts';

const ORDER = 107002896;
const OTHER = 107002931;
const ANNA = 1544988;
const BEN = 1544989;
const DONE = { primaryStatus: 'Completed', extendedStatus: '', resolution: 'Fixed' } as const;

const together = (day: Day, crew = [ANNA, BEN], workOrderId = ORDER) =>
  day.do({ type: 'check-in', workOrderId, workTypeId: 1, techsCount: 2, crew });

const of = (day: Day, userId: number): Visit => certain(visitsAt(day.state, day.owner, userId).at(-1));
const phases = (day: Day) => [USER, ANNA, BEN].map((userId) => phaseOf(of(day, userId)));

/** The requests of all reports, in the order in which they go. */
const requests = (day: Day) =>
  day.mine
    .flatMap((visit) => reportsOf(visit).map((report) => ({ visit, report })))
    .toSorted((a, b) => a.report.at.ms - b.report.at.ms || a.report.seq - b.report.seq)
    .map(({ visit, report }) => requestOf(visit, pairOf(visit, report), report)?.body);

describe('a crew', () => {
  test('checks in with a pair for each, and unnamed helpers count on the technician’s own', () => {
    const day = together(new Day());
    expect(requests(day)).toMatchObject([
      { UserId: USER, TechsCount: 2 },
      { UserId: ANNA, TechsCount: 1 },
      { UserId: BEN, TechsCount: 1 },
    ]);
    expect(day.mine.every(({ userId }) => userId === USER)).toBe(true);
    expect(new Set(day.mine.map(({ id }) => id)).size).toBe(3);
    expect(ownVisits(day.state, day.owner).map(technicianOf)).toEqual([USER]);
  });

  test('checks out together: each pair keeps its user and count, and the status goes last', () => {
    const day = together(new Day()).clock('12:00');
    day.do({ type: 'check-out', visitId: of(day, USER).id, crew: [ANNA, BEN], ...DONE });
    expect(phases(day)).toEqual(['over', 'over', 'over']);
    expect(requests(day).slice(3)).toMatchObject([
      { UserId: ANNA, TechsCount: 1, ActionStatus: 'Complete', PrimaryStatus: 'NoStatusChange' },
      { UserId: BEN, TechsCount: 1, ActionStatus: 'Complete', PrimaryStatus: 'NoStatusChange' },
      { UserId: USER, TechsCount: 2, ActionStatus: 'Complete', PrimaryStatus: 'Completed' },
    ]);
  });

  test('pauses and resumes together, or only who is named', () => {
    const day = together(new Day()).clock('12:00');
    day.do({ type: 'pause', visitId: of(day, USER).id, crew: [ANNA] });
    expect(phases(day)).toEqual(['paused', 'paused', 'on site']);
    day.clock('12:30').do({ type: 'resume', visitId: of(day, USER).id, crew: [ANNA, BEN] });
    expect(phases(day)).toEqual(['on site', 'on site', 'on site']);
    expect(of(day, ANNA).pairs.map(({ userId }) => userId)).toEqual([ANNA, ANNA]);
    expect(of(day, BEN).pairs).toHaveLength(1);
  });

  test('has each one acted for alone, by their own visit', () => {
    const day = together(new Day()).clock('11:00');
    day.do({ type: 'check-out', visitId: of(day, BEN).id, ...DONE, primaryStatus: 'NoStatusChange' });
    expect(phases(day)).toEqual(['on site', 'on site', 'over']);
  });

  test('comes along to another order: each is on site at one place', () => {
    const day = together(new Day()).clock('11:00');
    together(day, [ANNA], OTHER);
    expect(visitsAt(day.state, day.owner, ANNA).map(phaseOf)).toEqual(['paused', 'on site']);
    expect(visitsAt(day.state, day.owner, USER).map(phaseOf)).toEqual(['paused', 'on site']);
    expect(visitsAt(day.state, day.owner, BEN).map(phaseOf)).toEqual(['on site']);
  });

  test('joins somebody who is there already, and that is undone alone', () => {
    const day = new Day();
    day.undoable = true;
    day.checkIn(ORDER).do({ type: 'end-undo' }).clock('11:00');
    together(day, [ANNA]);
    expect(
      phases(day.do({ type: 'check-in', workOrderId: ORDER, workTypeId: 1, techsCount: 1, crew: [BEN] })),
    ).toEqual(['on site', 'on site', 'on site']);
    expect(of(day, USER).pairs).toHaveLength(1);
    day.do({ type: 'undo' });
    expect(visitsAt(day.state, day.owner, BEN)).toEqual([]);
    expect(visitsAt(day.state, day.owner, ANNA).map(phaseOf)).toEqual(['on site']);
    expect(
      day.fault({ type: 'check-in', workOrderId: ORDER, workTypeId: 1, techsCount: 1, crew: [ANNA] }),
    ).toEqual({
      reason: 'already-on-site',
      workOrderId: ORDER,
    });
  });

  test('somebody who is there already is not checked in twice', () => {
    const day = together(new Day(), [ANNA]).clock('11:00');
    day.do({ type: 'check-out', visitId: of(day, USER).id, ...DONE, primaryStatus: 'InProgress' });
    together(day.clock('12:00'), [ANNA]);
    expect(of(day, ANNA).pairs).toHaveLength(1);
  });

  test('is kept, refused and repaired one by one', () => {
    const day = together(new Day());
    const [into] = reportsOf(of(day, ANNA));
    day.sent(certain(reportsOf(of(day, USER))[0]), 'recorded').refused(certain(into), 'premature');
    expect(phases(day)).toEqual(['on site', 'over', 'on site']);
    day.do({ type: 'send-again', reportId: certain(into).id });
    expect(phases(day)).toEqual(['on site', 'on site', 'on site']);
    day.refused(certain(reportsOf(of(day, BEN))[0]), 'permission');
    day.do({ type: 'discard', reportId: certain(reportsOf(of(day, BEN))[0]).id });
    expect(phases(day)).toEqual(['on site', 'on site', 'over']);
  });

  test('is undone as one', () => {
    const day = new Day();
    day.undoable = true;
    together(day);
    expect(day.state.lastAct).toMatchObject({ deed: 'check-in', visitId: of(day, USER).id });
    expect(day.state.lastAct?.reportIds).toHaveLength(3);
    day.do({ type: 'undo' });
    expect(day.mine).toEqual([]);
    together(day).do({ type: 'end-undo' }).clock('12:00');
    day.do({ type: 'check-out', visitId: of(day, USER).id, crew: [ANNA, BEN], ...DONE });
    day.do({ type: 'undo' });
    expect(phases(day)).toEqual(['on site', 'on site', 'on site']);
  });

  test('is acted for as a whole or not at all, and it is said whose time does not fit', () => {
    const day = together(new Day(), [ANNA]).clock('11:00');
    day.do({ type: 'pause', visitId: of(day, ANNA).id });
    const before = day.state;
    const at = day.instant('10:30');
    expect(
      day
        .clock('12:00')
        .fault({ type: 'check-in', workOrderId: OTHER, workTypeId: 1, techsCount: 1, crew: [ANNA], at }),
    ).toMatchObject({
      reason: 'of-colleague',
      userId: ANNA,
      fault: { reason: 'before-previous' },
    });
    expect(day.state).toBe(before);
  });

  test('nobody is checked in who is on site by another sign-in of this computer, and the other way round', () => {
    const day = new Day();
    day.userId = ANNA;
    day.checkIn(OTHER);
    day.userId = USER;
    expect(
      day.fault({ type: 'check-in', workOrderId: ORDER, workTypeId: 1, techsCount: 1, crew: [ANNA] }),
    ).toEqual({ reason: 'of-colleague', userId: ANNA, fault: { reason: 'reported-by-another' } });
    together(day, [BEN]);
    day.userId = BEN;
    expect(day.fault({ type: 'check-in', workOrderId: OTHER, workTypeId: 1, techsCount: 1 })).toEqual({
      reason: 'reported-by-another',
    });
  });

  test('a refused pair of a colleague’s does not go as an activity, which would be the technician’s own', () => {
    const day = together(new Day(), [ANNA]).clock('12:00');
    day.do({ type: 'pause', visitId: of(day, USER).id, crew: [ANNA] });
    for (const userId of [USER, ANNA]) day.refused(certain(reportsOf(of(day, userId))[0]), 'out-of-date');
    const idOf = (userId: number) => certain(reportsOf(of(day, userId))[0]).id;
    expect(day.fault({ type: 'record-activity', reportId: idOf(ANNA) })).toEqual({ reason: 'not-now' });
    expect(day.fault({ type: 'record-activity', reportId: idOf(USER) })).toBeUndefined();
  });
});
