import * as v from 'valibot';
import { lineField, numberField, part, readable, rowsOf, textField } from './fields.ts';
import { hasOffset, isNever } from './times.ts';

/** One line of what the server says was checked in and out. */
export interface CheckInActivity {
  readonly id: string | null;
  readonly userId: number | null;
  readonly userName: string | null;
  readonly direction: 'in' | 'out' | 'unknown';
  /** Every time the line gives, as it was written; those that say their offset first. */
  readonly times: readonly string[];
  readonly workType: string | null;
  /** It came over the phone line. */
  readonly byPhone: boolean;
}

/** A check-in with its check-out as the server holds them; whether `id` is a MechanicId is not published. */
export interface WorkActivity {
  readonly id: string | null;
  readonly workOrderId: number | null;
  readonly userId: number | null;
  readonly userName: string | null;
  /** As written, with or without offset. */
  readonly timeIn: string | null;
  /** Null while it is open. */
  readonly timeOut: string | null;
  readonly techsCount: number | null;
  /** The type's name. */
  readonly workType: string | null;
}

const checkInActivity = v.object({
  Id: textField,
  Date: textField,
  Dto: textField,
  User: part({ Id: numberField, UserName: lineField }),
  Action: v.optional(v.unknown()),
  WorkType: lineField,
  CheckInOutType: textField,
});

const workActivity = v.object({
  Id: textField,
  WorkOrderId: numberField,
  User: part({ Id: numberField, UserName: lineField }),
  TimeIn: textField,
  TimeOut: textField,
  TechsCount: numberField,
  WorkType: lineField,
});

/** The answer of Service.CheckInActivity, or null when it is none. */
export function readCheckInActivity(json: unknown): CheckInActivity[] | null {
  const parsed = v.safeParse(rowsOf, json);
  if (!parsed.success) return null;
  return readable(parsed.output, checkInActivity).map((line) => ({
    id: line.Id,
    userId: line.User.Id,
    userName: line.User.UserName,
    direction: directionOf(line.Action),
    times: withOffsetFirst([line.Dto, line.Date]),
    workType: line.WorkType,
    byPhone: line.CheckInOutType?.toLowerCase() === 'ivr',
  }));
}

/** The answer of …/workactivities, or null when it is none. */
export function readWorkActivities(json: unknown): WorkActivity[] | null {
  const parsed = v.safeParse(rowsOf, json);
  if (!parsed.success) return null;
  return readable(parsed.output, workActivity).map((activity) => ({
    id: activity.Id,
    workOrderId: activity.WorkOrderId,
    userId: activity.User.Id,
    userName: activity.User.UserName,
    timeIn: activity.TimeIn,
    timeOut: activity.TimeOut !== null && isNever(activity.TimeOut) ? null : activity.TimeOut,
    techsCount: activity.TechsCount,
    workType: activity.WorkType,
  }));
}

/** None may be written as null; an answer without the field is none. */
const notes = v.object({
  Notes: v.pipe(
    v.nullable(v.array(v.unknown())),
    v.transform((list) => list ?? []),
  ),
});
const note = v.object({ NoteData: textField, DateCreated: textField, CreatedBy: lineField });

/** The texts of the answer of …/notes, or null when it is none. */
export function readNotes(json: unknown): string[] | null {
  const parsed = v.safeParse(notes, json);
  if (!parsed.success) return null;
  return readable(parsed.output.Notes, note).flatMap(({ NoteData }) => NoteData ?? []);
}

/** Reads "Check In", "CheckIn", "check-in", "Checked out"…: the words that `Action` takes are not published. */
export function directionOf(action: unknown): CheckInActivity['direction'] {
  const letters = typeof action === 'string' ? action.toLowerCase().replace(/[^a-z]/g, '') : '';
  const into = letters === 'in' || /check(ed)?in/.test(letters);
  const out = letters === 'out' || /check(ed)?out/.test(letters);
  if (into === out) return 'unknown';
  return into ? 'in' : 'out';
}

function withOffsetFirst(times: readonly (string | null)[]): string[] {
  const given = [...new Set(times.filter((time) => time !== null))];
  return given.toSorted((one, other) => Number(hasOffset(other)) - Number(hasOffset(one)));
}

/** A note beside a work order. */
export interface OrderNote {
  readonly text: string;
  /** ISO 8601, as it came. */
  readonly at: string | null;
  readonly by: string | null;
}

export interface NotePage {
  readonly notes: readonly OrderNote[];
  /** Notes that came, those without a text among them. */
  readonly rows: number;
  /** How many there are in all; null when not told. */
  readonly count: number | null;
}

const noteCount = v.object({ AllNotesCount: numberField });

/** A page of …/notes with who wrote each and when, or null when it is none. */
export function readNotePage(json: unknown): NotePage | null {
  const parsed = v.safeParse(notes, json);
  if (!parsed.success) return null;
  const count = v.safeParse(noteCount, json);
  const rows = parsed.output.Notes;
  return {
    rows: rows.length,
    notes: readable(rows, note).flatMap(({ NoteData, DateCreated, CreatedBy }) =>
      NoteData === null ? [] : [{ text: NoteData, at: DateCreated, by: CreatedBy }],
    ),
    count: count.success ? count.output.AllNotesCount : null,
  };
}
