import type { LeavingChoice } from './commands.ts';
import type { Leaving, PrimaryStatus, StatusChange } from './types.ts';

/** The check-out that pauses. */
export const PAUSE: Leaving = { action: 'Cancel' };

/** Travel and custom types have no form: ServiceChannel ignores status and resolution there (API.md). */
export const UNCHANGED = { primaryStatus: 'NoStatusChange', extendedStatus: '', resolution: '' } as const;

/** Does this status of a form take an extended one? ServiceChannel ignores it with these two (API.md). */
export const takesExtended = (status: PrimaryStatus | ''): boolean =>
  status !== 'Completed' && status !== 'NoStatusChange';

const textOrNull = (text: string | undefined): string | null => text?.trim() || null;

function partsOf<S extends PrimaryStatus>(primaryStatus: S, { extendedStatus, resolution }: LeavingChoice) {
  return {
    primaryStatus,
    extendedStatus: takesExtended(primaryStatus) ? textOrNull(extendedStatus) : null,
    resolution: textOrNull(resolution),
  };
}

/** The check-out that a form's choice makes. */
export const completeWith = (choice: LeavingChoice): Leaving => ({
  action: 'Complete',
  ...partsOf(choice.primaryStatus, choice),
});

/** A status as the work order itself takes it; null for one that changes nothing. */
export function statusChangeOf(
  choice: LeavingChoice,
): Pick<StatusChange, 'primaryStatus' | 'extendedStatus' | 'resolution'> | null {
  const { primaryStatus } = choice;
  return primaryStatus === 'NoStatusChange' ? null : partsOf(primaryStatus, choice);
}
