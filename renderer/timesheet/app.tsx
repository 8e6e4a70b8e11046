import { useSignal } from '@preact/signals';
import type { CommandError, WeekView } from '../../preload/contract.ts';
import { weekText } from '../../words/times.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { useFocus } from '../ui/focus.ts';
import { locale, send, snapshot } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { DaysPanel } from './days-panel.tsx';
import { Invoice } from './invoice.tsx';
import { Proof } from './proof.tsx';
import { panelId, type Tab, Tabs } from './tabs.tsx';
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
  const tab = useSignal<Tab>('days');
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
      <Tabs chosen={tab.value} onChoose={(chosen) => (tab.value = chosen)} />
      <div id={panelId(tab.value)} role="tabpanel" aria-label={t().sheet.tabs[tab.value]}>
        {tab.value === 'days' && <DaysPanel week={of} />}
        {tab.value === 'invoice' && <Invoice week={of} />}
        {tab.value === 'proof' && <Proof week={of} />}
      </div>
    </main>
  );
}

/** The Timesheet window. */
export function App() {
  return week.value && <Sheet of={week.value} />;
}
