import type { CommandError, MomentAnswer, MomentView, Result } from '../../../preload/contract.ts';
import { parseLocal } from '../../local-time.ts';
import type { Answer } from '../../moments/answers.ts';
import { startOfMinute } from '../../visit/time.ts';
import type { Prompts } from '../prompts.ts';
import type { Handlers } from './handlers.ts';
import { chosenTime, resultOf } from './visit.ts';

type MomentHandlers = Pick<Handlers, Extract<keyof Handlers, `moment${string}`>>;

const fail = (error: CommandError): Result<never> => ({ ok: false, error });
const NOT_A_TIME = fail({ code: 'time', fault: 'not-a-time' });

/** Fields know minutes: one that was left as it was filled in means the absence's own second. */
const exact = (chosen: number, filledIn: number | undefined): number =>
  filledIn !== undefined && startOfMinute(filledIn) === chosen ? filledIn : chosen;

function breakOf(from: string, to: string, open: MomentView | null): Answer | null {
  const [start, end] = [parseLocal(from), parseLocal(to)];
  if (start === null || end === null) return null;
  const idle = open?.kind === 'idle' ? open : null;
  return { type: 'break', at: exact(start, idle?.from.ms), until: exact(end, idle?.to?.ms) };
}

function parse(answer: MomentAnswer, open: MomentView | null): Answer | null {
  switch (answer.type) {
    case 'pause':
    case 'check-out': {
      const at = chosenTime(answer.at);
      return at === null ? null : { ...answer, at };
    }
    case 'break':
      return breakOf(answer.from, answer.to, open);
    default:
      return answer;
  }
}

export interface MomentCommandParts {
  readonly prompts: Pick<Prompts, 'answer' | 'dismiss'>;
  /** What the window shows that answers. */
  readonly open: () => MomentView | null;
  readonly onComputer: (withYou: boolean) => void;
}

/** How windows answer what OnSite asks by itself. */
export function momentHandlers({ prompts, open, onComputer }: MomentCommandParts): MomentHandlers {
  const done: Result = { ok: true, value: null };
  return {
    'moment:answer': ({ momentId, answer }) => {
      const parsed = parse(answer, open());
      if (!parsed) return NOT_A_TIME;
      const came = prompts.answer(momentId, parsed);
      if (came === undefined) return fail({ code: 'rule', fault: { reason: 'not-now' } });
      return came ? resultOf(came) : done;
    },
    'moments:computer': ({ withYou }) => {
      onComputer(withYou);
      return done;
    },
    'moments:dismiss': ({ what }) => {
      prompts.dismiss(what);
      return done;
    },
  };
}
