import type { Stretch } from '../../main/visit/totals.ts';
import { hourText, timeText } from '../../words/times.ts';
import { type DayScale, dayScale, place } from './day-scale.ts';
import { t } from './first-words.ts';

/** A pause on one work order may be work on another: what was done lies on top. */
const LAYERS: readonly (readonly [Stretch['kind'], string])[] = [
  ['paused', 'break'],
  ['travel', 'travel'],
  ['on site', 'worked'],
];

/** `inQuestion`: it was refused, or it is not known whether it was recorded. */
type Part = Stretch & { readonly inQuestion?: boolean };

interface Props {
  readonly stretches: readonly Part[];
  /** Any instant of the day to draw, ms. */
  readonly now: number;
  readonly locale: string;
  /** `now` is marked: it is today. */
  readonly mark?: boolean;
  /** The hours to draw, written elsewhere; its own where left out. */
  readonly scale?: DayScale;
  /** Screen readers are given a table of this name; else one line. */
  readonly caption?: string;
}

/** The day: solid green on site, hatched amber paused, blue travel, red edges in question, and a mark for now. */
export function DayLine({ stretches, now, locale, mark = false, scale: shared, caption }: Props) {
  const point = { kind: 'on site', from: now, to: now } as const;
  const scale = shared ?? dayScale(mark ? [...stretches, point] : stretches, now);
  const at = place({ ...point, from: now - 1 }, scale);
  const drawn = LAYERS.flatMap(([kind, look]) =>
    stretches.flatMap((stretch) => {
      const where = stretch.kind === kind && place(stretch, scale);
      return where ? [{ stretch, look, where }] : [];
    }),
  );
  const inOrder = drawn.map(({ stretch }) => stretch).toSorted((a, b) => a.from - b.from);
  const spoken = (part: Part) => partText(part, locale);
  const image =
    caption === undefined ? ({ role: 'img', 'aria-label': t().dayLine(inOrder.map(spoken)) } as const) : {};
  return (
    <div class="day-line" {...image}>
      <div class="day-track" aria-hidden="true">
        {drawn.map(({ stretch, look, where }) => (
          <span
            key={`${stretch.kind}${stretch.from}`}
            class={`day-part ${look}${stretch.inQuestion ? ' in-question' : ''}`}
            title={spoken(stretch)}
            style={{ left: `${where.left}%`, width: `${where.width}%` }}
          />
        ))}
      </div>
      {mark && at && <span class="day-now" style={{ left: `${at.left}%` }} />}
      {caption !== undefined && <PartsTable caption={caption} parts={inOrder} locale={locale} />}
      {!shared && <Hours scale={scale} locale={locale} />}
    </div>
  );
}

function partText({ kind, from, to, inQuestion }: Part, locale: string): string {
  const said = t().stretch(kind, timeText(from, locale), timeText(to, locale));
  return inQuestion ? t().stretchInQuestion(said) : said;
}

/** The same in words, for who hears it. */
function PartsTable({ caption, parts, locale }: PartsProps) {
  if (parts.length === 0) return null;
  return (
    <table class="unseen">
      <caption>{caption}</caption>
      <tbody>
        {parts.map((part) => (
          <tr key={`${part.kind}${part.from}`}>
            <td>{partText(part, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface PartsProps {
  readonly caption: string;
  readonly parts: readonly Part[];
  readonly locale: string;
}

/** Where the hours are. */
export function Hours({ scale, locale }: { readonly scale: DayScale; readonly locale: string }) {
  return (
    <div class="day-hours" aria-hidden="true">
      {scale.ticks.map((tick) => (
        <span key={tick} style={{ left: `${((tick - scale.from) / (scale.to - scale.from)) * 100}%` }}>
          {hourText(tick, locale)}
        </span>
      ))}
    </div>
  );
}
