import { PRIMARY_STATUSES } from '../../main/visit/types.ts';
import type { PrimaryStatus } from '../../preload/contract.ts';

/** The six statuses, the one that this technician chooses most first. */
export const orderedStatuses = (likeliest: PrimaryStatus | null): readonly PrimaryStatus[] =>
  likeliest ? [likeliest, ...PRIMARY_STATUSES.filter((each) => each !== likeliest)] : PRIMARY_STATUSES;
