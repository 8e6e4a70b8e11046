import type { MomentAnswer, MomentView } from '../../../preload/contract.ts';
import type { PromptAnswer } from '../../moments/answers.ts';
import type { Prompts } from '../prompts.ts';
import { DONE, fail, NOT_NOW, resultOf } from './results.ts';
import type { Handlers } from './types.ts';

type MomentHandlers = Pick<Handlers, Extract<keyof Handlers, `moment${string}`>>;

/** A field that was left as it was filled in means the absence's own instant. */
function breakOf(from: number | null, to: number | null, open: MomentView | null): PromptAnswer | null {
  const absence = open?.kind === 'idle' ? open : null;
  const [at, until] = [from ?? absence?.from.ms, to ?? absence?.to?.ms];
  return at === undefined || until === undefined ? null : { type: 'break', at, until };
}

function parseAnswer(answer: MomentAnswer, open: MomentView | null): PromptAnswer | null {
  switch (answer.type) {
    case 'pause':
    case 'check-out':
      return { ...answer, at: answer.at ?? undefined };
    case 'break':
      return breakOf(answer.from, answer.to, open);
    default:
      return answer;
  }
}

export interface MomentCommandParts {
  readonly prompts: Pick<Prompts, 'answer'>;
  /** Dismisses a note that was read. */
  readonly dismiss: (what: 'still-paused' | 'resume') => void;
  /** The question that the window shows now. */
  readonly open: () => MomentView | null;
  readonly onComputer: (withYou: boolean) => void;
}

/** How windows answer what OnSite asks by itself. */
export function momentHandlers({ prompts, dismiss, open, onComputer }: MomentCommandParts): MomentHandlers {
  return {
    'moment:answer': ({ momentId, answer }) => {
      const parsed = parseAnswer(answer, open());
      if (!parsed) return fail({ code: 'time', fault: 'not-a-time' });
      const came = prompts.answer(momentId, parsed);
      if (came === undefined) return NOT_NOW;
      return came ? resultOf(came) : DONE;
    },
    'moments:computer': ({ withYou }) => {
      onComputer(withYou);
      return DONE;
    },
    'moments:dismiss': ({ what }) => {
      dismiss(what);
      return DONE;
    },
  };
}
