import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PrimaryStatus, StatusesView, VisitView } from '../../preload/contract.ts';
import { t } from '../text/index.ts';
import { timeText, whenText, wholeMinutes } from '../text/times.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { Field, Select } from '../ui/field.tsx';
import { locale, send } from '../ui/snapshot.ts';
import { sentTime } from '../ui/time-draft.ts';
import { EarlierButton, TimeField } from '../ui/time-field.tsx';
import { isPrimaryStatus, statusOptions, takesExtended } from './status-options.ts';
import { aboutTime } from './trouble.ts';
import { changeLeaving, goBack, leavingDraft } from './view.ts';
import { stretchesOf, timeOf } from './visit-times.ts';

/** `1 h 42 min, 9:14–12:03`: what the resolution is about. */
function stay(visit: VisitView): string {
  const at = now.peek();
  const onSite = timeOf(stretchesOf(visit, at), 'on site');
  const from = whenText(visit.since.ms, at, locale.value);
  const to = timeText(visit.pausedAt?.ms ?? at, locale.value);
  return t.resolutionHint(t.duration(wholeMinutes(onSite)), t.range(from, to));
}

type Extended = StatusesView['extended'];

/** The work order's extended statuses; null while they are asked for, or when they cannot be known. */
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
  return [{ value: '', text: t.none }, ...all.map((name) => ({ value: name, text: name }))];
}

interface Props {
  readonly visit: VisitView;
  /** The visit is paused: the status alone is set. */
  readonly finish: boolean;
}

/** Checking out, or finishing a paused visit: how the work order stands now. */
export function LeavingForm({ visit, finish }: Props) {
  const acting = useAct();
  const { list, failed } = useExtended(visit.workOrderId);
  const missing = useSignal(false);
  const draft = leavingDraft.value;
  const takes = takesExtended(draft.primaryStatus);
  const extendedStatus = takes ? draft.extendedStatus : '';
  const needed = list.some((each) => each.name === extendedStatus && each.needsResolution);
  const lacksResolution = needed && draft.resolution.trim() === '';
  const change: typeof changeLeaving = (part) => {
    changeLeaving(part);
    acting.clear();
    missing.value = false;
  };
  const leave = (primaryStatus: PrimaryStatus) => {
    const { resolution, time } = draft;
    const choice = { visitId: visit.id, primaryStatus, extendedStatus, resolution };
    const command = () =>
      finish ? send('visit:finish', choice) : send('visit:check-out', { ...choice, at: sentTime(time) });
    void acting.run('leave', command, goBack);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    missing.value = lacksResolution;
    if (draft.primaryStatus && !lacksResolution) leave(draft.primaryStatus);
  };
  const timeTrouble = draft.time.open && aboutTime(acting.trouble) ? acting.trouble : null;
  return (
    <form noValidate onSubmit={submit}>
      <Select
        label={t.status}
        value={draft.primaryStatus}
        options={statusOptions}
        onChange={(value) => change({ primaryStatus: isPrimaryStatus(value) ? value : '' })}
        first
      />
      <Select
        label={t.extendedStatus}
        value={extendedStatus}
        options={extendedOptions(list, extendedStatus)}
        onChange={(value) => change({ extendedStatus: value })}
        disabled={!takes}
        hint={takes ? failed && t.noStatuses : t.noExtended}
      />
      <Field label={t.resolution} trouble={missing.value ? t.resolutionNeeded : ''} hint={stay(visit)}>
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            value={draft.resolution}
            onInput={(event) => change({ resolution: event.currentTarget.value })}
          />
        )}
      </Field>
      <ErrorLine trouble={timeTrouble ? null : acting.trouble} />
      <div class="buttons">
        <Button onClick={goBack}>{t.back}</Button>
        <Button look="primary" submit act="leave" disabled={!draft.primaryStatus}>
          {finish ? t.setStatus : t.checkOut}
        </Button>
      </div>
      {!finish && (
        <>
          <div class="links">
            <EarlierButton draft={draft.time} onChange={(time) => change({ time })} />
          </div>
          <TimeField
            label={t.leftAt}
            draft={draft.time}
            onChange={(time) => change({ time })}
            trouble={timeTrouble}
          />
        </>
      )}
    </form>
  );
}
