import type { Stretch } from '../../main/visit/totals.ts';
import { hourText, timeText } from '../../words/times.ts';
import { dayScale, place } from './day-scale.ts';
import { t } from './words.ts';

const KIND: Readonly<Record<Stretch['kind'], string>> = {
  'on site': 'worked',
  travel: 'travel',
  paused: 'break',
};

interface Props {
  /** In order; one that is still going ends at `now`. */
  readonly stretches: readonly Stretch[];
  /** Any instant of the day to draw (ms). */
  readonly now: number;
  readonly locale: string;
}

/** The day: solid green on site, hatched amber paused, blue travel. */
export function DayLine({ stretches, now, locale }: Props) {
  const scale = dayScale(stretches, now);
  const shown = stretches.flatMap((stretch) => {
    const at = place(stretch, scale);
    return at ? [{ stretch, at }] : [];
  });
  const spoken = shown.map(({ stretch: { kind, from, to } }) =>
    t().stretch(kind, timeText(from, locale), timeText(to, locale)),
  );
  return (
    <div class="day-line" role="img" aria-label={t().dayLine(spoken)}>
      <div class="day-track">
        {shown.map(({ stretch, at }) => (
          <span
            key={`${stretch.kind}${stretch.from}`}
            class={`day-part ${KIND[stretch.kind]}`}
            style={{ left: `${at.left}%`, width: `${at.width}%` }}
          />
        ))}
      </div>
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
