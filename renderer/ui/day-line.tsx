import type { Stretch } from '../../main/visit/totals.ts';
import { hourText, timeText } from '../../words/times.ts';
import { dayScale, place } from './day-scale.ts';
import { t } from './words.ts';

/** A pause on one work order may be work on another: what was done lies on top. */
const LAYERS: readonly (readonly [Stretch['kind'], string])[] = [
  ['paused', 'break'],
  ['travel', 'travel'],
  ['on site', 'worked'],
];

interface Props {
  readonly stretches: readonly Stretch[];
  /** Any instant of the day to draw, ms. */
  readonly now: number;
  readonly locale: string;
  /** `now` is marked: it is today. */
  readonly mark?: boolean;
}

/** The day: solid green on site, hatched amber paused, blue travel, and a mark for now. */
export function DayLine({ stretches, now, locale, mark = false }: Props) {
  const point = { kind: 'on site', from: now, to: now } as const;
  const scale = dayScale(mark ? [...stretches, point] : stretches, now);
  const at = place({ ...point, from: now - 1 }, scale);
  const drawn = LAYERS.flatMap(([kind, look]) =>
    stretches.flatMap((stretch) => {
      const where = stretch.kind === kind && place(stretch, scale);
      return where ? [{ stretch, look, where }] : [];
    }),
  );
  const spoken = drawn
    .toSorted((a, b) => a.stretch.from - b.stretch.from)
    .map(({ stretch: { kind, from, to } }) =>
      t().stretch(kind, timeText(from, locale), timeText(to, locale)),
    );
  return (
    <div class="day-line" role="img" aria-label={t().dayLine(spoken)}>
      <div class="day-track">
        {drawn.map(({ stretch, look, where }) => (
          <span
            key={`${stretch.kind}${stretch.from}`}
            class={`day-part ${look}`}
            style={{ left: `${where.left}%`, width: `${where.width}%` }}
          />
        ))}
      </div>
      {mark && at && <span class="day-now" style={{ left: `${at.left}%` }} />}
      <div class="day-hours">
        {scale.ticks.map((tick) => (
          <span key={tick} style={{ left: `${((tick - scale.from) / (scale.to - scale.from)) * 100}%` }}>
            {hourText(tick, locale)}
          </span>
        ))}
      </div>
    </div>
  );
}
