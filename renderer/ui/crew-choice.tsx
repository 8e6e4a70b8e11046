import type { ColleagueView } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { now } from './clock.ts';
import { nameOf } from './crew.ts';
import { locale } from './snapshot.ts';
import { t } from './words.ts';

/** `On site · 107002896 · since 9:14`; null where a colleague is nowhere. */
export function whereText({ visit }: ColleagueView): string | null {
  if (!visit) return null;
  const since = t().since(whenText(visit.since.ms, now.peek(), locale.value));
  return [t().states[visit.phase], visit.workOrderId, since].join(' · ');
}

interface Props {
  readonly legend: string;
  readonly of: readonly ColleagueView[];
  /** Whether it says where each of them is. */
  readonly where?: boolean;
  readonly chosen: readonly number[];
  readonly onChange: (chosen: number[]) => void;
}

/** Colleagues to choose from, each with where they are. */
export function CrewChoice({ legend, of, where = false, chosen, onChange }: Props) {
  if (of.length === 0) return null;
  const toggle = (userId: number) =>
    onChange(chosen.includes(userId) ? chosen.filter((each) => each !== userId) : [...chosen, userId]);
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div>
        {of.map((colleague) => (
          <label key={colleague.userId} class="switch">
            <input
              type="checkbox"
              checked={chosen.includes(colleague.userId)}
              onChange={() => toggle(colleague.userId)}
            />
            <span>{nameOf(colleague)}</span>
            {where && colleague.visit && <span class="hint">{whereText(colleague)}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
