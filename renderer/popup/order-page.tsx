import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CommandError, NotesView, OrderDetailsView } from '../../preload/contract.ts';
import { dateTimeText } from '../../words/times.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { locale, openOrderPage, send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { CloseView } from './close-view.tsx';
import { MapLink } from './map-link.tsx';
import { NoteField } from './note-field.tsx';
import { RunningLate } from './running-late.tsx';

/** A date as ServiceChannel wrote it, in words where it can be read. */
function dateOf(text: string): string {
  const ms = Date.parse(text);
  return Number.isFinite(ms) ? dateTimeText(ms, locale.value) : text;
}

function Facts({ of }: { readonly of: OrderDetailsView }) {
  const { detailNames } = t();
  const facts = [
    [detailNames.address, of.address],
    [detailNames.phone, of.phone],
    [detailNames.scheduled, of.scheduledDate && dateOf(of.scheduledDate)],
    [detailNames.called, of.callDate && dateOf(of.callDate)],
    [detailNames.expires, of.expirationDate && dateOf(of.expirationDate)],
    [detailNames.nte, of.nte],
    [detailNames.caller, of.caller],
    [detailNames.problemCode, of.problemCode],
  ].filter(([, value]) => value);
  return (
    <dl class="facts-list">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function NoteList({ notes }: { readonly notes: NotesView['notes'] }) {
  return (
    <ul class="notes" aria-label={t().notes}>
      {notes.map(({ text, at, by }) => (
        <li key={`${at} ${text}`}>
          <p class="hint">{[by, at && dateTimeText(at, locale.value)].filter(Boolean).join(' · ')}</p>
          <p class="note-text">{text}</p>
        </li>
      ))}
    </ul>
  );
}

/** The notes beside an order, the newest first, page by page. */
function useNotes(workOrderId: number) {
  const read = useSignal<NotesView | null>(null);
  const error = useSignal<CommandError | null>(null);
  const pages = useSignal(0);
  const load = async (page: number) => {
    const result = await send('order:notes', { workOrderId, page });
    error.value = result.ok ? null : result.error;
    if (!result.ok) return;
    const before = page === 1 ? [] : (read.peek()?.notes ?? []);
    pages.value = page;
    read.value = { ...result.value, notes: [...before, ...result.value.notes] };
  };
  useEffect(() => void load(1), [workOrderId]);
  const { notes, count } = read.value ?? { notes: [], count: null };
  const more = count !== null && notes.length < count;
  return { notes, more, error: error.value, reload: () => load(1), next: () => load(pages.peek() + 1) };
}

/** All that is told of a work order, and a note of one's own. */
export function OrderPage({ workOrderId, late }: { readonly workOrderId: number; readonly late: boolean }) {
  const details = useSignal<OrderDetailsView | null>(null);
  const failed = useSignal<CommandError | null>(null);
  const note = useSignal('');
  const notes = useNotes(workOrderId);
  const { error, run, clear } = useAct();
  useEffect(() => {
    void send('order:details', { workOrderId }).then((result) => {
      failed.value = result.ok ? null : result.error;
      if (result.ok) details.value = result.value;
    });
  }, [workOrderId]);
  const add = () => {
    const added = () => {
      note.value = '';
      void notes.reload();
    };
    void run('note:add', () => send('order:add-note', { workOrderId, text: note.peek() }), added);
  };
  return (
    <Page
      openedBy="order"
      bar={
        <div class="buttons last-wide">
          <CloseView />
          <Button onClick={() => openOrderPage(workOrderId)}>{t().openInServiceChannel}</Button>
        </div>
      }
    >
      <ErrorLine error={failed.value} />
      {details.value?.description && <p class="note-text">{details.value.description}</p>}
      {details.value && <Facts of={details.value} />}
      <div class="links start">
        <Button look="link" onClick={() => void send('order:copy', { workOrderId })}>
          {t().copyNumber}
        </Button>
        {details.value?.address && <MapLink workOrderId={workOrderId} />}
      </div>
      <RunningLate workOrderId={workOrderId} open={late} onSent={() => void notes.reload()} />
      <h2>{t().notes}</h2>
      <ErrorLine error={notes.error} />
      <NoteList notes={notes.notes} />
      {notes.more && (
        <Button look="link" onClick={() => void notes.next()}>
          {t().moreNotes}
        </Button>
      )}
      <NoteField text={note} rows={3} error={error} onInput={clear} />
      <div class="buttons left">
        <Button act="note:add" onClick={add}>
          {t().addNote}
        </Button>
      </div>
    </Page>
  );
}
