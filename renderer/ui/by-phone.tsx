import type { PrimaryStatus, VisitView } from '../../preload/contract.ts';
import { Note } from './alert.tsx';
import { leaveByPhone, PhoneSteps } from './phone-card.tsx';
import { t } from './words.ts';

interface Props {
  readonly visit: VisitView;
  /** On leaving: the status that is chosen, empty while none is. Left out, the call is a check-in. */
  readonly status?: PrimaryStatus | '';
}

/** The visit is kept here only: ServiceChannel hears of it by phone, as the steps say. */
export function ByPhone({ visit, status }: Props) {
  const { workOrderId, open, pausedAt, since } = visit;
  const from = open?.from ?? pausedAt?.ms ?? since.ms;
  const leaves = status !== undefined || !open;
  return (
    <Note warn>
      <p class="by-phone">{t().byPhone}</p>
      <p>{status ? leaveByPhone(status) : t().byPhoneAdvice}</p>
      <PhoneSteps
        workOrderId={workOrderId}
        direction={leaves ? 'out' : 'in'}
        from={from}
        status={status ?? ''}
      />
    </Note>
  );
}
