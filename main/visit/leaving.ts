import type { StatusChoice } from './commands.ts';
import type { Phase } from './phase.ts';
import type { Leaving, OrderStatus, PrimaryStatus, StatusChange } from './types.ts';

/** The check-out that pauses. */
export const PAUSE: Leaving = { action: 'Cancel' };

/** Travel and custom types have no form: ServiceChannel ignores status and resolution there (API.md). */
export const UNCHANGED = { primaryStatus: 'NoStatusChange', extendedStatus: '', resolution: '' } as const;

/** Does a check-out with this status take an extended one? ServiceChannel ignores it with these two (API.md). */
export const takesExtended = (status: PrimaryStatus | ''): boolean =>
  status !== 'Completed' && status !== 'NoStatusChange';

const textOrNull = (text: string | undefined): string | null => text?.trim() || null;

/** The check-out that a form's choice makes. */
export const completeWith = ({ primaryStatus, extendedStatus, resolution }: StatusChoice): Leaving => ({
  action: 'Complete',
  primaryStatus,
  extendedStatus: takesExtended(primaryStatus) ? textOrNull(extendedStatus) : null,
  resolution: textOrNull(resolution),
});

/** A status that is set without a check-out, where Completed takes an extended one too; null for one that changes nothing. */
export function chosenChange(
  choice: StatusChoice,
): Pick<StatusChange, 'primaryStatus' | 'extendedStatus' | 'resolution'> | null {
  const { primaryStatus, extendedStatus, resolution } = choice;
  if (primaryStatus === 'NoStatusChange') return null;
  return {
    primaryStatus,
    extendedStatus: textOrNull(extendedStatus),
    resolution: textOrNull(resolution),
  };
}

/** The check-out statuses as primary and extended status of the work order itself (API.md, Repairing a record). */
const AS_STATUS: Readonly<Record<StatusChange['primaryStatus'], OrderStatus>> = {
  InProgress: { primary: 'IN PROGRESS', extended: null },
  WaitingForQuote: { primary: 'IN PROGRESS', extended: 'WAITING FOR QUOTE' },
  PartsOnOrder: { primary: 'IN PROGRESS', extended: 'PARTS ON ORDER' },
  Incomplete: { primary: 'IN PROGRESS', extended: 'INCOMPLETE' },
  Completed: { primary: 'COMPLETED', extended: null },
};

/** The work order's own status that a choice stands for; an extended status that was chosen wins. */
export function statusOf(choice: {
  readonly primaryStatus: PrimaryStatus;
  readonly extendedStatus: string | null;
}): OrderStatus | null {
  if (choice.primaryStatus === 'NoStatusChange') return null;
  const { primary, extended } = AS_STATUS[choice.primaryStatus];
  return { primary, extended: choice.extendedStatus ?? extended };
}

/** How an open visit is left: with a form that asks for a status, or at once where ServiceChannel ignores one. */
export type LeaveBy = 'form' | 'at-once' | 'stop-driving';

/** How this visit is checked out: with the form, at once, or by the end of a drive. */
export function leaveBy({ phase, hasForm }: { readonly phase: Phase; readonly hasForm: boolean }): LeaveBy {
  if (phase === 'travelling') return 'stop-driving';
  return hasForm ? 'form' : 'at-once';
}
