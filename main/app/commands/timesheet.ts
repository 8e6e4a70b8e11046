import type { CommandError } from '../../../preload/contract.ts';
import type { Core } from '../../core.ts';
import { heldInstead } from '../../records/beside.ts';
import { type DayComparer, dayOf } from '../../records/day-comparer.ts';
import type { Records } from '../../records/records.ts';
import type { Storage } from '../../storage/storage.ts';
import { invoiceCsv } from '../../views/invoice-csv.ts';
import { weekView } from '../../views/timesheet.ts';
import { timesheetCsv } from '../../views/timesheet-csv.ts';
import { wordsInForce } from '../../views/words-in-force.ts';
import type { Remedy } from '../../visit/commands.ts';
import type { StayThere } from '../../visit/edit-commands.ts';
import { parseTechnicians } from '../../visit/numbers.ts';
import { livePairs } from '../../visit/phase.ts';
import type { Visit } from '../../visit/types.ts';
import { type Week, weekOf } from '../../visit/week.ts';
import { parseWorkOrder } from '../../visit/work-order-number.ts';
import type { Done } from '../../visits.ts';
import type { Desktop } from '../ports.ts';
import { proofHandlers } from './proof.ts';
import { answerError, DONE, readingRecord, resultOf, SIGNED_OUT } from './results.ts';
import type { Handlers } from './types.ts';

type TimesheetHandlers = Pick<Handlers, Extract<keyof Handlers, `timesheet:${string}`>>;

export interface TimesheetParts {
  readonly core: Pick<Core, 'session' | 'clock' | 'mine'>;
  readonly storage: Pick<Storage, 'visits' | 'comparisons' | 'settings'>;
  readonly perform: (command: Remedy) => Done;
  /** Why no visit may start now, or null. */
  readonly bar: () => CommandError | null;
  readonly desktop: Pick<Desktop, 'copy' | 'locale'>;
  readonly comparer: Pick<DayComparer, 'compare'>;
  readonly records: Pick<Records, 'known'>;
}

const pad = (n: number) => String(n).padStart(2, '0');

/** `2026-11-23`: the local day of an instant (ms). */
function dayName(ms: number): string {
  const date = new Date(ms);
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** Reads each work order once, however often a week asks for it. */
function readOnce<T>(read: (id: number) => T): (id: number) => T {
  const known = new Map<number, T>();
  return (id) => {
    const value = known.get(id);
    if (value !== undefined) return value;
    const fresh = read(id);
    known.set(id, fresh);
    return fresh;
  };
}

/** The commands of the Timesheet window. */
export function timesheetHandlers({
  core,
  storage,
  records,
  comparer,
  desktop,
  perform,
  bar,
}: TimesheetParts): TimesheetHandlers {
  const visitsOf = ({ from, to }: Week): readonly Visit[] => {
    const { owner } = core.session;
    return owner ? storage.visits.between(from, to, owner) : [];
  };
  const viewOf = (at: number | null) => {
    const now = core.clock.now();
    const week = weekOf(at ?? now);
    const { owner } = core.session;
    const known = readOnce((id) => records.known(id));
    const clients = storage.settings.get('clientDisputeMinutes');
    return weekView({
      week,
      visits: visitsOf(week),
      now,
      known,
      kept: (day) => owner && storage.comparisons.of(owner, day),
      disputeMinutes: (id) =>
        clients.find(({ subscriberId }) => subscriberId === known(id)?.order.subscriberId)?.minutes ??
        storage.settings.get('disputeMinutes'),
    });
  };
  const heldOf = (pairId: string): StayThere | undefined => {
    const pair = core.mine.flatMap(livePairs).find(({ id }) => id === pairId);
    const { owner } = core.session;
    if (!pair || !owner) return undefined;
    const day = dayOf(pair.checkIn.at.ms);
    const kept = (from: number) => storage.comparisons.of(owner, from);
    return heldInstead(day, { visits: core.mine, kept, now: core.clock.now() }, pairId) ?? undefined;
  };
  return {
    'timesheet:week': ({ at }) => readingRecord(() => ({ ok: true, value: viewOf(at) })),
    'timesheet:copy-lines': ({ at, as }) =>
      readingRecord(() => {
        const { invoice } = viewOf(at);
        const words = wordsInForce(storage.settings, desktop.locale);
        desktop.copy(as === 'csv' ? invoiceCsv(invoice) : words.sheet.invoiceText(invoice));
        return DONE;
      }),
    'timesheet:export': ({ at }, window) =>
      readingRecord(async () => {
        const week = weekOf(at);
        const name = `OnSite ${dayName(week.from)}.csv`;
        const { path, fault } = await window.saveFile(name, timesheetCsv(visitsOf(week), week));
        if (path !== null && fault) return { ok: false, error: { code: 'file', path, fault } };
        return { ok: true, value: path };
      }),
    'timesheet:compare': ({ at }) =>
      readingRecord(async () => {
        if (!core.session.sender) return SIGNED_OUT;
        const failed = await comparer.compare(weekOf(at));
        return failed ? { ok: false, error: answerError(failed) } : DONE;
      }),
    'timesheet:edit': ({ pairId, from, until }) =>
      resultOf(perform({ type: 'edit-pair', pairId, from, until: until ?? undefined, held: heldOf(pairId) })),
    'timesheet:break': (request) =>
      resultOf(perform({ type: 'add-break', ...request, held: heldOf(request.pairId) })),
    'timesheet:add-visit': ({ workOrder, technicians, ...request }) => {
      const number = parseWorkOrder(workOrder);
      if (!number.ok) return { ok: false, error: { code: 'work-order', fault: number.fault } };
      const count = parseTechnicians(technicians);
      if (!count.ok) return { ok: false, error: { code: 'technicians', fault: count.fault } };
      const error = bar();
      if (error) return { ok: false, error };
      return resultOf(
        perform({ type: 'add-visit', workOrderId: number.value, techsCount: count.value, ...request }),
      );
    },
    'timesheet:ask': ({ technicians, ...request }) => {
      const count = parseTechnicians(technicians);
      if (!count.ok) return { ok: false, error: { code: 'technicians', fault: count.fault } };
      return resultOf(perform({ type: 'ask-client', techsCount: count.value, ...request }));
    },
    ...proofHandlers({ core, storage, records }),
    'timesheet:print': (_request, window) => {
      window.print();
      return null;
    },
  };
}
