import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { takesExtended } from '../../main/visit/leaving.ts';
import type { StatusesView, VisitView } from '../../preload/contract.ts';
import { Field, Select } from './field.tsx';
import type { Leaving, LeavingDraft } from './leaving-draft.ts';
import { send } from './snapshot.ts';
import { isPrimaryStatus, statusOptions } from './status-options.ts';
import { t } from './words.ts';

type Extended = StatusesView['extended'];

/** The work order's extended statuses; none while they are asked for, or when they cannot be known. */
function useExtended(workOrderId: number): { readonly list: Extended; readonly failed: boolean } {
  const list = useSignal<Extended>([]);
  const failed = useSignal(false);
  useEffect(() => {
    void send('work-order:statuses', { workOrderId }).then((result) => {
      if (result.ok) list.value = result.value.extended;
      else failed.value = true;
    });
  }, [workOrderId]);
  return { list: list.value, failed: failed.value };
}

function extendedOptions(list: Extended, chosen: string) {
  const names = list.map((each) => each.name);
  const all = chosen && !names.includes(chosen) ? [chosen, ...names] : names;
  return [{ value: '', text: t().none }, ...all.map((name) => ({ value: name, text: name }))];
}

export interface LeavingChoice {
  readonly list: Extended;
  readonly failed: boolean;
  readonly extendedStatus: string;
  readonly lacksResolution: boolean;
  /** What would be sent; null until a status is chosen and its resolution is there. */
  readonly leaving: Leaving | null;
}

/** What a draft amounts to, by the work order's own statuses. */
export function useLeaving(visit: VisitView, draft: LeavingDraft): LeavingChoice {
  const { list, failed } = useExtended(visit.workOrderId);
  const { primaryStatus, resolution } = draft;
  const extendedStatus = takesExtended(primaryStatus) ? draft.extendedStatus : '';
  const needed = list.some((each) => each.name === extendedStatus && each.needsResolution);
  const lacksResolution = needed && resolution.trim() === '';
  const leaving = primaryStatus && !lacksResolution ? { primaryStatus, extendedStatus, resolution } : null;
  return { list, failed, extendedStatus, lacksResolution, leaving };
}

interface Props {
  readonly draft: LeavingDraft;
  readonly choice: LeavingChoice;
  readonly onChange: (part: Partial<LeavingDraft>) => void;
  /** The resolution that the extended status needs was asked for in vain. */
  readonly missing: boolean;
  readonly hint: string;
  readonly first?: boolean;
}

/** How the work order stands now: `Status`, `Extended status`, `Resolution`. */
export function StatusFields({ draft, choice, onChange, missing, hint, first = false }: Props) {
  const takes = takesExtended(draft.primaryStatus);
  return (
    <>
      <Select
        label={t().status}
        value={draft.primaryStatus}
        options={statusOptions()}
        onChange={(value) => onChange({ primaryStatus: isPrimaryStatus(value) ? value : '' })}
        first={first}
      />
      <Select
        label={t().extendedStatus}
        value={choice.extendedStatus}
        options={extendedOptions(choice.list, choice.extendedStatus)}
        onChange={(value) => onChange({ extendedStatus: value })}
        disabled={!takes}
        hint={takes ? choice.failed && t().noStatuses : t().noExtended}
      />
      <Field label={t().resolution} error={missing ? t().resolutionNeeded : ''} hint={hint}>
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            value={draft.resolution}
            onInput={(event) => onChange({ resolution: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  );
}
