import { PRIMARY_STATUSES } from '../../main/visit/types.ts';
import type { PrimaryStatus } from '../../preload/contract.ts';
import { t } from './words.ts';

export const isPrimaryStatus = (value: string): value is PrimaryStatus =>
  PRIMARY_STATUSES.some((status) => status === value);

/** `Choose…`, and the six statuses in the order in which they are offered everywhere. */
export const statusOptions = (): readonly { readonly value: string; readonly text: string }[] => [
  { value: '', text: t().choose },
  ...PRIMARY_STATUSES.map((value) => ({ value, text: t().statuses[value] })),
];
