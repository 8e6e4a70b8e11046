import type { ProblemView } from '../../preload/contract.ts';
import { PhoneSteps } from '../ui/phone-card.tsx';

/** Where a client takes check-ins and check-outs by phone only: how that is done, on a click. */
export function ProblemPhone({ of }: { readonly of: ProblemView }) {
  const { problem, kind, workOrderId, at, change } = of;
  const isPhoned = problem?.reason === 'xml-permission' || problem?.reason === 'mile-range';
  if (!isPhoned || (kind !== 'check-in' && kind !== 'check-out')) return null;
  const status = change?.kind === 'check-out' ? (change.status?.primaryStatus ?? '') : '';
  return (
    <PhoneSteps
      workOrderId={workOrderId}
      direction={kind === 'check-in' ? 'in' : 'out'}
      from={at.ms}
      status={status}
    />
  );
}
