import type { Result } from '../../../preload/contract.ts';
import type { Records } from '../../records/records.ts';
import type { Act } from '../../visit/commands.ts';
import type { Done } from '../../visits.ts';
import type { Handlers } from './handlers.ts';
import { resultOf } from './visit.ts';

type RecordHandlers = Pick<
  Handlers,
  'visit:continue' | 'elsewhere:not-now' | 'receipt:copy' | 'receipt:dismiss'
>;

export interface RecordParts {
  readonly records: Pick<Records, 'elsewhere' | 'receipts'>;
  readonly perform: (act: Act) => Done;
  /** A visit has begun there: its details are worth knowing. */
  readonly onCheckIn: (workOrderId: number) => void;
  /** Puts a text on the clipboard. */
  readonly copy: (text: string) => void;
}

const DONE: Result = { ok: true, value: null };

/** What windows do with what ServiceChannel holds. */
export function recordHandlers({ records, perform, onCheckIn, copy }: RecordParts): RecordHandlers {
  const { elsewhere, receipts } = records;
  return {
    'visit:continue': ({ key }) => {
      const act = elsewhere.continued(key);
      if (!act) return { ok: false, error: { code: 'rule', fault: { reason: 'not-now' } } };
      const result = resultOf(perform(act));
      if (result.ok) onCheckIn(act.workOrderId);
      return result;
    },
    'elsewhere:not-now': ({ key }) => {
      elsewhere.notNow(key);
      return DONE;
    },
    'receipt:copy': ({ text }) => {
      copy(text);
      return DONE;
    },
    'receipt:dismiss': () => {
      receipts.dismiss();
      return DONE;
    },
  };
}
