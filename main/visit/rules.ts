import { ruleAct } from './acts.ts';
import type { Command, Ruled } from './commands.ts';
import { ruleOutcome, ruleRemedy } from './remedies.ts';
import type { Context, State } from './types.ts';

/** The rules: `(state, command, context)` to a new state, or why not. Pure; the state given is never changed. */
export function rule(state: State, command: Command, ctx: Context): Ruled {
  switch (command.type) {
    case 'send-again':
    case 'it-was-recorded':
    case 'discard':
    case 'note-mechanic-ids':
      return ruleRemedy(state, command, ctx);
    case 'sending':
    case 'recorded':
    case 'refused':
    case 'unconfirmed':
    case 'not-recorded':
      return ruleOutcome(state, command);
    default:
      return ruleAct(state, command, ctx);
  }
}
