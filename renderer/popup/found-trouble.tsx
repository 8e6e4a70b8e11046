import type { WorkOrderView } from '../../preload/contract.ts';
import { Note } from '../ui/alert.tsx';
import { commandErrorText } from '../ui/error-text.ts';
import { t } from '../ui/words.ts';
import type { LookedUp } from './look-up.ts';

/** @param leaving a check-out comes next */
export function ObstacleNote({
  of,
  leaving = false,
}: {
  readonly of: WorkOrderView;
  readonly leaving?: boolean;
}) {
  return of.obstacle && <Note warn>{t().obstacle(of.obstacle, of.subscriber, leaving)}</Note>;
}

/** The hindrances at this client, said before the check-in; they block nothing. */
export function Warnings({ of }: { readonly of: WorkOrderView }) {
  return (
    <>
      <ObstacleNote of={of} />
      {of.lacksPermission && <Note warn>{t().lacksPermission(of.subscriber)}</Note>}
      {of.deniedReason !== null && <Note warn>{t().gps(of.deniedReason)}</Note>}
    </>
  );
}

/** A number that ServiceChannel does not show, or that cannot be one. */
export function LookUpTrouble({ known }: { readonly known: LookedUp }) {
  if (known.state === 'error') return commandErrorText(known.error);
  return known.state === 'refused' && <Note warn>{t().lookUpRefused(known.problem)}</Note>;
}
