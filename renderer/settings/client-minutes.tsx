import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Client, ClientMinutes } from '../../preload/contract.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Field } from '../ui/field.tsx';
import { send, snapshot } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { useSaving, useSetting } from './setting.ts';

/** The clients whose work orders were read on this computer, and those that have minutes of their own. */
function useClients(set: readonly ClientMinutes[]): readonly Client[] {
  const known = useSignal<readonly Client[]>([]);
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
  const { error, save, flush } = useSaving('clientDisputeMinutes');
  /** Texts as they are typed; one that is wrong stays, to be corrected. */
  const typed = useSignal<ReadonlyMap<number, string>>(new Map());
  const clients = useClients(setting?.value ?? []);
  if (!setting || clients.length === 0) return null;
  const textOf = ({ subscriberId }: Client): string =>
    typed.value.get(subscriberId) ??
    String(setting.value.find((each) => each.subscriberId === subscriberId)?.minutes ?? '');
  const change = (of: Client, text: string) => {
    typed.value = new Map([...typed.value, [of.subscriberId, text]]);
    const set = clients
      .filter((each) => textOf(each).trim() !== '')
      .map((each) => ({ ...each, minutes: Number(textOf(each)) }));
    save(set.every(({ minutes }) => Number.isFinite(minutes)) ? set : null, 'typed');
  };
  const leave = () => {
    flush();
    if (!error) typed.value = new Map();
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
