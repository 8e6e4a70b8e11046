import fc from 'fast-check';
import { sendable } from '../../../main/outbox/next.ts';
import type { Command } from '../../../main/visit/commands.ts';
import { reportToReadOf } from '../../../main/visit/left-open.ts';
import { lastPair, needsPerson, reportsOf, visitsOf } from '../../../main/visit/phase.ts';
import { REFUSAL_REASONS } from '../../../main/visit/problem.ts';
import { rule } from '../../../main/visit/rules.ts';
import { HOUR, MINUTE, SECOND } from '../../../main/visit/time.ts';
import {
  type Context,
  EMPTY,
  type Owner,
  type Pair,
  PRIMARY_STATUSES,
  type Report,
  type State,
  type Visit,
} from '../../../main/visit/types.ts';
import { isUndoable } from '../../../main/visit/undo.ts';
import { Held, unseen } from './held.ts';
import { deepFreeze, offsetIn, outcomeOf, SERVER } from './support.ts';

/** Days and places where clocks are put forward or back, and one where they never are; each starts before its midnight or change. */
const SETTINGS = [
  { zone: 'Europe/Berlin', start: '2026-03-28T20:00:00Z' },
  { zone: 'Europe/Berlin', start: '2026-10-24T20:00:00Z' },
  { zone: 'America/New_York', start: '2026-11-01T00:00:00Z' },
  { zone: 'Australia/Lord_Howe', start: '2026-04-04T10:00:00Z' },
  { zone: 'Asia/Kolkata', start: '2026-12-31T14:00:00Z' },
] as const;

const ACTS = ['arrived', 'pause', 'resume', 'check-out', 'finish', 'change-crew'] as const;
const REMEDIES = ['send-again', 'it-was-recorded', 'discard', 'discard', 'note-mechanic-ids'] as const;
/** Remedies of a check-out that was given up, and of what the client was told of. */
const AFTERWARDS = [
  'send-again',
  'without-status',
  'note-closed',
  'correct-record',
  'client-enters',
] as const;
const OUTCOMES = ['recorded', 'refused', 'unconfirmed', 'not-recorded'] as const;

/** Refusals that have a repair of their own come more often. */
const REPAIRABLE = ['out-of-date', 'completed', 'premature', 'not-checked-in', 'not-found', 'field'] as const;

const wait = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 3 * HOUR }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 90 * SECOND }) },
  { weight: 1, arbitrary: fc.integer({ min: -10 * MINUTE, max: 0 }) },
);

/** Minutes back that a time field is set to; null: the click. */
const earlier = fc.oneof(
  { weight: 8, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: fc.integer({ min: -5, max: 120 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 8 * 24 * 60 }) },
);

const step = fc.record({
  does: fc.oneof(
    { weight: 4, arbitrary: fc.constant('check-in' as const) },
    { weight: 6, arbitrary: fc.constantFrom(...ACTS) },
    { weight: 14, arbitrary: fc.constant('deliver' as const) },
    { weight: 4, arbitrary: fc.constantFrom(...REMEDIES) },
    { weight: 5, arbitrary: fc.constant('repair' as const) },
    { weight: 3, arbitrary: fc.constant('change' as const) },
    { weight: 2, arbitrary: fc.constant('afterwards' as const) },
    { weight: 3, arbitrary: fc.constant('read' as const) },
    { weight: 1, arbitrary: fc.constant('office' as const) },
    { weight: 2, arbitrary: fc.constantFrom('move' as const, 'mistake' as const) },
    { weight: 2, arbitrary: fc.constantFrom('take-back' as const, 'leave-ahead' as const) },
    { weight: 2, arbitrary: fc.constantFrom('undo' as const, 'undo' as const, 'end-undo' as const) },
  ),
  user: fc.constantFrom(0, 0, 0, 1),
  wait,
  earlier,
  pick: fc.nat(7),
  workOrderId: fc.constantFrom(11, 12, 13),
  workTypeId: fc.constantFrom(1, 1, 2, 5),
  techsCount: fc.integer({ min: 1, max: 3 }),
  primaryStatus: fc.constantFrom(...PRIMARY_STATUSES),
  outcome: fc.constantFrom(...OUTCOMES, 'recorded' as const, 'recorded' as const),
  reason: fc.constantFrom(...REFUSAL_REASONS, ...REPAIRABLE, ...REPAIRABLE),
  mechanicId: fc.option(fc.constantFrom(1, 2)),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A day of several users: where it happens and what is done, one thing after the other. */
export const days = fc.record({
  undoable: fc.boolean(),
  setting: fc.constantFrom(...SETTINGS),
  steps: fc.array(step, { minLength: 1, maxLength: 40, size: 'max' }),
});
type DayOfSteps = typeof days extends fc.Arbitrary<infer D> ? D : never;

export const USERS = [1544987, 1544988] as const;

const pickOf = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

const timeOf = (step: Step, now: number) =>
  step.earlier === null ? undefined : Math.floor((now - step.earlier * MINUTE) / MINUTE) * MINUTE;

/**
 * The remedy that a person or the outbox takes for a refused report: the one its refusal calls for, or a note to the
 * client.
 */
function repairOf({ id: reportId, at, delivery }: Report, pick: number, now: number): Command {
  const reason = delivery.state === 'refused' ? delivery.problem.reason : null;
  const tell = { type: 'tell-client', reportId, text: 'We were there.' } as const;
  const unmet: readonly Command[] = [
    { type: 'held', reportId, held: { from: at.ms - HOUR, to: at.ms - MINUTE } },
    { type: 'held-as-reported', reportId },
    { type: 'check-in-doubted', reportId, since: now },
    { type: 'correct-record', reportId },
  ];
  switch (reason) {
    case 'not-checked-in':
      return pickOf(unmet, pick) ?? tell;
    case 'premature':
      return {
        type: 'check-in-at',
        reportId,
        at: Math.max(at.ms, now) + 10 * MINUTE,
        note: 'Earlier, truly.',
      };
    case 'out-of-date':
    case 'completed':
      return { type: 'record-activity', reportId };
    default:
      return tell;
  }
}

/** The change of a report that was refused for its contents. */
function changeOf(report: Report, step: Step, now: number): Command {
  const { workTypeId, techsCount, primaryStatus, pick } = step;
  const at = timeOf(step, now);
  const reportId = report.id;
  const choice = { primaryStatus, resolution: 'A valve' };
  switch (report.kind) {
    case 'check-in':
      return { type: 'change', reportId, to: { kind: report.kind, workTypeId, techsCount, at } };
    case 'check-out':
      return { type: 'change', reportId, to: { kind: report.kind, choice: pick > 5 ? null : choice, at } };
    case 'status':
      return { type: 'change', reportId, to: { kind: report.kind, choice } };
    case 'activity': {
      const from = report.at.ms + (pick - 3) * MINUTE;
      return { type: 'change', reportId, to: { kind: report.kind, from, until: from + pick * MINUTE } };
    }
    default:
      return { type: 'change', reportId, to: { kind: 'note', text: 'We were there, truly.' } };
  }
}

/** The result of reading the work order of a pair whose check-out was given up. */
function readingOf(pair: Pair, held: Held, step: Step): Command | null {
  const report = reportToReadOf(pair);
  if (!report) return null;
  const reportId = report.id;
  if (held.isOpen(pair.checkIn.id)) return { type: 'open-there', reportId };
  if (!held.wasThere(pair.checkIn.id) || step.pick === 7) return { type: 'not-there', reportId };
  return { type: 'closed-there', reportId, at: pair.checkIn.at.ms + step.pick * 20 * MINUTE };
}

const REFUSED_AS_UNMET = { reason: 'not-checked-in' } as const;

function deliveredAs(report: Report, step: Step, now: number, isOpenThere: boolean): Command {
  const given = outcomeOf(report.id, step.outcome, now, step.mechanicId);
  const cannot = given.type === 'recorded' && report.kind === 'check-out' && !isOpenThere;
  const outcome = cannot ? outcomeOf(report.id, 'refused', now) : given;
  if (outcome.type !== 'refused') return outcome;
  if (cannot) return { ...outcome, problem: { ...outcome.problem, ...REFUSED_AS_UNMET } };
  const unmet = report.kind === 'check-out' && step.reason === 'premature';
  const reason = unmet ? 'not-checked-in' : step.reason;
  return { ...outcome, problem: { ...outcome.problem, reason } };
}

const isGivenUpOrRefused = ({ delivery }: Report) =>
  delivery.state === 'refused' || delivery.state === 'discarded';

/** Does ServiceChannel hold the check-in open that this report is to close? */
function isOpenThere(report: Report, mine: readonly Visit[], held: Held): boolean {
  const pair = mine.flatMap(({ pairs }) => pairs).find(({ checkOut }) => checkOut?.id === report.id);
  return pair !== undefined && held.isOpen(pair.checkIn.id);
}

/** The command that a step stands for in this state; null when there is nothing it could be about. */
function commandOf(step: Step, state: State, owner: Owner, now: number, held: Held): Command | null {
  const mine = visitsOf(state, owner);
  const { does, primaryStatus, workOrderId, workTypeId, techsCount } = step;
  if (does === 'office') return null;
  const at = timeOf(step, now);
  if (does === 'undo' || does === 'end-undo') return { type: does };
  if (does === 'check-in') return { type: does, workOrderId, workTypeId, techsCount, at };
  const reports = mine.flatMap(reportsOf);
  if (does === 'deliver') {
    const report = pickOf(
      reports.filter((each) => each.delivery.state === 'sending'),
      step.pick,
    );
    if (report) return deliveredAs(report, step, now, isOpenThere(report, mine, held));
    const free = sendable(mine).filter(({ id }) => !isUndoable(state, id));
    const next = pickOf(free, step.pick);
    return next ? { type: 'sending', reportId: next.id, since: now } : null;
  }
  const pairs = mine.flatMap((visit) => visit.pairs);
  if (does === 'note-mechanic-ids') {
    const pair = pickOf(pairs, step.pick);
    return pair ? { type: does, pairId: pair.id } : null;
  }
  if (does === 'read') {
    const pair = pickOf(pairs.filter(reportToReadOf), step.pick);
    return pair ? readingOf(pair, held, step) : null;
  }
  if (does === 'afterwards') {
    const report = pickOf(reports.filter(isGivenUpOrRefused), step.pick);
    const type = pickOf(AFTERWARDS, step.pick + step.techsCount);
    return report && type ? { type, reportId: report.id } : null;
  }
  if (does === 'change') {
    const report = pickOf(reports.filter(isGivenUpOrRefused), step.pick);
    return report ? changeOf(report, step, now) : null;
  }
  const refused = pickOf(
    reports.filter((each) => each.delivery.state === 'refused'),
    step.pick,
  );
  if (does === 'repair') return refused ? repairOf(refused, step.pick, now) : null;
  if (does === 'send-again' || does === 'it-was-recorded' || does === 'discard') {
    const report = pickOf(reports.filter(needsPerson), step.pick);
    return report ? { type: does, reportId: report.id } : null;
  }
  const visit = pickOf(mine, step.pick);
  if (!visit) return null;
  if (does === 'take-back') return { type: does, visitId: visit.id, note: 'By mistake.' };
  if (does === 'leave-ahead')
    return {
      type: 'check-out',
      visitId: visit.id,
      primaryStatus,
      at: lastPair(visit)?.checkIn.at.ms,
    };
  if (does === 'mistake') return { type: does, visitId: visit.id };
  if (does === 'move') return { type: does, visitId: visit.id, workOrderId };
  const base = { visitId: visit.id, at };
  if (does === 'check-out' || does === 'finish') return { type: does, ...base, primaryStatus };
  if (does === 'change-crew') return { type: does, ...base, techsCount };
  return { type: does, ...base };
}

/** One command that was done, and what it made of the state. */
export interface Moment {
  readonly command: Command;
  readonly before: State;
  readonly after: State;
  readonly context: Context;
  /** Check-ins that ServiceChannel holds open after it, and that are not in sight. */
  readonly hidden: readonly string[];
  /** The requests until then that ServiceChannel should never get. */
  readonly odd: readonly string[];
}

/** Plays a day through the rules. Every state is frozen: a rule that changes its input throws. */
export function play(day: DayOfSteps): readonly Moment[] {
  const moments: Moment[] = [];
  const held = new Held();
  let state: State = deepFreeze(EMPTY);
  let now = Date.parse(day.setting.start);
  for (const [index, step] of day.steps.entries()) {
    now += step.wait;
    const owner = { userId: USERS[step.user === 1 ? 1 : 0], server: SERVER };
    const context: Context = {
      now,
      clickedAt: now,
      offsetAt: offsetIn(day.setting.zone),
      id: `c${index}`,
      owner,
      undoable: day.undoable,
    };
    if (step.does === 'office') held.close(pickOf(held.open, step.pick)?.checkInId ?? '');
    const command = commandOf(step, state, owner, now, held);
    if (!command) continue;
    const ruled = rule(state, command, context);
    if (!ruled.ok) continue;
    const after = deepFreeze(ruled.state);
    held.follow(command, state, step.pick % 2 === 0);
    const { odd } = held;
    const hidden = unseen(after, held);
    moments.push({ command, before: state, after, context, hidden, odd: [...odd] });
    state = after;
  }
  return moments;
}

export const allReports = (state: State): readonly Report[] => state.visits.flatMap(reportsOf);
