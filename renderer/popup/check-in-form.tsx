import { useEffect, useRef } from 'preact/hooks';
import { REPAIR, TRAVEL } from '../../main/visit/types.ts';
import type { RecentView, Trouble, VisitView, WorkType } from '../../preload/contract.ts';
import { t } from '../text/index.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine, troubleText } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { send, snapshot } from '../ui/snapshot.ts';
import { TechniciansField } from '../ui/technicians-field.tsx';
import { EarlierButton, sentTime, TimeField } from '../ui/time-field.tsx';
import { type Found, followNumber, found } from './look-up.ts';
import { aboutTime } from './trouble.ts';
import { changeCheckIn, checkedIn, checkInDraft, goBack } from './view.ts';
import { Warnings, WorkOrderDetails } from './work-order-details.tsx';

/** Repair and the subscriber's own types; travel has its own button. */
export function workTypes(known: Found, chosen: number): readonly WorkType[] {
  const named = known.state === 'found' ? known.workOrder.workTypes.filter((type) => type.id !== TRAVEL) : [];
  const repair = named.some((type) => type.id === REPAIR) ? [] : [{ id: REPAIR, name: t.repair }];
  const types = [...repair, ...named];
  // Without a list to look into, the type from the settings is offered by its number.
  if (named.length || types.some((type) => type.id === chosen)) return types;
  return chosen === TRAVEL ? types : [...types, { id: chosen, name: t.workTypeNumber(chosen) }];
}

function Hint({ known, pick }: { readonly known: Found; readonly pick: boolean }) {
  switch (known.state) {
    case 'nothing':
      return <>{pick ? t.workOrderHintPick : t.workOrderHint}</>;
    case 'looking':
      return <>{t.lookingUp}</>;
    case 'unknown':
      return <>{t.noDetails}</>;
    case 'trouble':
      return <>{troubleText(known.trouble)}</>;
    case 'found':
      return <WorkOrderDetails of={known.workOrder} />;
  }
}

interface RecentProps {
  readonly recent: readonly RecentView[];
  readonly onPick: (workOrderId: number) => void;
}

function RecentList({ recent, onPick }: RecentProps) {
  if (recent.length === 0) return null;
  return (
    <ul class="entries" aria-label={t.recent}>
      {recent.map(({ workOrderId, paused, workOrder }) => (
        <li key={workOrderId}>
          <Button look="entry" onClick={() => onPick(workOrderId)}>
            <strong>{workOrderId}</strong>{' '}
            <span class="entry-about">
              {[paused && t.pausedTag, workOrder?.store, workOrder?.trade].filter(Boolean).join(' · ')}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

const only = (trouble: Trouble | null, code: Trouble['code']) => (trouble?.code === code ? trouble : null);

/** The no-visit form; beside a visit it is where the technician switches to another. */
export function CheckInForm({ current }: { readonly current: VisitView | null }) {
  const { trouble, run, clear } = useAct();
  const field = useRef<HTMLInputElement>(null);
  useEffect(followNumber, []);
  const draft = checkInDraft.value;
  const defaults = snapshot.value?.defaults ?? { workTypeId: REPAIR, techsCount: 1 };
  const recent = (snapshot.value?.recent ?? []).filter((each) => each.workOrderId !== current?.workOrderId);
  const known = found.value;
  const chosen = draft.workTypeId ?? defaults.workTypeId;
  const types = workTypes(known, chosen);
  const workTypeId = types.some((type) => type.id === chosen) ? chosen : REPAIR;
  const technicians = draft.technicians ?? String(defaults.techsCount);
  const change: typeof changeCheckIn = (part) => {
    changeCheckIn(part);
    clear();
  };
  const request = { workOrder: draft.workOrder, technicians, workTypeId, at: sentTime(draft.time) };
  const checkIn = (event: Event) => {
    event.preventDefault();
    void run('check-in', () => send('visit:check-in', request), checkedIn);
  };
  const driveTo = () => run('drive-to', () => send('visit:drive-to', request), checkedIn);
  const pick = (workOrderId: number) => {
    change({ workOrder: String(workOrderId) });
    field.current?.focus();
  };
  const timeTrouble = draft.time.open && aboutTime(trouble) ? trouble : null;
  const atField = trouble?.code === 'work-order' || trouble?.code === 'technicians' || timeTrouble;
  return (
    <form noValidate onSubmit={checkIn}>
      <TextField
        label={t.workOrder}
        value={draft.workOrder}
        onInput={(workOrder) => change({ workOrder })}
        trouble={only(trouble, 'work-order')}
        hint={<Hint known={known} pick={recent.length > 0} />}
        inputRef={field}
        large
        digits
        first
      />
      {known.state === 'found' && <Warnings of={known.workOrder} />}
      <div class="side-by-side">
        <Select
          label={t.workType}
          value={String(workTypeId)}
          onChange={(value) => change({ workTypeId: Number(value) })}
          options={types.map((type) => ({ value: String(type.id), text: type.name }))}
        />
        <TechniciansField
          value={technicians}
          onInput={(text) => change({ technicians: text })}
          trouble={only(trouble, 'technicians')}
        />
      </div>
      <ErrorLine trouble={atField ? null : trouble} />
      {current && current.phase !== 'paused' && <p class="soft">{t.switchPauses(current.workOrderId)}</p>}
      <div class="buttons">
        <Button look="primary" submit act="check-in">
          {t.checkIn}
        </Button>
        <Button act="drive-to" onClick={driveTo}>
          {t.driveTo}
        </Button>
      </div>
      <div class="links">
        <EarlierButton draft={draft.time} onChange={(time) => change({ time })} />
        {current && (
          <Button look="link" onClick={goBack}>
            {t.back}
          </Button>
        )}
      </div>
      <TimeField
        label={t.arrivedAt}
        draft={draft.time}
        onChange={(time) => change({ time })}
        trouble={timeTrouble}
      />
      <RecentList recent={recent} onPick={pick} />
    </form>
  );
}
