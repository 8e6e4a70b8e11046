import type { ReceiptView, Result } from '../../../preload/contract.ts';
import type { Records } from '../../records/records.ts';
import type { Act, CheckedOutThere, Remedy } from '../../visit/commands.ts';
import type { Done } from '../../visits.ts';
import { DONE, NOT_NOW, resultOf } from './results.ts';
import type { Handlers } from './types.ts';

type RecordHandlers = Pick<
  Handlers,
  | 'visit:continue'
  | Extract<keyof Handlers, `elsewhere:${string}`>
  | 'receipt:copy'
  | 'receipt:dismiss'
  | Extract<keyof Handlers, `checked-out:${string}`>
>;

export interface RecordParts {
  readonly records: Pick<Records, 'elsewhere' | 'checkedOut' | 'receipts'>;
  readonly perform: (command: Act | Remedy) => Done;
  /** A visit has begun there: its details are worth knowing. */
  readonly onCheckIn: (workOrderId: number) => void;
  /** Puts what is said of a receipt on the clipboard. */
  readonly copy: (receipt: ReceiptView) => void;
}

/** Handlers of the commands about receipts and about check-ins and check-outs made elsewhere. */
export function recordHandlers({ records, perform, onCheckIn, copy }: RecordParts): RecordHandlers {
  const { elsewhere, checkedOut, receipts } = records;
  const say = (type: CheckedOutThere['type'], visitId: string): Result => {
    const command = checkedOut.answer(type, visitId);
    return command ? resultOf(perform(command)) : NOT_NOW;
  };
  return {
    'visit:continue': async ({ key, ...choice }) => {
      const act = await elsewhere.continued(key, choice);
      if (!act) return NOT_NOW;
      if (act === 'unclear') return { ok: false, error: { code: 'unclear' } };
      const result = resultOf(perform(act));
      if (result.ok) onCheckIn(act.workOrderId);
      return result;
    },
    'elsewhere:not-now': ({ key }) => {
      elsewhere.notNow(key);
      return DONE;
    },
    'elsewhere:anyway': ({ key }) => {
      const reportId = elsewhere.anyway(key);
      if (reportId === null) return NOT_NOW;
      const result = resultOf(perform({ type: 'send-again', reportId }));
      if (result.ok) elsewhere.notNow(key);
      return result;
    },
    'elsewhere:look': () => {
      void elsewhere.look();
      return null;
    },
    'checked-out:still-here': ({ visitId }) => say('still-here', visitId),
    'checked-out:left-then': ({ visitId }) => say('left-then', visitId),
    'checked-out:leaving': () => {
      checkedOut.leaving();
      return null;
    },
    'receipt:copy': () => {
      if (!receipts.last) return NOT_NOW;
      copy(receipts.last);
      return DONE;
    },
    'receipt:dismiss': () => {
      receipts.dismiss();
      return DONE;
    },
  };
}
