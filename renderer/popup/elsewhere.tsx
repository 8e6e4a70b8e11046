import { useSignal } from '@preact/signals';
import type { ElsewhereView } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine, Note } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { Select } from '../ui/field.tsx';
import { locale, send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { goBack } from './view.ts';

interface Option {
  readonly value: string;
  readonly text: string;
}

const withNone = (options: readonly Option[]): readonly Option[] => [
  { value: '', text: t().chooseOne },
  ...options,
];

const numberOf = (value: string): number | null => (value === '' ? null : Number(value));

/** An open check-in that was made on the phone, in the mobile app or on another computer. */
export function Elsewhere({ of }: { readonly of: ElsewhereView }) {
  const { key, workOrderId, times, workTypes, stopped } = of;
  const { error, run } = useAct();
  const at = useSignal('');
  const workTypeId = useSignal('');
  const when = (ms: number) => whenText(ms, now.peek(), locale.value);
  const [since, ...others] = times;
  const isSure = since !== undefined && others.length === 0;
  const choice = () => ({ key, at: numberOf(at.value), workTypeId: numberOf(workTypeId.value) });
  const act = (name: string, command: Parameters<typeof run>[1]) => ({
    act: `elsewhere:${name} ${key}`,
    // Beside the form of a switch: what is on site now is what is to be seen.
    onClick: () => void run(`elsewhere:${name} ${key}`, command, goBack),
  });
  return (
    <Note warn>
      <p>{t().elsewhere(workOrderId, isSure ? when(since.ms) : null)}</p>
      {stopped && (
        <p>
          {t().stoppedElsewhere(
            stopped.workOrderId,
            when(stopped.at.ms),
            stopped.workOrderId === workOrderId,
            stopped.open,
          )}
        </p>
      )}
      {!isSure && (
        <Select
          label={t().checkedInAt}
          value={at.value}
          onChange={(value) => (at.value = value)}
          options={withNone(times.map(({ ms }) => ({ value: String(ms), text: when(ms) })))}
        />
      )}
      {workTypes && (
        <Select
          label={t().workType}
          value={workTypeId.value}
          onChange={(value) => (workTypeId.value = value)}
          options={withNone(workTypes.map(({ id, name }) => ({ value: String(id), text: name })))}
        />
      )}
      <div class="remedies">
        <Button look="link" {...act('continue', () => send('visit:continue', choice()))}>
          {t().continueVisit}
        </Button>
        {stopped ? (
          <Button look="link" {...act('anyway', () => send('elsewhere:anyway', { key }))}>
            {t().checkInAnyway}
          </Button>
        ) : (
          <Button look="link" onClick={() => void send('elsewhere:not-now', { key })}>
            {t().notNow}
          </Button>
        )}
      </div>
      <ErrorLine error={error} />
    </Note>
  );
}
