/**
 * Every command that a window can send: one table gives its request's schema, its request's type and its answer's type,
 * so that none can lack what another has. Main checks each request against the schema (Electron's checklist 17).
 */
import * as v from 'valibot';
import type { Fault } from '../main/visit/commands.ts';
import type { NumberFault } from '../main/visit/numbers.ts';
import type { Problem } from '../main/visit/problem.ts';
import { PRIMARY_STATUSES } from '../main/visit/types.ts';
import type { DoctorView, NotesView, OpenOrdersView, OrderDetailsView, StatusesView } from './records.ts';
import { type CheckView, OWN_SETTINGS, type OwnSetting } from './settings.ts';
import type { Snapshot } from './snapshot.ts';
import { answers } from './table.ts';
import type { FileFault, WeekView } from './timesheet.ts';
import { type DeliveryRow, ENVIRONMENTS, NOTICE_CODES, type WorkOrderView } from './views.ts';

/** Why a command cannot be done, as it is said beside the field that it speaks of. */
export type CommandError =
  | { readonly code: 'work-order' | 'technicians'; readonly fault: NumberFault }
  /** Half a time; a local time that does not exist; one that exists twice. */
  | { readonly code: 'time'; readonly fault: 'not-a-time' | 'skipped' | 'twice' }
  | { readonly code: 'rule'; readonly fault: Fault }
  /** `unclear`: a person must choose what ServiceChannel does not say of an open check-in. */
  | { readonly code: 'signed-out' | 'unclear' }
  /** `message` in ServiceChannel's words, here and below; it may be empty. */
  | { readonly code: 'wrong-password'; readonly message: string }
  | { readonly code: 'wrong-client'; readonly message: string }
  | { readonly code: 'not-now'; readonly message: string }
  | { readonly code: 'cancelled' }
  | { readonly code: 'no-client' }
  | { readonly code: 'still-waiting'; readonly count: number }
  /** `message` in the page's words, or the address whose port cannot be had. */
  | {
      readonly code: 'browser';
      readonly why: 'denied' | 'timeout' | 'port' | 'no-browser';
      readonly message: string;
    }
  | { readonly code: 'offline' }
  | { readonly code: 'note-empty' }
  /** Whether it arrived, nobody knows. */
  | { readonly code: 'note-unknown' }
  | { readonly code: 'unreadable' }
  | { readonly code: 'refused'; readonly problem: Problem }
  | { readonly code: 'not-kept'; readonly detail: string }
  | { readonly code: 'policy' }
  /** A value that this setting cannot have. */
  | { readonly code: 'setting'; readonly key: OwnSetting }
  /** A file could not be written. */
  | { readonly code: 'file'; readonly path: string; readonly fault: FileFault }
  | { readonly code: 'bad-request' }
  /** An error of our own; it is in the log. */
  | { readonly code: 'unexpected' };

export type Result<T = null> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: CommandError };

/** Done, or why not. */
const done = answers<Result>();
/** About the window itself: nothing can go wrong that somebody could mend. */
const nothing = answers<null>();

const none = v.null();
const text = v.pipe(v.string(), v.maxLength(20_000));
/** A point in time, ms since the epoch: all that JavaScript's Date can hold. */
const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000_000));
const page = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000));
const id = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2_147_483_647));
const pixels = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));

/** The instant of an act; null is now. */
const earlier = { at: v.nullable(instant) };
const visit = { visitId: text };
const report = { reportId: text };
const choice = { primaryStatus: v.picklist(PRIMARY_STATUSES), extendedStatus: text, resolution: text };
/** Work order and technicians as typed. */
const checkIn = v.strictObject({ workOrder: text, technicians: text, workTypeId: id, ...earlier });

/** The contents of a changed report; without a status a pause stays a pause, without a time each keeps its own. */
const changed = v.variant('kind', [
  v.strictObject({ kind: v.literal('check-in'), workTypeId: id, technicians: text, ...earlier }),
  v.strictObject({
    kind: v.literal('check-out'),
    ...choice,
    primaryStatus: v.nullable(v.picklist(PRIMARY_STATUSES)),
    ...earlier,
  }),
  v.strictObject({ kind: v.literal('status'), ...choice }),
  v.strictObject({ kind: v.literal('note'), text }),
  v.strictObject({ kind: v.literal('activity'), from: v.nullable(instant), until: v.nullable(instant) }),
]);

/** How a moment is answered. `keep` is the answer that changes nothing: also Esc and closing. */
const momentAnswer = v.variant('type', [
  v.strictObject({ type: v.picklist(['keep', 'dont-ask', 'take-back', 'quit']) }),
  /** Idle: from the absence's start, whatever `at` says. */
  v.strictObject({ type: v.literal('pause'), ...earlier }),
  /** Null: the absence's own start, or end. */
  v.strictObject({ type: v.literal('break'), from: v.nullable(instant), to: v.nullable(instant) }),
  v.strictObject({ type: v.literal('check-out'), ...earlier, ...choice }),
]);

/** Whatever a control can hold; the setting's own schema has the last word. */
const settingValue = v.union([
  v.pipe(v.string(), v.maxLength(2_000)),
  v.pipe(v.number(), v.finite()),
  v.boolean(),
  v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(7)),
  v.pipe(
    v.array(v.strictObject({ userId: id, name: v.pipe(v.string(), v.maxLength(100)) })),
    v.maxLength(200),
  ),
]);

export const COMMANDS = {
  'app:snapshot': answers<Snapshot>()(none),
  'app:hide': nothing(none),
  /** Opens the menu there, from the left and the top of the window's content, CSS px. */
  'app:menu': nothing(v.strictObject({ x: pixels, y: pixels })),
  /** Height of the window's content, CSS px. */
  'app:fit': nothing(v.strictObject({ height: pixels })),
  /** A field of date and time has the focus: it moves on to the hour, which a page cannot do. */
  'app:select-hour': nothing(none),
  /** An error that the page did not expect: where in its code, without what it said. */
  'app:error': nothing(v.strictObject({ where: text })),
  'app:dismiss-notice': nothing(v.strictObject({ code: v.picklist(NOTICE_CODES) })),

  'session:sign-in': done(
    v.strictObject({
      userName: text,
      password: text,
      clientId: text,
      /** Empty: the one that is kept already. */
      clientSecret: text,
      environment: v.picklist(ENVIRONMENTS),
    }),
  ),
  'session:sign-in-with-browser': done(none),
  'session:cancel-sign-in': nothing(none),
  /** Asks the keychain once more. */
  'session:restore': nothing(none),
  'session:sign-out': done(none),
  'session:send-and-sign-out': done(none),

  'visit:check-in': done(checkIn),
  'visit:drive-to': done(checkIn),
  'visit:arrived': done(v.strictObject({ ...visit, ...earlier })),
  'visit:pause': done(v.strictObject({ ...visit, ...earlier })),
  'visit:resume': done(v.strictObject({ ...visit, ...earlier })),
  'visit:check-out': done(v.strictObject({ ...visit, ...earlier, ...choice })),
  'visit:finish': done(v.strictObject({ ...visit, ...choice })),
  'visit:change-crew': done(v.strictObject({ ...visit, technicians: text })),
  /** A check-in that counts from an instant to come did not take place after all; the note tells the client. */
  'visit:take-back': done(v.strictObject({ ...visit, note: text })),
  /** Takes back what was done last. */
  'visit:undo': done(none),
  /** The visit was for another work order, as typed. */
  'visit:move': done(v.strictObject({ ...visit, workOrder: text })),
  'report:send-again': done(v.strictObject(report)),
  'report:it-was-recorded': done(v.strictObject(report)),
  'report:by-phone': done(v.strictObject(report)),
  'report:discard': done(v.strictObject(report)),
  /** A note to the client beside the work order of a refused report. */
  'report:tell-client': done(v.strictObject({ ...report, text })),
  'report:record-activity': done(v.strictObject(report)),
  'report:correct-record': done(v.strictObject(report)),
  /** A premature check-in from `at` on, with a note that carries its true time. */
  'report:check-in-at': done(v.strictObject({ ...report, at: instant, note: text })),
  /** Sends what a refused report says now; as typed, and an empty time keeps the one that it has. */
  'report:change': done(v.strictObject({ ...report, to: changed })),
  'report:without-status': done(v.strictObject(report)),
  'report:client-enters': done(v.strictObject(report)),
  'report:note-closed': done(v.strictObject(report)),
  'pair:note-mechanic-ids': done(v.strictObject({ pairId: text })),
  /** An open check-in that was made elsewhere goes on here; our own goes all the same; the form opens. */
  'visit:continue': done(v.strictObject({ key: text, at: v.nullable(instant), workTypeId: v.nullable(id) })),
  'elsewhere:not-now': done(v.strictObject({ key: text })),
  'elsewhere:anyway': done(v.strictObject({ key: text })),
  'elsewhere:look': nothing(none),
  /** ServiceChannel checked out by itself: a check-in from then on, or the end of the visit. */
  'checked-out:still-here': done(v.strictObject(visit)),
  'checked-out:left-then': done(v.strictObject(visit)),
  /** The form of a check-out has opened. */
  'checked-out:leaving': nothing(none),
  /** Copies what is said of the receipt to the clipboard: a page puts nothing there by itself. */
  'receipt:copy': done(none),
  'receipt:dismiss': done(none),

  'moment:answer': done(v.strictObject({ momentId: text, answer: momentAnswer })),
  'moments:computer': done(v.strictObject({ withYou: v.boolean() })),
  'moments:dismiss': done(v.strictObject({ what: v.picklist(['still-paused', 'resume']) })),

  /** Online only; `null` when it cannot be known now. Never a condition for checking in. */
  'work-order:look-up': answers<Result<WorkOrderView | null>>()(v.strictObject({ workOrder: text })),
  'work-order:statuses': answers<Result<StatusesView>>()(v.strictObject({ workOrderId: id })),
  'settings:set': done(v.strictObject({ key: v.picklist(OWN_SETTINGS), value: settingValue })),
  /** Every choice but the connection's is forgotten. */
  'settings:restore-defaults': done(none),
  'settings:check-connection': answers<readonly CheckView[]>()(none),
  /** Copies what helps whoever looks after OnSite to the clipboard: no secret, no name, no text of a person. */
  'settings:copy-diagnostics': nothing(none),
  /** Checks the record on this computer. */
  'doctor:check': answers<DoctorView>()(none),
  /** Open work orders, as they were read last. */
  'orders:list': answers<OpenOrdersView>()(none),
  /** The same, read anew where that is long ago. */
  'orders:refresh': answers<OpenOrdersView>()(none),
  'order:details': answers<Result<OrderDetailsView | null>>()(v.strictObject({ workOrderId: id })),
  'order:notes': answers<Result<NotesView>>()(v.strictObject({ workOrderId: id, page })),
  'order:add-note': done(v.strictObject({ workOrderId: id, text })),
  'order:copy': nothing(v.strictObject({ workOrderId: id })),
  /** The week of an instant; null: this week. */
  'timesheet:week': answers<WeekView>()(v.strictObject({ at: v.nullable(instant) })),
  /** Asks where to, and writes the week as CSV there; the path, or null where that was called off. */
  'timesheet:export': answers<Result<string | null>>()(v.strictObject({ at: instant })),
  /** Reads what ServiceChannel holds of a week. */
  'timesheet:compare': done(v.strictObject({ at: instant })),
  /** Puts the times of a pair right; `until` is null while it is open. */
  'timesheet:edit': done(v.strictObject({ pairId: text, from: instant, until: v.nullable(instant) })),
  'timesheet:break': done(v.strictObject({ pairId: text, from: instant, until: instant })),
  'timesheet:add-visit': done(
    v.strictObject({
      workOrder: text,
      technicians: text,
      workTypeId: id,
      from: instant,
      until: instant,
      ...choice,
    }),
  ),
  /** Copies the invoice lines of a week to the clipboard. */
  'timesheet:copy-lines': nothing(v.strictObject({ at: instant, as: v.picklist(['text', 'csv']) })),
  /** Opens the system's print dialog for the window. */
  'timesheet:print': nothing(none),
  'delivery:list': answers<readonly DeliveryRow[]>()(none),
} as const;

type Table = typeof COMMANDS;
export type CommandName = keyof Table;
export type Request<C extends CommandName> = v.InferOutput<Table[C]['request']>;
export type Response<C extends CommandName> = ReturnType<NonNullable<Table[C]['answer']>>;

export type CheckInRequest = Request<'visit:check-in'>;
export type SignInRequest = Request<'session:sign-in'>;
export type ChangeRequest = Request<'report:change'>['to'];
export type MomentAnswer = Request<'moment:answer'>['answer'];

export const isCommand = (name: string): name is CommandName => name in COMMANDS;
