import type { Snapshot } from '../../preload/contract.ts';

type Shown = Pick<Snapshot, 'account' | 'current' | 'delivery'>;

/** Nothing can be sent until the user signs in, and something is to be sent, now or when the visit ends. */
export const needsSignIn = ({ account, current, delivery }: Shown): boolean =>
  (account.state === 'expired' || account.state === 'locked') &&
  (delivery.kind !== 'recorded' || current?.open != null);

/** Whether the tray shows that a person must act. */
export const needsAttention = (shown: Shown): boolean =>
  shown.delivery.kind === 'attention' || needsSignIn(shown);
