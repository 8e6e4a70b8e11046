import { useSignal } from '@preact/signals';
import type { CommandError, WeekView } from '../../preload/contract.ts';
import { weekText, whenText } from '../../words/times.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { useFocus } from '../ui/focus.ts';
import { locale, send, snapshot } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { AddVisit } from './add-visit.tsx';
import { Days } from './days.tsx';
import { Differences } from './differences.tsx';
import { Orders, Pairs } from './pairs.tsx';
import { readWeek, shownAt, week } from './week.ts';

interface ButtonsProps {
  readonly of: WeekView;
  readonly onExport: () => void;
  readonly onCompare: () => void;
}

function Buttons({ of, onExport, onCompare }: ButtonsProps) {
  const words = t().sheet;
  return (
    <div class="sheet-buttons">
      <Button label={words.previousWeek} onClick={() => (shownAt.value = of.from - 1)}>
        ‹
      </Button>
      <Button first onClick={() => (shownAt.value = null)}>
        {words.thisWeek}
      </Button>
      <Button label={words.nextWeek} onClick={() => (shownAt.value = of.to)}>
        ›
      </Button>
      <Button act="compare:week" onClick={onCompare}>
        {words.compareNow}
      </Button>
      <Button onClick={() => void send('timesheet:print', null)}>{words.print}</Button>
      <Button look="primary" onClick={onExport}>
        {words.exportCsv}
      </Button>
    </div>
  );
}

function Sheet({ of }: { readonly of: WeekView }) {
  const error = useSignal<CommandError | null>(null);
  const saved = useSignal<string | null>(null);
  useFocus('timesheet');
  const adding = useSignal(false);
  const comparing = useAct();
  const compare = () =>
    void comparing.run(
      'compare:week',
      () => send('timesheet:compare', { at: of.from }),
      () => void readWeek(),
    );
  const exportWeek = async () => {
    error.value = null;
    saved.value = null;
    const result = await send('timesheet:export', { at: of.from });
    if (result.ok) saved.value = result.value;
    else error.value = result.error;
  };
  return (
    <main class="sheet">
      <div class="sheet-head">
        <h1 tabIndex={-1}>{weekText(of.from, of.to, now.value, locale.value)}</h1>
        <Buttons of={of} onExport={() => void exportWeek()} onCompare={compare} />
      </div>
      <ErrorLine error={error.value ?? comparing.error} />
      <p class="sheet-saved" aria-live="polite">
        {saved.value && t().sheet.savedTo(saved.value)}
      </p>
      {snapshot.value?.account.state === 'signed-out' && <p class="note">{t().sheet.signedOut}</p>}
      <Days week={of} />
      {of.comparedAt !== null && (
        <p class="soft sheet-compared">
          {t().sheet.comparedAt(whenText(of.comparedAt, now.value, locale.value))}
        </p>
      )}
      <Differences week={of} />
      {adding.value ? (
        <AddVisit onClose={() => (adding.value = false)} />
      ) : (
        <div class="sheet-buttons">
          <Button onClick={() => (adding.value = true)}>{t().sheet.addVisit}</Button>
        </div>
      )}
      {of.pairs.length === 0 ? (
        <p class="soft">{t().sheet.emptyWeek}</p>
      ) : (
        <>
          <h2>{t().sheet.pairs}</h2>
          <Pairs pairs={of.pairs} />
          <h2>{t().sheet.byOrder}</h2>
          <Orders orders={of.orders} />
        </>
      )}
    </main>
  );
}

/** The Timesheet window. */
export function App() {
  return week.value && <Sheet of={week.value} />;
}
