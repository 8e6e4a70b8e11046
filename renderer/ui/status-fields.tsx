import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { takesExtended } from '../../main/visit/leaving.ts';
import type { CodesView, StatusesView, StatusNeedsView, StatusView } from '../../preload/contract.ts';
import { Note } from './alert.tsx';
import { Button } from './button.tsx';
import { CodeFields, RootCauseFields, useCodes } from './codes-fields.tsx';
import { Select } from './field.tsx';
import type { FilledStatus, LeavingDraft } from './leaving-draft.ts';
import { ResolutionField } from './resolution-field.tsx';
import { sentenceCase } from './sentence-case.ts';
import { openOrderPage, send } from './snapshot.ts';
import { StatusTiles } from './status-tiles.tsx';
import { t } from './words.ts';

type Extended = StatusView['extended'];

const NO_NEEDS: StatusNeedsView = { resolution: false, codes: false, scheduledDate: false };

/** The statuses by the work order's own list; null while they are asked for, or when they cannot be known. */
function useStatuses(workOrderId: number | null): {
  readonly statuses: StatusesView | null;
  readonly failed: boolean;
} {
  const statuses = useSignal<StatusesView | null>(null);
  const failed = useSignal(false);
  useEffect(() => {
    if (workOrderId === null) return;
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
  /** The client's demands beside the status, by the order's own list, which can be wrong. */
  readonly needs: StatusNeedsView;
  /** The client's lists of codes for this work order. */
  readonly lists: CodesView;
  /** The choice to send; null until a status is chosen. */
  readonly leaving: FilledStatus | null;
}

/**
 * The choice that a draft means, by the work order's own statuses.
 * @param visit its `workOrderId` is null while no order is known
 * @param finish it finishes a paused visit: Completed then takes an extended status too
 */
export function useLeaving(
  { workOrderId }: { readonly workOrderId: number | null },
  draft: LeavingDraft,
  finish = false,
): StatusForm {
  const { statuses, failed } = useStatuses(workOrderId);
  const { primaryStatus, resolution } = draft;
  const takes = takesExtended(primaryStatus) || (finish && primaryStatus === 'Completed');
  const list =
    primaryStatus && primaryStatus !== 'NoStatusChange' ? (statuses?.[primaryStatus]?.extended ?? []) : [];
  const extendedStatus = takes ? extendedOf(draft, list) : '';
  const own =
    primaryStatus && primaryStatus !== 'NoStatusChange' ? statuses?.[primaryStatus]?.needs : undefined;
  const needs = list.find((each) => each.name === extendedStatus)?.needs ?? own ?? NO_NEEDS;
  const lists = useCodes(workOrderId);
  const chosen = {
    codes: [...draft.codes],
    rootCauses: [...draft.rootCauses],
    codesFirst: needs.codes,
  };
  const leaving = primaryStatus ? { primaryStatus, extendedStatus, resolution, ...chosen } : null;
  return { takesExtended: takes, list, failed, extendedStatus, needs, lists, leaving };
}

interface Props {
  readonly workOrderId: number | null;
  readonly draft: LeavingDraft;
  readonly choice: StatusForm;
  readonly onChange: (part: Partial<LeavingDraft>) => void;
  readonly hint: string;
  readonly first?: boolean;
}

/** Where codes and dates are entered that a client asks for and OnSite does not send. */
function Elsewhere({ workOrderId, needs }: Pick<Props, 'workOrderId'> & Pick<StatusForm, 'needs'>) {
  if (workOrderId === null || (!needs.codes && !needs.scheduledDate)) return null;
  return (
    <Note warn>
      <p>{t().enterInServiceChannel}</p>
      <Button look="link" onClick={() => openOrderPage(workOrderId)}>
        {t().remedy('open-order', '')}
      </Button>
    </Note>
  );
}

/** How the work order stands now: `Status`, `Extended status`, `Resolution`. */
export function StatusFields({ workOrderId, draft, choice, onChange, hint, first = false }: Props) {
  return (
    <>
      <StatusTiles
        value={draft.primaryStatus}
        beside={t().besideStatus(choice.needs)}
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
        needed={choice.needs.resolution}
        hint={hint}
      />
      <CodeFields
        lists={choice.lists}
        value={draft.codes}
        onChange={(codes) => onChange({ codes })}
        needed={choice.needs.codes}
      />
      <RootCauseFields
        lists={choice.lists}
        value={draft.rootCauses}
        onChange={(rootCauses) => onChange({ rootCauses })}
      />
      <Elsewhere
        workOrderId={workOrderId}
        needs={{ ...choice.needs, codes: choice.needs.codes && choice.lists.codes.length === 0 }}
      />
    </>
  );
}
