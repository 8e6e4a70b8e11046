import type { Core } from '../../core.ts';
import type { Records } from '../../records/records.ts';
import type { Storage } from '../../storage/storage.ts';
import { weekView } from '../../views/timesheet.ts';
import { timesheetCsv } from '../../views/timesheet-csv.ts';
import { type Week, weekOf } from '../../views/week.ts';
import type { Visit } from '../../visit/types.ts';
import type { Handlers } from './handlers.ts';

type TimesheetHandlers = Pick<Handlers, Extract<keyof Handlers, `timesheet:${string}`>>;

export interface TimesheetParts {
  readonly core: Pick<Core, 'session' | 'clock'>;
  readonly storage: Pick<Storage, 'visits'>;
  readonly records: Pick<Records, 'known'>;
}

const pad = (n: number) => String(n).padStart(2, '0');

/** `2026-11-23`: the local day of an instant (ms). */
function dayName(ms: number): string {
  const date = new Date(ms);
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** The commands of the Timesheet window. */
export function timesheetHandlers({ core, storage, records }: TimesheetParts): TimesheetHandlers {
  const visitsOf = ({ from, to }: Week): readonly Visit[] => {
    const { owner } = core.session;
    return owner ? storage.visits.between(from, to, owner) : [];
  };
  return {
    'timesheet:week': ({ at }) => {
      const now = core.clock.now();
      const week = weekOf(at ?? now);
      return weekView({ week, visits: visitsOf(week), now, known: (id) => records.known(id) });
    },
    'timesheet:export': async ({ at }, window) => {
      const week = weekOf(at);
      const name = `OnSite ${dayName(week.from)}.csv`;
      const { path, fault } = await window.saveFile(name, timesheetCsv(visitsOf(week), week));
      if (path !== null && fault) return { ok: false, error: { code: 'file', path, fault } };
      return { ok: true, value: path };
    },
    'timesheet:print': (_request, window) => {
      window.print();
      return null;
    },
  };
}
