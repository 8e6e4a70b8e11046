import { useSignal } from '@preact/signals';
import { useAct } from '../ui/act.ts';
import { Field } from '../ui/field.tsx';
import { send, snapshot } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

/** The client's secret: typed here, kept in the keychain when the field is left, and never shown again. */
export function SecretSetting() {
  const secret = useSignal('');
  const { error, run, clear } = useAct();
  const connection = snapshot.value?.connection;
  if (!connection) return null;
  const locked = connection.locked.clientSecret;
  const keep = () => {
    if (secret.peek() === '') return;
    const kept = () => {
      secret.value = '';
    };
    void run('settings:secret', () => send('settings:keep-secret', { secret: secret.peek() }), kept);
  };
  return (
    <Field
      label={t().clientSecret}
      hint={locked ? t().setByCompany : t().clientSecretHint}
      error={error}
      foundOnLeaving
    >
      {(ids) => (
        <input
          {...ids}
          name="clientSecret"
          type="password"
          autocomplete="off"
          placeholder={connection.hasSecret ? t().secretKept : ''}
          value={secret.value}
          disabled={locked}
          onInput={(event) => {
            secret.value = event.currentTarget.value;
            clear();
          }}
          onBlur={keep}
          onKeyDown={(event) => event.key === 'Enter' && keep()}
        />
      )}
    </Field>
  );
}
