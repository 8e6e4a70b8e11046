import { clipboard } from 'electron';
import type { Result } from '../../../preload/contract.ts';
import type { Elsewhere } from '../../records/elsewhere.ts';
import type { Receipts } from '../../records/receipts.ts';
import type { Act } from '../../visit/commands.ts';
import type { Done } from '../../visits.ts';
import type { Handlers } from './handlers.ts';
import { resultOf } from './visit.ts';

type RecordHandlers = Pick<
  Handlers,
  'visit:continue' | 'elsewhere:not-now' | 'receipt:copy' | 'receipt:dismiss'
>;

export interface RecordParts {
  readonly elsewhere: Elsewhere;
  readonly receipts: Receipts;
  readonly perform: (act: Act) => Done;
  /** A visit has begun there: its details are worth knowing. */
  readonly onCheckIn: (workOrderId: number) => void;
}

const DONE: Result = { ok: true, value: null };

/** What windows do with what ServiceChannel holds. */
export function recordHandlers({ elsewhere, receipts, perform, onCheckIn }: RecordParts): RecordHandlers {
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
      clipboard.writeText(text);
      return DONE;
    },
    'receipt:dismiss': () => {
      receipts.dismiss();
      return DONE;
    },
  };
}
