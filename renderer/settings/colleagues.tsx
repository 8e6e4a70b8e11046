import { useSignal } from '@preact/signals';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/words.ts';
import { useSaving, useSetting } from './setting.ts';

/** A colleague as typed. */
interface Row {
  /** Tells one row from another while names change. */
  readonly id: number;
  readonly name: string;
  readonly userId: string;
}

/** Those that are whole. */
const whole = (rows: readonly Row[]) =>
  rows
    .filter(({ name, userId }) => name.trim() !== '' || userId.trim() !== '')
    .map(({ name, userId }) => ({ name: name.trim(), userId: Number(userId.trim()) }));

const nextId = (rows: readonly Row[]): number => Math.max(-1, ...rows.map(({ id }) => id)) + 1;

/** The colleagues that a foreman checks in and out. */
export function Colleagues() {
  const setting = useSetting('technicians');
  const { error, save, flush } = useSaving('technicians');
  const draft = useSignal<readonly Row[] | null>(null);
  if (!setting) return null;
  const kept = setting.value.map(({ name, userId }, id) => ({ id, name, userId: String(userId) }));
  const rows = draft.value ?? kept;
  const change = (next: readonly Row[], when: 'now' | 'typed') => {
    draft.value = next;
    save(whole(next), when);
  };
  const field = (row: Row, key: 'name' | 'userId') => (
    <input
      name="technicians"
      aria-label={key === 'name' ? t().colleagueName : t().colleagueId}
      placeholder={key === 'name' ? t().colleagueName : t().colleagueId}
      inputMode={key === 'userId' ? 'numeric' : 'text'}
      value={row[key]}
      disabled={setting.locked}
      onInput={(event) => {
        const { value } = event.currentTarget;
        change(
          rows.map((each) => (each.id === row.id ? { ...each, [key]: value } : each)),
          'typed',
        );
      }}
      onBlur={flush}
    />
  );
  return (
    <section>
      <h2>{t().settingSections.colleagues}</h2>
      {rows.map((row) => (
        <div class="colleague" key={row.id}>
          {field(row, 'name')}
          {field(row, 'userId')}
          {!setting.locked && (
            <Button
              look="link"
              label={t().removeColleague(row.name)}
              onClick={() =>
                change(
                  rows.filter(({ id }) => id !== row.id),
                  'now',
                )
              }
            >
              {t().removeColleague('')}
            </Button>
          )}
        </div>
      ))}
      <ErrorLine error={error} />
      {setting.locked ? (
        <p class="hint">{t().setByCompany}</p>
      ) : (
        <div class="buttons left">
          <Button onClick={() => (draft.value = [...rows, { id: nextId(rows), name: '', userId: '' }])}>
            {t().addColleague}
          </Button>
        </div>
      )}
    </section>
  );
}
