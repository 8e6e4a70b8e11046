import type { Result, RunningLateView } from '../../../preload/contract.ts';
import type { Core } from '../../core.ts';
import { offsetAt } from '../../local-time.ts';
import type { Records } from '../../records/records.ts';
import type { Sender } from '../../servicechannel/sender.ts';
import { cleanLines } from '../../servicechannel/text.ts';
import type { Storage } from '../../storage/storage.ts';
import { detailsView, notesView, openOrdersView } from '../../views/orders.ts';
import { addressOf } from '../../views/visits.ts';
import { toIso, toStamp } from '../../visit/time.ts';
import type { Desktop } from '../ports.ts';
import { answerError, DONE, SIGNED_OUT } from './results.ts';
import type { Handlers } from './types.ts';

export interface OrderParts {
  readonly core: Core;
  readonly records: Pick<Records, 'openOrders'>;
  readonly storage: Pick<Storage, 'workOrders'>;
  readonly desktop: Pick<Desktop, 'copy'>;
}

type OrderHandlers = Pick<Handlers, Extract<keyof Handlers, `order:${string}` | `orders:${string}`>>;

/**
 * Adds a note once. Where no answer came it is looked for among the newest notes: it is not sent again blindly, since
 * ServiceChannel would keep both.
 */
async function addNote({ client }: Sender, workOrderId: number, text: string): Promise<Result> {
  const answer = await client.addNote(workOrderId, text);
  if (answer.kind === 'ok') return DONE;
  if (answer.kind !== 'unknown') return { ok: false, error: answerError(answer) };
  const page = await client.notesPage(workOrderId, 1);
  const isThere = page.kind === 'ok' && page.value.notes.some((note) => note.text === cleanLines(text));
  return isThere ? DONE : { ok: false, error: { code: 'note-unknown' } };
}

/** Tells the client first, whatever becomes of the date. @param at ISO 8601 with offset; null leaves the date alone */
async function tellDelay(
  from: Sender,
  workOrderId: number,
  note: string,
  at: string | null,
): Promise<Result<RunningLateView>> {
  if (note === '') return { ok: false, error: { code: 'note-empty' } };
  const added = await addNote(from, workOrderId, note);
  if (!added.ok) return added;
  if (at === null) return { ok: true, value: { date: 'not-asked', message: '' } };
  const moved = await from.client.setScheduledDate(workOrderId, at);
  if (moved.kind === 'ok') return { ok: true, value: { date: 'moved', message: '' } };
  const message = moved.kind === 'refused' ? moved.refusal.message : '';
  return { ok: true, value: { date: 'not-moved', message } };
}

/** Work orders to pick from, and all that is told of one. */
export function orderHandlers({ core, records, storage, desktop }: OrderParts): OrderHandlers {
  const { openOrders } = records;
  const { workOrders } = storage;
  const sender = () => core.session.sender;
  const list = () => openOrdersView(openOrders.last, core.clock.now(), core.mine);
  return {
    'orders:list': list,
    'orders:refresh': async () => {
      await openOrders.opened();
      return list();
    },
    'order:details': async ({ workOrderId }) => {
      const from = sender();
      if (!from) return SIGNED_OUT;
      const answer = await workOrders.lookUp(from, workOrderId);
      if (answer.kind === 'ok') return { ok: true, value: detailsView(answer.value) };
      if (answer.kind === 'refused') return { ok: false, error: answerError(answer) };
      const known = workOrders.known(from.server, workOrderId);
      return known ? { ok: true, value: detailsView(known) } : { ok: false, error: answerError(answer) };
    },
    'order:notes': async ({ workOrderId, page }) => {
      const answer = await sender()?.client.notesPage(workOrderId, page);
      if (!answer) return SIGNED_OUT;
      return answer.kind === 'ok'
        ? { ok: true, value: notesView(answer.value, page) }
        : { ok: false, error: answerError(answer) };
    },
    'order:add-note': async ({ workOrderId, text }) => {
      const from = sender();
      if (!from) return SIGNED_OUT;
      const note = text.trim();
      return note === '' ? { ok: false, error: { code: 'note-empty' } } : addNote(from, workOrderId, note);
    },
    'order:running-late': async ({ workOrderId, text, at }) => {
      const from = sender();
      if (!from) return SIGNED_OUT;
      return tellDelay(from, workOrderId, text.trim(), at === null ? null : toIso(toStamp(at, offsetAt)));
    },
    'order:map': async ({ workOrderId }, window) => {
      const { owner } = core.session;
      const known = owner && workOrders.known(owner.server, workOrderId);
      const address = known && addressOf(known.order);
      if (!address || (await window.openMap(address))) return DONE;
      desktop.copy(address);
      return { ok: false, error: { code: 'no-map' } };
    },
    'order:copy': ({ workOrderId }) => {
      desktop.copy(String(workOrderId));
      return null;
    },
  };
}
