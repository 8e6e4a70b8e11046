import { t } from './first-words.ts';
import { chosenText, type TimeDraft } from './time-draft.ts';

/** `Check in · 19:17`: what a button will do, where a time was chosen; its accessible name stays. */
export function TimedName({ name, draft }: { readonly name: string; readonly draft: TimeDraft }) {
  const time = chosenText(draft);
  return (
    <>
      {name}
      {time && (
        <span class="at" aria-hidden="true">
          {t().atTime(time)}
        </span>
      )}
    </>
  );
}

/** The same as a description for who listens; undefined where no time was chosen. */
export function timedDescription(name: string, draft: TimeDraft): string | undefined {
  const time = chosenText(draft);
  return time ? `${name}${t().atTime(time)}` : undefined;
}
