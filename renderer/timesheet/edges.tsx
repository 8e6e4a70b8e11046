import { useSignal } from '@preact/signals';
import type { TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { MINUTE } from '../../main/visit/time.ts';
import type { SheetPair } from '../../preload/contract.ts';
import { timeText } from '../../words/times.ts';
import { now } from '../ui/clock.ts';
import type { DayScale } from '../ui/day-scale.ts';
import { locale } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { type Edge, edgeAt, edit } from './editing.ts';

interface Props {
  readonly pair: SheetPair;
  readonly edge: Edge;
  readonly scale: DayScale;
}

/** Minutes that a key moves an edge by. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -15,
  PageUp: 15,
};

/** The instant under the pointer, by the line that the handle lies on. */
function instantAt(event: TargetedPointerEvent<HTMLElement>, { from, to }: DayScale): number {
  const line = event.currentTarget.parentElement?.getBoundingClientRect();
  if (!line || line.width === 0) return from;
  const share = Math.min(1, Math.max(0, (event.clientX - line.left) / line.width));
  return from + share * (to - from);
}

/**
 * An edge of a pair on the line of its day. Dragged, or moved by keys and Enter, it opens the form with its new time:
 * nothing is changed before `Save`.
 */
function Handle({ pair, edge, scale }: Props) {
  const own = edge === 'from' ? pair.checkIn.ms : (pair.checkOut?.ms ?? 0);
  const moved = useSignal<number | null>(null);
  const at = moved.value ?? own;
  const move = (ms: number) => {
    moved.value = edgeAt(pair, edge, ms, now.peek());
  };
  const done = () => {
    if (moved.value !== null && moved.value !== own) edit(pair, { [edge]: moved.value });
    moved.value = null;
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key];
    if (step !== undefined) move((moved.value ?? own) + step * MINUTE);
    else if (event.key === 'Enter') done();
    else if (event.key === 'Escape' && moved.value !== null) moved.value = null;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const name = edge === 'from' ? t().sheet.startOf : t().sheet.endOf;
  const left = ((at - scale.from) / (scale.to - scale.from)) * 100;
  return (
    <span
      class={`sheet-edge ${moved.value === null ? '' : 'moved'}`}
      role="slider"
      tabIndex={0}
      aria-label={name(pair.workOrderId)}
      aria-valuemin={scale.from}
      aria-valuemax={scale.to}
      aria-valuenow={at}
      aria-valuetext={timeText(at, locale.value)}
      title={timeText(at, locale.value)}
      data-time={timeText(at, locale.value)}
      style={{ left: `${left}%` }}
      onKeyDown={onKeyDown}
      onBlur={() => (moved.value = null)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        moved.value = own;
      }}
      onPointerMove={(event) => moved.value !== null && event.buttons > 0 && move(instantAt(event, scale))}
      onPointerUp={done}
      onPointerCancel={() => (moved.value = null)}
    />
  );
}

/** The edges of the pairs on one day that can be moved: those that lie on its line. */
export function Edges({ pairs, scale }: { readonly pairs: readonly SheetPair[]; readonly scale: DayScale }) {
  const lies = (ms: number | undefined) => ms !== undefined && ms >= scale.from && ms <= scale.to;
  return (
    <div class="sheet-edges">
      {pairs.flatMap((pair) => [
        lies(pair.checkIn.ms) && <Handle key={`${pair.pairId} from`} pair={pair} edge="from" scale={scale} />,
        lies(pair.checkOut?.ms) && (
          <Handle key={`${pair.pairId} until`} pair={pair} edge="until" scale={scale} />
        ),
      ])}
    </div>
  );
}
