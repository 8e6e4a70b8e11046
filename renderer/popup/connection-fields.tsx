import { type Signal, useSignal } from '@preact/signals';
import type { CommandError, ConnectionView, EnvironmentChoice } from '../../preload/contract.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { t } from './sign-in-words.ts';

const ENVIRONMENTS: readonly EnvironmentChoice[] = ['production', 'sandbox'];

const isEnvironment = (value: string): value is EnvironmentChoice => value in t().environments;

/** The environments to choose from; a policy's own hosts are offered only where they are set. */
const environments = (set: EnvironmentChoice) =>
  (set === 'custom' ? [set, ...ENVIRONMENTS] : ENVIRONMENTS).map((value) => ({
    value,
    text: t().environments[value],
  }));

/** A connection that is being filled in. */
export interface Connecting {
  readonly clientId: Signal<string>;
  readonly clientSecret: Signal<string>;
  readonly environment: Signal<EnvironmentChoice>;
  readonly given: () => { clientId: string; clientSecret: string; environment: EnvironmentChoice };
}

/** The fields of the connection as they are typed, filled in from the settings. */
export function useConnection({ clientId: set, environment: chosen }: ConnectionView): Connecting {
  const clientId = useSignal(set);
  const clientSecret = useSignal('');
  const environment = useSignal(chosen);
  const given = () => ({
    clientId: clientId.value,
    clientSecret: clientSecret.value,
    environment: environment.value,
  });
  return { clientId, clientSecret, environment, given };
}

interface Props {
  readonly connection: ConnectionView;
  readonly of: Connecting;
  readonly error: CommandError | null;
  readonly onInput: () => void;
}

/** Where and as which client to sign in. Given by a policy it is folded away: there is nothing to type. */
export function ConnectionFields({ connection, of, error, onInput }: Props) {
  const { locked, hasSecret, environment } = connection;
  const isGiven = locked.clientId && locked.clientSecret;
  const open = useSignal(!isGiven);
  const shown = open.value || error !== null;
  const typed = (field: Signal<string>) => (text: string) => {
    field.value = text;
    onInput();
  };
  return (
    <fieldset>
      <legend>
        {isGiven ? (
          <Button look="link" expanded={shown} onClick={() => (open.value = !open.value)}>
            {t().connection}
          </Button>
        ) : (
          t().connection
        )}
      </legend>
      {!shown && <p class="hint">{t().givenByCompany}</p>}
      {shown && (
        <>
          <div class="side-by-side even">
            <TextField
              label={t().clientId}
              value={of.clientId.value}
              onInput={typed(of.clientId)}
              disabled={locked.clientId}
            />
            <TextField
              label={t().clientSecret}
              password
              value={of.clientSecret.value}
              onInput={typed(of.clientSecret)}
              disabled={locked.clientSecret}
              placeholder={locked.clientSecret ? t().secretGiven : hasSecret ? t().secretKept : ''}
            />
          </div>
          <ErrorLine error={error} />
          <Select
            label={t().environment}
            value={of.environment.value}
            onChange={(value) => {
              if (isEnvironment(value)) of.environment.value = value;
            }}
            options={environments(environment)}
            disabled={locked.environment}
          />
          {(locked.clientId || locked.clientSecret || locked.environment) && (
            <p class="hint">{t().lockedByPolicy}</p>
          )}
        </>
      )}
    </fieldset>
  );
}
