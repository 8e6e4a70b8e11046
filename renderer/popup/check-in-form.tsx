import { useEffect, useRef } from 'preact/hooks';
import { REPAIR } from '../../main/visit/types.ts';
import type { VisitView } from '../../preload/contract.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { aboutTime } from '../ui/command-error.ts';
import { Select, TextField } from '../ui/field.tsx';
import { t } from '../ui/first-words.ts';
import { Page } from '../ui/page.tsx';
import { WithPart } from '../ui/part.tsx';
import { send as sendCommand, snapshot } from '../ui/snapshot.ts';
import { TechniciansField } from '../ui/technicians-field.tsx';
import { withTime } from '../ui/time-draft.ts';
import { EarlierButton, TimeField } from '../ui/time-field.tsx';
import { TimedName, timedDescription } from '../ui/timed-name.tsx';
import { CloseView } from './close-view.tsx';
import { DetailsButton } from './details-button.tsx';
import { furtherPart } from './further-part.ts';
import type { LookedUp } from './look-up.ts';
import { followOpenOrders, openOrders } from './open-orders.ts';
import { OrderOffers } from './order-offers.tsx';
import { typedPart } from './typed-part.ts';
import { type CheckInDraft, changeCheckIn, checkedIn, checkInDraft } from './view.ts';
import { workTypes } from './work-types.ts';

/** A number that may be whole is looked up, not searched for. */
const WHOLE = /^\s*\d{8,}\s*$/;

/** Down leads from the field to the first work order below it. */
function toOffers(event: KeyboardEvent): void {
  const field = event.currentTarget;
  if (event.key !== 'ArrowDown' || !(field instanceof HTMLElement)) return;
  const first = field.closest('.field')?.querySelector<HTMLElement>('button.entry');
  if (!first) return;
  event.preventDefault();
  first.focus();
}

/** The no-visit form; beside a visit it is where the technician switches to another. */
export function CheckInForm({ current }: { readonly current: VisitView | null }) {
  const { error, run, clear } = useAct();
  const field = useRef<HTMLInputElement>(null);
  const typed = typedPart.loaded();
  useEffect(() => typed?.followNumber(), [typed]);
  useEffect(followOpenOrders, []);
  // A window that is made before it is wanted asks nothing; one that comes to the front is heard of.
  useEffect(() => {
    if (document.hasFocus()) void sendCommand('elsewhere:look', null);
  }, []);
  const draft = checkInDraft.value;
  const defaults = snapshot.value?.defaults ?? { workTypeId: REPAIR, techsCount: 1 };
  const beside = current?.workOrderId ?? null;
  const crew = snapshot.value?.crew ?? [];
  const recent = (snapshot.value?.recent ?? []).filter((each) => each.workOrderId !== beside);
  const known: LookedUp = typed?.found.value ?? { state: 'nothing' };
  const orders = typed?.offered.value ?? openOrders.value?.orders ?? [];
  // The details of a whole number come in the offers' place.
  const isOpen =
    known.state === 'nothing' || (known.state === 'looking' && !WHOLE.test(typed?.orderText.value ?? ''));
  const chosen = draft.workTypeId ?? defaults.workTypeId;
  const types = workTypes(known, chosen);
  const workTypeId = types.some((type) => type.id === chosen) ? chosen : REPAIR;
  const technicians = draft.technicians ?? String(defaults.techsCount);
  const time = typed?.meant.value?.draft.time ?? draft.time;
  const change: typeof changeCheckIn = (part) => {
    changeCheckIn(part);
    clear();
  };
  const send = (
    command: 'visit:check-in' | 'visit:drive-to',
    { workOrder, time, crew, ...filled }: CheckInDraft,
  ) => {
    const technicians = filled.technicians ?? String(defaults.techsCount);
    return withTime(time, (at) =>
      sendCommand(command, { workOrder, technicians, workTypeId, at, crew: [...crew] }),
    );
  };
  const act = (name: 'check-in' | 'drive-to') =>
    typedPart.use(({ meant }) => {
      const means = meant.peek();
      // A text that may mean something else is filled in; the act takes another Enter.
      if (means && !means.sure) return fillIn(means.draft);
      const filled = means?.draft ?? draft;
      const command = async () => {
        const result = await send(`visit:${name}`, filled);
        // An error is said beside the field that it is about.
        if (!result.ok) change(filled);
        return result;
      };
      void run(name, command, checkedIn);
    });
  const checkIn = (event: Event) => {
    event.preventDefault();
    act('check-in');
  };
  const fillIn = (filled: CheckInDraft) => {
    change(filled);
    field.current?.focus();
  };
  const pick = (workOrderId: number) =>
    typedPart.use(({ filledIn }) => fillIn(filledIn(String(workOrderId)).draft));
  const timeError = draft.time.open && aboutTime(error) ? error : null;
  const atField = error?.code === 'work-order' || error?.code === 'technicians' || timeError;
  const changeTime = (time: typeof draft.time) => change({ time });
  return (
    <Page
      onSubmit={checkIn}
      openedBy={current ? 'switch' : undefined}
      sheet={
        <>
          <TimeField label={t().arrivedAt} draft={draft.time} onChange={changeTime} error={timeError} />
          <ErrorLine error={atField ? null : error} />
        </>
      }
      bar={
        <>
          <div class="buttons">
            <Button look="primary" submit act="check-in" description={timedDescription(t().checkIn, time)}>
              <TimedName name={t().checkIn} draft={time} />
            </Button>
            <Button
              act="drive-to"
              onClick={() => act('drive-to')}
              description={timedDescription(t().driveTo, time)}
            >
              {t().driveTo}
            </Button>
          </div>
          <div class="links">
            <EarlierButton draft={draft.time} onChange={changeTime} />
            <DetailsButton workOrderId={known.state === 'found' ? known.workOrder.id : null} />
            {current && <CloseView look="link" />}
          </div>
        </>
      }
    >
      <TextField
        label={t().workOrder}
        beside={current && current.phase !== 'paused' ? t().switchPauses(current.workOrderId) : null}
        value={draft.workOrder}
        onInput={(workOrder) => change({ workOrder })}
        error={error?.code === 'work-order' ? (typed?.noOrderText() ?? error) : null}
        hint={
          <>
            {typed && <typed.LineHint />}
            {typed && <typed.FoundHint known={known} />}
            {known.state === 'nothing' &&
              !typed?.isLine.value &&
              (recent.length > 0 || orders.length > 0 ? t().workOrderHintPick : t().workOrderHint)}
          </>
        }
        offers={isOpen && <OrderOffers orders={orders} current={beside} recent={recent} onPick={pick} />}
        onKeyDown={toOffers}
        room="much"
        inputRef={field}
        large
        first
      />
      <div class="side-by-side">
        <Select
          label={t().workType}
          value={String(workTypeId)}
          onChange={(value) => change({ workTypeId: Number(value) })}
          options={types.map((type) => ({ value: String(type.id), text: type.name }))}
        />
        <TechniciansField
          value={technicians}
          onInput={(text) => change({ technicians: text })}
          error={error}
        />
      </div>
      {crew.length > 0 && (
        <WithPart of={furtherPart}>
          {({ CrewChoice, CrewList }) => (
            <>
              <CrewChoice
                legend={t().withColleagues}
                of={crew}
                where
                chosen={draft.crew}
                onChange={(crew) => change({ crew })}
              />
              {!current && <CrewList current={null} />}
            </>
          )}
        </WithPart>
      )}
    </Page>
  );
}
