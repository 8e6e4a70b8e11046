import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CommandError, NotesView, OrderDetailsView, Result } from '../../preload/contract.ts';
import { dateTimeText } from '../../words/dates.ts';
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

interface NotesRead {
  readonly notes: NotesView['notes'];
  readonly more: boolean;
  readonly error: CommandError | null;
  readonly reload: () => Promise<void>;
  readonly next: () => Promise<void>;
}

/** The notes beside an order, the newest first, page by page. */
function useNotes(workOrderId: number): NotesRead {
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
  const { notes, more } = read.value ?? { notes: [], more: false };
  return { notes, more, error: error.value, reload: () => load(1), next: () => load(pages.peek() + 1) };
}

/** The notes beside an order, with one of one's own first: it stays where it is while older ones come. */
function Notes({ workOrderId, notes }: { readonly workOrderId: number; readonly notes: NotesRead }) {
  const note = useSignal('');
  const { error, run, clear } = useAct();
  const add = () => {
    const added = () => {
      note.value = '';
      void notes.reload();
    };
    void run('note:add', () => send('order:add-note', { workOrderId, text: note.peek() }), added);
  };
  return (
    <>
      <h2>{t().notes}</h2>
      <NoteField text={note} rows={3} error={error} onInput={clear} />
      <div class="buttons left">
        <Button act="note:add" onClick={add}>
          {t().addNote}
        </Button>
      </div>
      <ErrorLine error={notes.error} />
      <NoteList notes={notes.notes} />
      {notes.more && (
        <Button look="link" onClick={() => void notes.next()}>
          {t().moreNotes}
        </Button>
      )}
    </>
  );
}

/** All that is told of a work order, and a note of one's own. What is read comes below what can be pressed already. */
export function OrderPage({ workOrderId, late }: { readonly workOrderId: number; readonly late: boolean }) {
  const read = useSignal<Result<OrderDetailsView | null> | null>(null);
  const notes = useNotes(workOrderId);
  useEffect(() => {
    void send('order:details', { workOrderId }).then((result) => {
      read.value = result;
    });
  }, [workOrderId]);
  const details = read.value?.ok ? read.value.value : null;
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
      <div class="links start">
        <Button look="link" onClick={() => void send('order:copy', { workOrderId })}>
          {t().copyNumber}
        </Button>
        {details?.address && <MapLink workOrderId={workOrderId} />}
      </div>
      <RunningLate workOrderId={workOrderId} open={late} onSent={() => void notes.reload()} />
      {read.value === null && <p class="soft">{t().lookingUp}</p>}
      <ErrorLine error={read.value?.ok === false ? read.value.error : null} />
      {details?.description && <p class="note-text">{details.description}</p>}
      {details && <Facts of={details} />}
      {read.value !== null && <Notes workOrderId={workOrderId} notes={notes} />}
    </Page>
  );
}
