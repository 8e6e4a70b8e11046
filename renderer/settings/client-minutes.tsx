import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ClientMinutes, Subscriber } from '../../preload/contract.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Field } from '../ui/field.tsx';
import { send, snapshot } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { useSetting, useTyping } from './setting.ts';

/** The clients whose work orders were read on this computer, and those that have minutes of their own. */
function useClients(set: readonly ClientMinutes[]): readonly Subscriber[] {
  const known = useSignal<readonly Subscriber[]>([]);
  useEffect(() => {
    void send('settings:clients', null).then((clients) => {
      known.value = clients;
    });
  }, []);
  const others = set.filter(({ subscriberId }) =>
    known.value.every((each) => each.subscriberId !== subscriberId),
  );
  return [...known.value, ...others.map(({ subscriberId, name }) => ({ subscriberId, name }))];
}

/** Minutes from which a difference stands out, for clients that dispute invoices earlier or later than others. */
export function ClientDisputeMinutes() {
  const setting = useSetting('clientDisputeMinutes');
  /** Texts as they are typed, by client. */
  const { error, draft, type, leave } = useTyping<ReadonlyMap<number, string>>('clientDisputeMinutes');
  const clients = useClients(setting?.value ?? []);
  if (!setting || clients.length === 0) return null;
  const textOf = ({ subscriberId }: Subscriber, typed = draft): string =>
    typed?.get(subscriberId) ??
    String(setting.value.find((each) => each.subscriberId === subscriberId)?.minutes ?? '');
  const change = (of: Subscriber, text: string) => {
    const typed = new Map([...(draft ?? []), [of.subscriberId, text] as const]);
    const set = clients
      .map((each) => ({ ...each, text: textOf(each, typed).trim() }))
      .filter((each) => each.text !== '')
      .map(({ text: minutes, ...client }) => ({ ...client, minutes: Number(minutes) }));
    type(typed, set.every(({ minutes }) => Number.isFinite(minutes)) ? set : null);
  };
  return (
    <fieldset class="plain" name="clientDisputeMinutes" disabled={setting.locked}>
      <legend>{t().settingLabels.clientDisputeMinutes}</legend>
      <p class="hint">{setting.hint}</p>
      <div class="side-by-side even">
        {clients.map((client) => (
          <Field key={client.subscriberId} label={client.name}>
            {(ids) => (
              <input
                {...ids}
                name="clientDisputeMinutes"
                inputMode="decimal"
                placeholder={String(snapshot.value?.settings.disputeMinutes.value ?? '')}
                value={textOf(client)}
                disabled={setting.locked}
                onInput={(event) => change(client, event.currentTarget.value)}
                onBlur={leave}
              />
            )}
          </Field>
        ))}
      </div>
      <ErrorLine error={error} />
    </fieldset>
  );
}
