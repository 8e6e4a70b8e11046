import type { CommandError } from '../../../preload/contract.ts';
import type { Answer } from '../../servicechannel/answers.ts';
import { isUntrusted } from '../../servicechannel/failure.ts';

/** The refusal of what needs a signed-in user. */
export const SIGNED_OUT = { ok: false, error: { code: 'signed-out' } } as const;

/** An answer of ServiceChannel that is none to what a window asked, as that window says it. */
export function answerError(answer: Exclude<Answer<unknown>, { kind: 'ok' }>): CommandError {
  switch (answer.kind) {
    case 'refused':
      return { code: 'refused', problem: answer.refusal };
    case 'unsent':
      if (answer.why === 'signed-out') return SIGNED_OUT.error;
      return { code: isUntrusted(answer.detail) ? 'untrusted' : 'offline' };
    case 'unknown':
      return {
        code: answer.why === 'unreadable' || answer.why === 'not-servicechannel' ? 'unreadable' : 'offline',
      };
  }
}
