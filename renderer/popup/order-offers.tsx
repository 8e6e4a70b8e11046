import { useEffect, useRef } from 'preact/hooks';
import type { OpenOrderView, RecentView } from '../../preload/contract.ts';
import { timeInZone, whenText } from '../../words/times.ts';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { t } from '../ui/first-words.ts';
import { locale } from '../ui/snapshot.ts';
import { openOrders } from './open-orders.ts';
import { RecentList } from './recent-list.tsx';

interface Props {
  /** The open ones that the field's text may mean. */
  readonly orders: readonly OpenOrderView[];
  /** The order of the visit that the form was opened beside: it is no other one. */
  readonly current: number | null;
  readonly recent: readonly RecentView[];
  readonly onPick: (workOrderId: number) => void;
}

/** When it is due, in the store's own time too where that differs. */
function dueText({ due, timeZone }: OpenOrderView): string | null {
  if (!due) return null;
  const here = whenText(due.ms, now.peek(), locale.value);
  const there = timeZone === null ? null : timeInZone(due.ms, timeZone, locale.value);
  return t().orderDue(here, due.over, there);
}

function Offer({ order, onPick }: { readonly order: OpenOrderView } & Pick<Props, 'onPick'>) {
  const due = dueText(order);
  return (
    <li>
      <Button look="entry" onClick={() => onPick(order.workOrderId)}>
        <strong>{order.workOrderId}</strong>{' '}
        <span class="entry-about">
          {[order.store ?? order.storeId, order.trade].filter(Boolean).join(' · ')}
        </span>
        {due && <span class={order.due?.over ? 'entry-due over' : 'entry-due'}> {due}</span>}
      </Button>
    </li>
  );
}

/** Arrows go through the entries; up from the first one leads back to the field. */
function moveFocus(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const list = event.currentTarget;
  if (!(list instanceof HTMLElement) || !(event.target instanceof HTMLElement)) return;
  const entries = [...list.querySelectorAll<HTMLElement>('button.entry')];
  const next = entries.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1);
  event.preventDefault();
  if (next < 0) list.closest('.field')?.querySelector('input')?.focus();
  else entries[next]?.focus();
}

/** Work orders to pick from: the open ones that the field's text may mean, then the paused and recent ones. */
export function OrderOffers({ orders: offered, current, recent, onPick }: Props) {
  const orders = offered.filter(({ workOrderId }) => workOrderId !== current);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.addEventListener('keydown', moveFocus);
  }, []);
  const shown = new Set(orders.map(({ workOrderId }) => workOrderId));
  return (
    <div class="offers" ref={list}>
      {orders.length > 0 && (
        <ul class="entries" aria-label={t().openOrders}>
          {orders.map((order) => (
            <Offer key={order.workOrderId} order={order} onPick={onPick} />
          ))}
        </ul>
      )}
      {openOrders.value?.whole === false && <p class="hint">{t().notAllOrders}</p>}
      <RecentList recent={recent.filter(({ workOrderId }) => !shown.has(workOrderId))} onPick={onPick} />
    </div>
  );
}
