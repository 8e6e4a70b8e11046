import { ruleAct } from './acts.ts';
import { ruleAskClient } from './asked.ts';
import { asShown, ruleChange } from './change.ts';
import { ruleCheckedOutThere } from './checked-out-there.ts';
import { byClockNow, ruleClockCorrected } from './clock.ts';
import { withoutLoneCodes } from './codes.ts';
import { type Command, done, type Ruled } from './commands.ts';
import { findReport } from './edit.ts';
import { ruleAddBreak, ruleAddVisit, ruleEditPair } from './edit-pair.ts';
import { ruleFinding } from './findings.ts';
import { ruleAfterGivenUp } from './left-open.ts';
import { ruleMistake } from './mistake.ts';
import { ruleMove } from './move.ts';
import { ruleOpenElsewhere } from './open-elsewhere.ts';
import { ruleCompleting, ruleOutcome } from './outcomes.ts';
import { putRight } from './put-right.ts';
import { ruleRemedy } from './remedies.ts';
import { ruleRepair } from './repairs.ts';
import { withStatusThatStood } from './set-again.ts';
import { ruleStatusSeen, withoutObsolete } from './status-before.ts';
import { ruleTakeBack } from './take-back.ts';
import type { Context, State } from './types.ts';
import { acted, decided, ruleUndo } from './undo.ts';

/** The rules: `(state, command, context)` to a new state, or why not. Pure; the state given is never changed. */
export function rule(state: State, command: Command, ctx: Context): Ruled {
  const ruled = ruleCommand(state, command, ctx);
  if (!ruled.ok) return ruled;
  return done(putRight(withoutLoneCodes(withoutObsolete(withStatusThatStood(ruled.state))), ctx));
}

/**
 * A report that goes again goes by the clock as it is known now: its new time decides where its stay lies between others.
 */
function goesAgain<C extends { readonly reportId: string }>(
  state: State,
  command: C,
  ctx: Context,
  ruleFor: (state: State, command: C, ctx: Context) => Ruled,
): Ruled {
  const { reportId } = command;
  const ruled = ruleFor(byClockNow(state, reportId, ctx), command, ctx);
  const isGoing = ruled.ok && findReport(ruled.state.visits, reportId)?.report.delivery.state === 'queued';
  return isGoing ? ruled : ruleFor(state, command, ctx);
}

function ruleCommand(state: State, command: Command, ctx: Context): Ruled {
  switch (command.type) {
    case 'send-again':
    case 'without-status':
      return decided(goesAgain(state, command, ctx, ruleRemedy));
    case 'it-was-recorded':
    case 'discard':
    case 'by-phone':
    case 'note-closed':
    case 'client-enters':
    case 'note-mechanic-ids':
      return decided(ruleRemedy(state, command, ctx));
    case 'tell-client':
    case 'record-activity':
    case 'correct-record':
    case 'check-in-at':
      return decided(ruleRepair(state, command, ctx));
    case 'still-here':
    case 'left-then':
      return decided(ruleCheckedOutThere(state, command, ctx));
    case 'clock-corrected':
      return done(ruleClockCorrected(state, command, ctx));
    case 'change':
      return decided(goesAgain(state, asShown(state, command), ctx, ruleChange));
    case 'undo':
      return ruleUndo(state, ctx);
    case 'end-undo':
      return decided(done(state));
    case 'status-seen':
      return ruleStatusSeen(state, command, ctx);
    case 'take-back':
      return decided(ruleTakeBack(state, command, ctx));
    case 'edit-pair':
      return decided(ruleEditPair(state, command, ctx));
    case 'add-break':
      return decided(ruleAddBreak(state, command, ctx));
    case 'ask-client':
      return decided(ruleAskClient(state, command, ctx));
    case 'add-visit':
      return decided(ruleAddVisit(state, command, ctx));
    case 'move':
      return decided(ruleMove(state, command, ctx));
    case 'mistake':
      return decided(ruleMistake(state, command, ctx));
    case 'sending':
    case 'recorded':
    case 'refused':
    case 'unconfirmed':
    case 'not-recorded':
      return ruleOutcome(state, command, ctx);
    case 'open-elsewhere':
      return ruleOpenElsewhere(state, command);
    case 'completing':
      return ruleCompleting(state, command);
    case 'held':
    case 'held-as-reported':
    case 'check-in-doubted':
      return ruleFinding(state, command, ctx);
    case 'open-there':
    case 'closed-there':
    case 'not-there':
      return ruleAfterGivenUp(state, command, ctx);
    default:
      return acted(state, ruleAct(state, command, ctx), command, ctx);
  }
}
