import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { type Span, weekOf } from '../../main/visit/week.ts';
import type { CommandError, WeekView } from '../../preload/contract.ts';
import { weekText } from '../../words/dates.ts';
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
import { readWeek, shownAt, week, weekFault } from './week.ts';

interface HeadProps {
  readonly of: Span;
  /** The buttons of a week that can be read. */
  readonly children?: ComponentChildren;
}

/** The week in words, and the buttons that turn to others. */
function Head({ of, children }: HeadProps) {
  const words = t().sheet;
  return (
    <div class="sheet-head">
      <h1 tabIndex={-1}>{weekText(of.from, of.to, now.value, locale.value)}</h1>
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
        {children}
      </div>
    </div>
  );
}

/** A week that cannot be read: why, and the way to others. */
function Unread({ error }: { readonly error: CommandError }) {
  useFocus('timesheet');
  return (
    <main class="sheet">
      <Head of={weekOf(shownAt.value ?? now.value)} />
      <ErrorLine error={error} />
    </main>
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
      <Head of={of}>
        <Button act="compare:week" onClick={compare}>
          {t().sheet.compareNow}
        </Button>
        <Button onClick={() => void send('timesheet:print', null)}>{t().sheet.print}</Button>
        <Button look="primary" onClick={() => void exportWeek()}>
          {t().sheet.exportCsv}
        </Button>
      </Head>
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
  if (week.value) return <Sheet of={week.value} />;
  return weekFault.value && <Unread error={weekFault.value} />;
}
