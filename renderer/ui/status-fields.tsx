import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { takesExtended } from '../../main/visit/leaving.ts';
import type { StatusesView, StatusView, VisitView } from '../../preload/contract.ts';
import { Select } from './field.tsx';
import type { FilledStatus, LeavingDraft } from './leaving-draft.ts';
import { ResolutionField } from './resolution-field.tsx';
import { sentenceCase } from './sentence-case.ts';
import { send } from './snapshot.ts';
import { StatusTiles } from './status-tiles.tsx';
import { t } from './words.ts';

type Extended = StatusView['extended'];

/** The statuses by the work order's own list; null while they are asked for, or when they cannot be known. */
function useStatuses(workOrderId: number): {
  readonly statuses: StatusesView | null;
  readonly failed: boolean;
} {
  const statuses = useSignal<StatusesView | null>(null);
  const failed = useSignal(false);
  useEffect(() => {
    void send('work-order:statuses', { workOrderId }).then((result) => {
      if (result.ok) statuses.value = result.value;
      else failed.value = true;
    });
  }, [workOrderId]);
  return { statuses: statuses.value, failed: failed.value };
}

/** The extended status that a draft means: with Completed only what the list offers, and that where it is the only one. */
function extendedOf({ primaryStatus, extendedStatus }: LeavingDraft, list: Extended): string {
  if (primaryStatus !== 'Completed') return extendedStatus;
  if (list.length === 1) return list[0]?.name ?? '';
  return list.some(({ name }) => name === extendedStatus) ? extendedStatus : '';
}

/** Why there is nothing to choose is said in the place of what is chosen: a hint would come and go below it. */
function extendedOptions({ list, extendedStatus, takesExtended, failed }: StatusForm) {
  const names = list.map((each) => each.name);
  const all = extendedStatus && !names.includes(extendedStatus) ? [extendedStatus, ...names] : names;
  const none = takesExtended ? (failed ? t().noStatuses : t().none) : t().noExtended;
  return [{ value: '', text: none }, ...all.map((name) => ({ value: name, text: sentenceCase(name) }))];
}

export interface StatusForm {
  /** Does the chosen status take an extended one here? */
  readonly takesExtended: boolean;
  readonly list: Extended;
  readonly failed: boolean;
  readonly extendedStatus: string;
  readonly lacksResolution: boolean;
  /** The choice to send; null until a status is chosen and its resolution is there. */
  readonly leaving: FilledStatus | null;
}

/**
 * The choice that a draft means, by the work order's own statuses.
 * @param finish it finishes a paused visit: Completed then takes an extended status too
 */
export function useLeaving(
  { workOrderId }: Pick<VisitView, 'workOrderId'>,
  draft: LeavingDraft,
  finish = false,
): StatusForm {
  const { statuses, failed } = useStatuses(workOrderId);
  const { primaryStatus, resolution } = draft;
  const takes = takesExtended(primaryStatus) || (finish && primaryStatus === 'Completed');
  const list =
    primaryStatus && primaryStatus !== 'NoStatusChange' ? (statuses?.[primaryStatus]?.extended ?? []) : [];
  const extendedStatus = takes ? extendedOf(draft, list) : '';
  const needed = list.some((each) => each.name === extendedStatus && each.needs.resolution);
  const lacksResolution = needed && resolution.trim() === '';
  const leaving = primaryStatus && !lacksResolution ? { primaryStatus, extendedStatus, resolution } : null;
  return { takesExtended: takes, list, failed, extendedStatus, lacksResolution, leaving };
}

interface Props {
  readonly draft: LeavingDraft;
  readonly choice: StatusForm;
  readonly onChange: (part: Partial<LeavingDraft>) => void;
  /** The resolution that the extended status needs was asked for in vain. */
  readonly missing: boolean;
  readonly hint: string;
  readonly first?: boolean;
}

/** How the work order stands now: `Status`, `Extended status`, `Resolution`. */
export function StatusFields({ draft, choice, onChange, missing, hint, first = false }: Props) {
  return (
    <>
      <StatusTiles
        value={draft.primaryStatus}
        onChange={(primaryStatus) => onChange({ primaryStatus })}
        first={first}
      />
      <Select
        label={t().extendedStatus}
        value={choice.extendedStatus}
        options={extendedOptions(choice)}
        onChange={(value) => onChange({ extendedStatus: value })}
        disabled={!choice.takesExtended}
      />
      <ResolutionField
        value={draft.resolution}
        onChange={(resolution) => onChange({ resolution })}
        missing={missing}
        hint={hint}
      />
    </>
  );
}
