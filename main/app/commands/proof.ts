import type { Core } from '../../core.ts';
import { dayOf } from '../../records/day-comparer.ts';
import type { Records } from '../../records/records.ts';
import type { Storage } from '../../storage/storage.ts';
import { proofView } from '../../views/proof.ts';
import { readingRecord } from './results.ts';
import type { Handlers } from './types.ts';

export interface ProofParts {
  readonly core: Pick<Core, 'session' | 'clock'>;
  readonly storage: Pick<Storage, 'visits' | 'comparisons'>;
  readonly records: Pick<Records, 'known'>;
}

/** The proof of time of one work order, and the file that it is saved as. */
export function proofHandlers({
  core,
  storage,
  records,
}: ProofParts): Pick<Handlers, 'timesheet:proof' | 'timesheet:pdf'> {
  return {
    'timesheet:proof': ({ workOrderId }) =>
      readingRecord(() => {
        const { owner, person } = core.session;
        if (!owner || !person) return { ok: true, value: null };
        const value = proofView({
          workOrderId,
          visits: storage.visits.withOrder(workOrderId, owner),
          technician: person.name || person.userName,
          order: records.known(workOrderId),
          now: core.clock.now(),
          kept: (day) => storage.comparisons.of(owner, day),
          tries: (reportId) => storage.visits.tries(reportId),
          dayOf,
        });
        return { ok: true, value };
      }),
    'timesheet:pdf': async ({ workOrderId }, window) => {
      const { path, fault } = await window.savePdf(`OnSite ${workOrderId}.pdf`);
      if (path !== null && fault) return { ok: false, error: { code: 'file', path, fault } };
      return { ok: true, value: path };
    },
  };
}
