import { hoursMinutes } from '../../main/visit/time.ts';
import type { SheetOrder, SheetPair, SheetStay, WeekView } from '../../preload/contract.ts';
import { weekdayTimeText } from '../../words/dates.ts';
import { startOfDay, timeText } from '../../words/times.ts';
import { Button } from '../ui/button.tsx';
import { locale } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { workTypeText } from '../ui/work-types.ts';
import { EditForm } from './edit-form.tsx';
import { closeEditing, edit, editing } from './editing.ts';
import { Trail } from './trail.tsx';

/** The time alone where it is of the same day. */
const outText = ({ checkIn, checkOut }: SheetPair): string => {
  if (!checkOut) return '';
  const sameDay = startOfDay(checkOut.ms) === startOfDay(checkIn.ms);
  return (sameDay ? timeText : weekdayTimeText)(checkOut.ms, locale.value);
};

interface RowProps {
  readonly pair: SheetPair;
  readonly held: SheetStay | null;
}

function Row({ pair, held }: RowProps) {
  const open = editing.value?.pairId === pair.pairId ? editing.value : null;
  const words = t().sheet;
  const hasTrail = pair.trail.length > 0 || pair.asked !== null;
  return (
    <tr>
      <th scope="row">{pair.workOrderId}</th>
      <td class="sheet-store" title={pair.store ?? undefined} data-label={words.store}>
        {pair.store}
      </td>
      <td data-label={t().workType}>{workTypeText(pair.workTypeId, pair.workTypeName)}</td>
      <td class="figure" data-label={t().technicians}>
        {pair.techsCount}
      </td>
      <td data-label={words.in}>{weekdayTimeText(pair.checkIn.ms, locale.value)}</td>
      <td data-label={words.out}>{outText(pair)}</td>
      <td class="figure" data-label={words.time}>
        {hoursMinutes(pair.length)}
      </td>
      <td data-label={words.left}>{words.leftAs(pair.leftAs)}</td>
      <td class={`sheet-state ${pair.state}`} data-label={words.recordColumn}>
        {words.state(pair.state, pair.reportedBy)}
      </td>
      <td class="sheet-act">
        <Button
          look="link"
          label={words.editOf(pair.workOrderId)}
          expanded={open !== null}
          onClick={() => (open ? closeEditing() : edit(pair))}
        >
          {words.edit}
        </Button>
      </td>
      {hasTrail && (
        <td class="sheet-whole">
          <Trail of={pair} />
        </td>
      )}
      {open && (
        <td class="sheet-whole">
          <EditForm
            key={`${open.from} ${open.until}`}
            pair={pair}
            times={open}
            held={held}
            onClose={closeEditing}
          />
        </td>
      )}
    </tr>
  );
}

/** Every check-in with its check-out. */
export function Pairs({ pairs, differences }: Pick<WeekView, 'pairs' | 'differences'>) {
  const words = t().sheet;
  return (
    <table class="sheet-table sheet-pairs" aria-label={words.pairs}>
      <thead>
        <tr>
          <th scope="col">{t().workOrder}</th>
          <th scope="col">{words.store}</th>
          <th scope="col">{t().workType}</th>
          <th scope="col">{t().technicians}</th>
          <th scope="col">{words.in}</th>
          <th scope="col">{words.out}</th>
          <th scope="col">{words.time}</th>
          <th scope="col">{words.left}</th>
          <th scope="col">{words.recordColumn}</th>
          <td class="sheet-act" />
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <Row
            key={pair.pairId}
            pair={pair}
            held={differences.find(({ pairId }) => pairId === pair.pairId)?.there ?? null}
          />
        ))}
      </tbody>
    </table>
  );
}

/** The week by work order: on site, on the way and paused apart. */
export function Orders({ orders }: { readonly orders: readonly SheetOrder[] }) {
  const words = t().sheet;
  return (
    <table class="sheet-table" aria-label={words.byOrder}>
      <thead>
        <tr>
          <th scope="col">{t().workOrder}</th>
          <th scope="col">{words.store}</th>
          <th scope="col">{words.onSite}</th>
          <th scope="col">{t().travel}</th>
          <th scope="col">{words.paused}</th>
        </tr>
      </thead>
      <tbody>
        {orders.map(({ workOrderId, store, onSite, travel, paused }) => (
          <tr key={workOrderId}>
            <th scope="row">{workOrderId}</th>
            <td class="sheet-store">{store}</td>
            <td class="figure">{hoursMinutes(onSite)}</td>
            <td class="figure">{hoursMinutes(travel)}</td>
            <td class="figure">{hoursMinutes(paused)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
