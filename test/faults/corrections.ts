import type { Act } from '../../main/visit/commands.ts';
import type { AddBreak, AddVisitCommand, EditPair } from '../../main/visit/edit-commands.ts';
import { livePairs, openVisit, visitsOf } from '../../main/visit/phase.ts';
import type { Pair, State, Visit } from '../../main/visit/types.ts';
import { leaving } from './acts.ts';
import type { App } from './app.ts';
import type { Instant, Lived } from './lived.ts';
import type { Doing } from './plan.ts';
import { ORDERS, PERSON, SERVER, type World } from './world.ts';

/** Days that the technician puts right afterwards: an edge of a stay, a break in it, a visit without a check-in. */

const MINUTE = 60_000;

export type Correction = EditPair | AddBreak | AddVisitCommand | Extract<Act, { type: 'break' }>;

export const isCorrection = <C extends { readonly type: string }>(
  command: C,
): command is Extract<C, Correction> =>
  ['edit-pair', 'add-break', 'add-visit', 'break'].includes(command.type);

/** Time fields know minutes only. */
const toMinute = (ms: number) => Math.floor(ms / MINUTE) * MINUTE;

/** An edge of the stay is moved; the other keeps the time that the field shows. */
function edited(
  pair: Pair,
  lived: Lived,
  now: number,
  { edge, minutes }: Extract<Doing, { what: 'edit' }>,
): EditPair | null {
  const { checkIn, checkOut } = pair;
  const moved = edge === 'in' ? checkIn : checkOut;
  const instant = moved && lived.of(moved);
  if (!instant) return null;
  const to = toMinute(Math.min(now, instant.at + minutes * MINUTE));
  const from = edge === 'in' ? to : checkIn.at.ms;
  return { type: 'edit-pair', pairId: pair.id, from, until: edge === 'out' ? to : checkOut?.at.ms };
}

/** The middle third of the stay was a break. */
function withBreak({ id, checkIn, checkOut }: Pair, lived: Lived): AddBreak | null {
  const [from, until] = [lived.of(checkIn)?.at, checkOut && lived.of(checkOut)?.at];
  if (from === undefined || until === undefined || until === null) return null;
  const third = (until - from) / 3;
  return { type: 'add-break', pairId: id, from: toMinute(from + third), until: toMinute(until - third) };
}

/** The times that ServiceChannel holds of a pair where the office has changed them, as the timesheet shows them. */
function heldOf({ changed }: World, { checkIn }: Pair): EditPair['held'] {
  const it = changed.findLast(({ from }) => from === checkIn.at.ms)?.activity;
  return it && it.timeIn !== checkIn.at.ms ? { from: it.timeIn, to: it.timeOut } : undefined;
}

/** The command by which the technician puts something right; null when there is nothing to do it to. */
export function correctionOf(world: World, app: App, lived: Lived, doing: Doing): Correction | null {
  const mine = visitsOf(app.visits.state, { userId: PERSON.userId, server: SERVER });
  const now = world.time.now();
  if (doing.what === 'add-visit') {
    const from = toMinute(now - doing.ago * MINUTE);
    const workOrderId = ORDERS[doing.order] ?? ORDERS[0];
    // A person tells of what is over: by a clock that is ahead the app could not tell.
    const times = { from, until: Math.min(toMinute(now), from + doing.minutes * MINUTE) };
    return {
      type: 'add-visit',
      workOrderId,
      workTypeId: 1,
      techsCount: 2,
      ...leaving(doing.status),
      ...times,
    };
  }
  if (doing.what === 'break') {
    const open = openVisit(mine);
    const at = toMinute(now - doing.ago * MINUTE);
    return open ? { type: 'break', visitId: open.id, at, until: toMinute((at + now) / 2) } : null;
  }
  if (doing.what !== 'edit' && doing.what !== 'add-break') return null;
  const pair = mine.flatMap(livePairs).at(-1 - doing.which);
  if (!pair) return null;
  const command = doing.what === 'edit' ? edited(pair, lived, now, doing) : withBreak(pair, lived);
  return command && { ...command, held: heldOf(world, pair) };
}

/** When a report happened, as a person says it. */
export type Said = readonly [reportId: string, instant: Instant];

const typed = (at: number): Instant => ({ at, typed: true });

const pairIn = ({ visits }: State, pairId: string): Pair | undefined =>
  visits.flatMap(({ pairs }) => pairs).find(({ id }) => id === pairId);

/** The pairs of a state that another has not. */
const newPairs = (before: State, after: State): readonly Pair[] =>
  after.visits.flatMap(({ pairs }) => pairs).filter(({ id }) => !pairIn(before, id));

/** The instants that a correction says of the reports of a state: none where it was not done. */
export function saidBy(before: State, after: State, command: Correction, lived: Lived): readonly Said[] {
  if (command.type === 'break') return saidByBreak(before, after, command);
  const { from } = command;
  const made = newPairs(before, after);
  if (command.type === 'add-visit') {
    const pair = made.find(({ checkIn }) => checkIn.at.ms === from);
    return pair?.checkOut
      ? [
          [pair.checkIn.id, typed(from)],
          [pair.checkOut.id, typed(command.until)],
        ]
      : [];
  }
  const [was, pair] = [pairIn(before, command.pairId), pairIn(after, command.pairId)];
  if (!was || !pair) return [];
  if (command.type === 'edit-pair') return saidByEdit(was, pair, command);
  const second = made.find(({ checkIn }) => checkIn.at.ms === command.until);
  const end = was.checkOut && lived.of(was.checkOut);
  if (!pair.checkOut || !second?.checkOut || !end) return [];
  return [
    [pair.checkOut.id, typed(from)],
    [second.checkIn.id, typed(command.until)],
    [second.checkOut.id, end],
  ];
}

function saidByEdit(was: Pair, pair: Pair, { from, until }: EditPair): readonly Said[] {
  const said: Said[] = [];
  if (was.checkIn.at.ms !== from && pair.checkIn.at.ms === from) said.push([pair.checkIn.id, typed(from)]);
  if (until !== undefined && was.checkOut?.at.ms !== until && pair.checkOut?.at.ms === until)
    said.push([pair.checkOut.id, typed(until)]);
  return said;
}

function saidByBreak(
  before: State,
  after: State,
  { visitId, at, until }: Extract<Act, { type: 'break' }>,
): readonly Said[] {
  const visit = after.visits.find(({ id }) => id === visitId);
  const [second] = newPairs(before, after);
  const first = visit?.pairs.at(-2);
  return first?.checkOut && second
    ? [
        [first.checkOut.id, typed(at)],
        [second.checkIn.id, typed(until)],
      ]
    : [];
}

/** The visit that a correction has touched, or made. */
export function visitOf(after: State, said: readonly Said[]): Visit | undefined {
  const ids = said.map(([id]) => id);
  return after.visits.find(({ pairs }) =>
    pairs.some(
      ({ checkIn, checkOut }) => ids.includes(checkIn.id) || (checkOut && ids.includes(checkOut.id)),
    ),
  );
}

/** The stays of a command as it means them: begin and end, ms; null for one that stays open. */
function meantBy(before: State, command: Correction): readonly (readonly [number, number | null])[] {
  if (command.type === 'add-visit') return [[command.from, command.until]];
  if (command.type === 'break') return [];
  const was = pairIn(before, command.pairId);
  if (!was) return [];
  if (command.type === 'edit-pair') return [[command.from, command.until ?? null]];
  return [
    [was.checkIn.at.ms, command.from],
    [command.until, was.checkOut?.at.ms ?? null],
  ];
}

/** Checks that a correction that was acknowledged made the stays that it means, for work and people as they were. */
export function judgeCorrection(world: World, before: State, after: State, command: Correction): void {
  const all = after.visits.flatMap((visit) => visit.pairs.map((pair) => ({ visit, pair })));
  const like = 'pairId' in command ? pairIn(before, command.pairId) : null;
  const [count, type] = like ? [like.techsCount, like.workTypeId] : [2, 1];
  for (const [from, until] of meantBy(before, command)) {
    const isIt = all.some(
      ({ visit, pair }) =>
        isSameMinute(pair.checkIn.at.ms, from) &&
        isSameMinute(pair.checkOut?.at.ms ?? null, until) &&
        pair.techsCount === count &&
        pair.workTypeId === type &&
        (command.type !== 'add-visit' || visit.workOrderId === command.workOrderId),
    );
    if (!isIt) world.violate(`meant a stay from ${from} to ${until}: ${JSON.stringify(command)}`);
  }
  if (command.type === 'add-break') judgeStatusKept(world, before, after, command);
  if (command.type !== 'break') return;
  const visit = after.visits.find(({ id }) => id === command.visitId);
  const [first, second] = visit?.pairs.slice(-2) ?? [];
  const isIt =
    isSameMinute(first?.checkOut?.at.ms ?? null, command.at) &&
    isSameMinute(second?.checkIn.at.ms ?? null, command.until);
  if (!isIt) world.violate(`meant a break: ${JSON.stringify(command)}`);
}

/** The last part of a stay that a break was put into is left with the status that the stay was left with. */
function judgeStatusKept(world: World, before: State, after: State, { pairId }: AddBreak): void {
  const left = pairIn(before, pairId)?.checkOut?.leaving;
  const [second] = newPairs(before, after);
  if (JSON.stringify(second?.checkOut?.leaving) !== JSON.stringify(left))
    world.violate(`a break has changed the status that ${pairId} was left with`);
}

/** A field whose minute was left means the second that it has. */
const isSameMinute = (one: number | null, other: number | null): boolean =>
  one === null || other === null ? one === other : toMinute(one) === toMinute(other);
