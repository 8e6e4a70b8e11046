import { hoursMinutes } from '../../main/visit/time.ts';
import type { DayRecord, SheetDay, SheetPair, WeekView } from '../../preload/contract.ts';
import { dateText } from '../../words/dates.ts';
import { now } from '../ui/clock.ts';
import { DayLine, Hours } from '../ui/day-line.tsx';
import type { DayScale } from '../ui/day-scale.ts';
import { locale } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { Edges } from './edges.tsx';
import { weekScales } from './week-scale.ts';

const LOOK: Readonly<Record<DayRecord['kind'], string>> = {
  matches: 'good',
  differs: 'bad',
  'only-there': 'bad',
  'only-here': 'bad',
  'not-compared': 'soft',
  waiting: 'soft',
};

function lookOf(record: DayRecord): string {
  const isMissing = record.kind === 'only-there' || record.kind === 'only-here';
  const standsOut = isMissing || (record.kind === 'differs' && record.standsOut);
  return standsOut ? `${LOOK[record.kind]} stands-out` : LOOK[record.kind];
}

interface DayProps {
  readonly day: SheetDay;
  readonly scale: DayScale;
  readonly pairs: readonly SheetPair[];
}

function Day({ day, scale, pairs }: DayProps) {
  const isToday = now.value >= day.from && now.value < day.to;
  const name = dateText(day.from, locale.value);
  return (
    <li class="sheet-day" aria-current={isToday ? 'date' : undefined}>
      <div class="sheet-day-name">
        <strong>{name}</strong>
        <small>{day.orders > 0 ? t().sheet.orders(day.orders) : t().sheet.nothing}</small>
      </div>
      <strong class="sheet-total">{hoursMinutes(day.worked)}</strong>
      <span class={`sheet-record ${lookOf(day.record)}`}>{t().sheet.record(day.record)}</span>
      <div class="sheet-line">
        <DayLine
          stretches={day.stretches}
          now={isToday ? now.value : day.from}
          mark={isToday}
          scale={scale}
          locale={locale.value}
          caption={name}
        />
        <Edges pairs={pairs} scale={scale} />
      </div>
    </li>
  );
}

function Legend({ week }: { readonly week: WeekView }) {
  const total = (of: 'worked' | 'paused') => hoursMinutes(week.days.reduce((ms, day) => ms + day[of], 0));
  return (
    <div class="sheet-legend">
      <span class="swatch worked">{t().sheet.onSite}</span>
      <span class="swatch travel">{t().travel}</span>
      <span class="swatch break">{t().sheet.paused}</span>
      <span class="swatch in-question">{t().sheet.inQuestion}</span>
      <span class="sheet-sum">
        {t().sheet.total} <strong>{total('worked')}</strong>, {t().sheet.pausedTotal(total('paused'))}
      </span>
    </div>
  );
}

/** Seven days, each with its line, its total, and how it stands beside ServiceChannel's record. */
export function Days({ week }: { readonly week: WeekView }) {
  const scales = weekScales(week.days);
  const [first] = scales;
  return (
    <>
      <ul class="sheet-days" aria-label={t().sheet.days}>
        {week.days.map((day, index) => {
          const scale = scales[index];
          return scale && <Day key={day.from} day={day} scale={scale} pairs={week.pairs} />;
        })}
      </ul>
      {first && (
        <div class="sheet-hours">
          <Hours scale={first} locale={locale.value} />
        </div>
      )}
      <Legend week={week} />
    </>
  );
}
