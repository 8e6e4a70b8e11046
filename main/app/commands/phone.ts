import * as v from 'valibot';
import type { Core } from '../../core.ts';
import { callIn } from '../../records/phone-call.ts';
import type { Storage } from '../../storage/storage.ts';
import { ownerKey } from '../../visit/phase.ts';
import { answerError, DONE, SIGNED_OUT } from './results.ts';
import type { Handlers } from './types.ts';

export interface PhoneParts {
  readonly core: Core;
  readonly storage: Pick<Storage, 'facts'>;
}

type PhoneHandlers = Pick<Handlers, Extract<keyof Handlers, `phone:${string}`>>;

/** Handlers of the phone card. The PIN names a company on the phone line; it is each user's own here. */
export function phoneHandlers({ core, storage }: PhoneParts): PhoneHandlers {
  const nameOf = (): string | null => {
    const { owner } = core.session;
    return owner && `phone-pin ${ownerKey(owner)}`;
  };
  return {
    'phone:pin': () => {
      const name = nameOf();
      return (name && storage.facts.get(name, v.string())) ?? '';
    },
    'phone:keep-pin': ({ pin }) => {
      const name = nameOf();
      if (!name) return SIGNED_OUT;
      storage.facts.set(name, pin === '' ? null : pin);
      return DONE;
    },
    'phone:look': async ({ workOrderId, direction, from }) => {
      const { sender } = core.session;
      if (!sender) return SIGNED_OUT;
      const answer = await sender.client.checkInActivity(workOrderId);
      return answer.kind === 'ok'
        ? { ok: true, value: callIn(answer.value, direction, from, sender) }
        : { ok: false, error: answerError(answer) };
    },
  };
}
