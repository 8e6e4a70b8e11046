import { ErrorLine } from '../ui/alert.tsx';
import { locale } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { useSaving, useSetting } from './setting.ts';

const DAYS = [1, 2, 3, 4, 5, 6, 7];
/** A Monday. */
const MONDAY = Date.UTC(2026, 10, 23, 12);
const DAY = 86_400_000;

const dayName = (day: number): string =>
  new Intl.DateTimeFormat(locale.value, { weekday: 'short', timeZone: 'UTC' }).format(
    MONDAY + (day - 1) * DAY,
  );

/** The days on which the end of the day is asked about. */
export function Workdays() {
  const setting = useSetting('workdays');
  const { error, save } = useSaving('workdays');
  if (!setting) return null;
  const chosen = new Set(setting.value);
  const toggle = (day: number, on: boolean) =>
    save(DAYS.filter((each) => (each === day ? on : chosen.has(each))));
  return (
    <fieldset class="plain">
      <legend>{t().settingLabels.workdays}</legend>
      <div class="days">
        {DAYS.map((day) => (
          <label key={day} class="switch">
            <input
              type="checkbox"
              name="workdays"
              value={day}
              checked={chosen.has(day)}
              disabled={setting.locked}
              onChange={(event) => toggle(day, event.currentTarget.checked)}
            />
            {dayName(day)}
          </label>
        ))}
      </div>
      <ErrorLine error={error} />
      <div class="hint">{setting.hint}</div>
    </fieldset>
  );
}
