import { retimed } from './change.ts';
import { done, NOT_NOW, type Ruled } from './commands.ts';
import type { AskClient } from './edit-commands.ts';
import { livePairs, visitsOf } from './phase.ts';
import { isText, tell } from './repairs.ts';
import type { ActivityReport, AskedFor, Context, Earlier, Note, Pair, State, Step, Visit } from './types.ts';

type Asking = Note & { readonly asked: AskedFor };

const asks = (step: Step): step is Asking => step.kind === 'note' && step.asked !== null;

/** The last note that asks for another record of this pair, unless it was given up. */
export const askedAbout = ({ steps }: Visit, { id }: Pair): Asking | undefined =>
  steps.filter(asks).findLast((step) => step.asked.pairId === id && step.delivery.state !== 'discarded');

const before = ({ was, held }: ActivityReport): Pick<Earlier, 'from' | 'until'> | null =>
  was && (held ?? was);

/**
 * The times of a pair before each time that it was put right, on the record or before it was sent, oldest first; those
 * that somebody else gave it on the record where that was put right.
 */
export function trailOf({ steps }: Visit, { id, edits }: Pair): readonly Earlier[] {
  const corrected = steps.flatMap((step): Earlier[] => {
    if (step.kind !== 'activity' || step.pairId !== id || step.delivery.state === 'discarded') return [];
    const times = before(step);
    return times ? [{ ...times, changedAt: step.clickedAt }] : [];
  });
  return [...edits, ...corrected].toSorted((a, b) => a.changedAt - b.changedAt);
}

/** The client is asked to put a pair right, with a note: the pair stays as it is. */
export function ruleAskClient(state: State, command: AskClient, ctx: Context): Ruled {
  const { pairId, techsCount, text } = command;
  for (const visit of visitsOf(state, ctx.owner)) {
    const pair = livePairs(visit).find(({ id }) => id === pairId);
    if (!pair) continue;
    if (!pair.checkOut || !isText(text)) return NOT_NOW;
    if (command.until <= command.from) return { ok: false, fault: { reason: 'break-order' } };
    if (command.until > ctx.now) return { ok: false, fault: { reason: 'in-future' } };
    const from = retimed(pair.checkIn, command.from, ctx).at;
    const until = retimed(pair.checkOut, command.until, ctx).at;
    const asked: AskedFor = { pairId, from, until, techsCount };
    return done(tell(state, ctx, { visit, report: pair.checkIn }, text, asked));
  }
  return NOT_NOW;
}
