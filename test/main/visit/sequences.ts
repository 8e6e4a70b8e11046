import fc from 'fast-check';
import { sendable } from '../../../main/outbox/next.ts';
import type { Command } from '../../../main/visit/commands.ts';
import { needsPerson, reportsOf } from '../../../main/visit/phase.ts';
import { rule } from '../../../main/visit/rules.ts';
import { HOUR, MINUTE, SECOND } from '../../../main/visit/time.ts';
import {
  type Context,
  EMPTY,
  PRIMARY_STATUSES,
  REFUSAL_REASONS,
  type Report,
  type State,
  type Visit,
} from '../../../main/visit/types.ts';
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
const REMEDIES = ['send-again', 'it-was-recorded', 'discard', 'note-mechanic-ids'] as const;
const OUTCOMES = ['recorded', 'refused', 'unconfirmed', 'not-recorded'] as const;

/** Refusals that have a repair of their own come more often. */
const REPAIRABLE = ['out-of-date', 'completed', 'premature', 'not-checked-in', 'not-found'] as const;

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
    { weight: 1, arbitrary: fc.constant('move' as const) },
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
  setting: fc.constantFrom(...SETTINGS),
  steps: fc.array(step, { minLength: 1, maxLength: 40, size: 'max' }),
});
type DayOfSteps = typeof days extends fc.Arbitrary<infer D> ? D : never;

export const USERS = [1544987, 1544988] as const;

const pickOf = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

const timeOf = (step: Step, now: number) =>
  step.earlier === null ? undefined : Math.floor((now - step.earlier * MINUTE) / MINUTE) * MINUTE;

/** What a person or the outbox does about a refused report: what its refusal calls for, or a word to the client. */
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
      return { type: 'check-in-at', reportId, at: at.ms + 10 * MINUTE, note: 'Earlier, truly.' };
    case 'out-of-date':
    case 'completed':
      return { type: 'record-activity', reportId };
    default:
      return tell;
  }
}

function deliveredAs(report: Report, step: Step, now: number): Command {
  const outcome = outcomeOf(report.id, step.outcome, now, step.mechanicId);
  if (outcome.type !== 'refused') return outcome;
  const unmet = report.kind === 'check-out' && step.reason === 'premature';
  const reason = unmet ? 'not-checked-in' : step.reason;
  return { ...outcome, problem: { ...outcome.problem, reason } };
}

/** The command that a step stands for in this state; null when there is nothing it could be about. */
function commandOf(step: Step, mine: readonly Visit[], now: number): Command | null {
  const { does, primaryStatus, workOrderId, workTypeId, techsCount } = step;
  const at = timeOf(step, now);
  if (does === 'check-in') return { type: does, workOrderId, workTypeId, techsCount, at };
  const reports = mine.flatMap(reportsOf);
  if (does === 'deliver') {
    const report = pickOf(
      reports.filter((each) => each.delivery.state === 'sending'),
      step.pick,
    );
    if (report) return deliveredAs(report, step, now);
    const next = pickOf(sendable(mine), step.pick);
    return next ? { type: 'sending', reportId: next.id, since: now } : null;
  }
  if (does === 'note-mechanic-ids') {
    const pair = pickOf(
      mine.flatMap((visit) => visit.pairs),
      step.pick,
    );
    return pair ? { type: does, pairId: pair.id } : null;
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
}

/** Plays a day through the rules. Every state is frozen: a rule that changes its input throws. */
export function play(day: DayOfSteps): readonly Moment[] {
  const moments: Moment[] = [];
  let state: State = deepFreeze(EMPTY);
  let now = Date.parse(day.setting.start);
  for (const [index, step] of day.steps.entries()) {
    now += step.wait;
    const userId = USERS[step.user === 1 ? 1 : 0];
    const context: Context = {
      now,
      clickedAt: now,
      offsetAt: offsetIn(day.setting.zone),
      id: `c${index}`,
      owner: { userId, server: SERVER },
    };
    const mine = state.visits.filter((visit) => visit.userId === userId);
    const command = commandOf(step, mine, now);
    if (!command) continue;
    const ruled = rule(state, command, context);
    if (!ruled.ok) continue;
    const after = deepFreeze(ruled.state);
    moments.push({ command, before: state, after, context });
    state = after;
  }
  return moments;
}

export const allReports = (state: State): readonly Report[] => state.visits.flatMap(reportsOf);
