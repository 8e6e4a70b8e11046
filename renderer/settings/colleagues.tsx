import { useSignal } from '@preact/signals';
import type { Result } from '../../preload/contract.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { send } from '../ui/snapshot.ts';
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

/** Adds the company's users that are not among the rows yet, where ServiceChannel tells them. */
function Find({ rows, onFound }: { readonly rows: readonly Row[]; readonly onFound: (rows: Row[]) => void }) {
  const { error, run } = useAct();
  const find = async (): Promise<Result> => {
    const result = await send('crew:find', null);
    if (!result.ok) return result;
    const known = new Set(rows.map(({ userId }) => userId.trim()));
    const fresh = result.value.filter(({ userId }) => !known.has(String(userId)));
    const first = nextId(rows);
    if (fresh.length > 0)
      onFound([
        ...rows,
        ...fresh.map(({ name, userId }, index) => ({ id: first + index, name, userId: String(userId) })),
      ]);
    return { ok: true, value: null };
  };
  return (
    <>
      <Button act="find:colleagues" onClick={() => void run('find:colleagues', find)}>
        {t().findColleagues}
      </Button>
      <ErrorLine error={error} />
    </>
  );
}

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
      <fieldset
        class="plain colleagues"
        name="technicians"
        aria-label={t().settingLabels.technicians}
        disabled={setting.locked}
      >
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
      </fieldset>
      <ErrorLine error={error} />
      {setting.locked ? (
        <p class="hint">{t().setByCompany}</p>
      ) : (
        <div class="buttons left">
          <Button onClick={() => (draft.value = [...rows, { id: nextId(rows), name: '', userId: '' }])}>
            {t().addColleague}
          </Button>
          <Find rows={rows} onFound={(found) => change(found, 'now')} />
        </div>
      )}
    </section>
  );
}
