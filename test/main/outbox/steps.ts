import type { WorkActivity } from '../../../main/servicechannel/client.ts';
import { type FoundReport, findReport } from '../../../main/visit/edit.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import { certain, Day, USER } from '../visit/support.ts';

/** Steps of repairs as the outbox meets them. */

export const WRONG = 7;
export const RIGHT = 8;
export const WHO = { userId: USER, authUserId: USER + 7_000_000, userNames: ['demo'] };

/** A work activity of the day's, New York summer time. */
export const activity = (timeIn: string, timeOut: string | null, over: Partial<WorkActivity> = {}) => ({
  id: '880100001',
  userId: USER,
  userName: null,
  workOrderId: 107002896,
  timeIn: `2026-05-13T${timeIn}-04:00`,
  timeOut: timeOut && `2026-05-13T${timeOut}-04:00`,
  techsCount: 1,
  workType: 'Repair',
  ...over,
});

const last = (day: Day): FoundReport => {
  const step = certain(day.mine.flatMap((visit) => visit.steps).at(-1));
  return certain(findReport(day.state.visits, step.id));
};

/** In at 10:00, out at 11:30. */
function stay(): Day {
  const day = new Day().clock('10:00').checkIn(WRONG).clock('11:30');
  return day.do({ type: 'pause', visitId: day.current.id });
}

export function noteStep(): { readonly day: Day; readonly found: FoundReport } {
  const day = stay();
  const report = certain(reportsOf(day.visit(WRONG))[0]);
  day.refused(report, 'completed');
  day.do({ type: 'tell-client', reportId: report.id, text: 'We were there.' });
  return { day, found: last(day) };
}

export function activityStep(change: 'add' | 'correct'): { readonly day: Day; readonly found: FoundReport } {
  const day = stay();
  const [into, out] = reportsOf(day.visit(WRONG));
  if (change === 'correct') day.sent(certain(into), 'recorded');
  const refused = certain(change === 'correct' ? out : into);
  day.refused(refused, 'completed').do({ type: 'record-activity', reportId: refused.id });
  return { day, found: last(day) };
}

/** A stay from 10:00 to 11:30, recorded, and moved at 12:00. */
export function closedDeletionStep(): { readonly day: Day; readonly found: FoundReport } {
  const day = stay();
  for (const report of reportsOf(day.visit(WRONG))) day.sent(report, 'recorded');
  day.clock('12:00').do({ type: 'move', visitId: day.visit(WRONG).id, workOrderId: RIGHT });
  const deletion = certain(day.visit(RIGHT).steps.find(({ kind }) => kind === 'deletion'));
  return { day, found: certain(findReport(day.state.visits, deletion.id)) };
}

export function deletionStep(): { readonly day: Day; readonly found: FoundReport } {
  const day = new Day().clock('10:00');
  const statusBefore = { primary: 'IN PROGRESS', extended: 'ON SITE' };
  day.do({ type: 'check-in', workOrderId: WRONG, workTypeId: 1, techsCount: 1, statusBefore });
  day.sent(certain(reportsOf(day.current)[0]), 'recorded').clock('10:20');
  day.do({ type: 'move', visitId: day.current.id, workOrderId: RIGHT });
  return { day, found: last(day) };
}

/** Two codes that go with a check-out, one with a text. */
export function codesStep(): { readonly day: Day; readonly found: FoundReport } {
  const day = new Day().clock('10:00').checkIn(WRONG).clock('11:30');
  const codes = [
    { id: 1, text: null },
    { id: 2, text: 'New drain' },
  ];
  day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed', codes });
  return { day, found: last(day) };
}
