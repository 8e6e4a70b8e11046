import type { CommandError, Result } from '../../../preload/contract.ts';
import type { Answer } from '../../servicechannel/answers.ts';
import { isUntrusted } from '../../servicechannel/failure.ts';
import { isDamage } from '../../storage/cause.ts';
import type { Done } from '../../visits.ts';

/** The result of what was done and has no answer. */
export const DONE: Result = { ok: true, value: null };

/** The result of what could not be done. */
export const fail = (error: CommandError): Result<never> => ({ ok: false, error });

/** The refusal of what needs a signed-in user. */
export const SIGNED_OUT = { ok: false, error: { code: 'signed-out' } } as const;

/** The refusal of what does not fit the state any more. */
export const NOT_NOW: Result = fail({ code: 'rule', fault: { reason: 'not-now' } });

/** A rule's outcome as windows are told it. */
export function resultOf(done: Done): Result {
  if (done.ok) return DONE;
  if ('notKept' in done) return fail({ code: 'not-kept', detail: done.notKept });
  return fail({ code: 'rule', fault: done.fault });
}

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

/**
 * Hands on what is read of the record on this computer, or says that it is damaged there. The last good copy was tried
 * by then.
 * @throws every other error
 */
export async function readingRecord<T>(read: () => Result<T> | Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await read();
  } catch (error) {
    if (!isDamage(error)) throw error;
    return fail({ code: 'damaged' });
  }
}
