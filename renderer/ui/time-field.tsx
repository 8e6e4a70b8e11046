import { Button } from './button.tsx';
import { t } from './first-words.ts';
import type { TimeFieldProps } from './open-time-field.tsx';
import { partOf, WithPart } from './part.tsx';
import { NO_TIME } from './time-draft.ts';

/** Opens and closes the time field; closing it takes the time back. */
export function EarlierButton({ draft, onChange }: Pick<TimeFieldProps, 'draft' | 'onChange'>) {
  return (
    <Button
      look="link"
      opens="earlier"
      expanded={draft.open}
      onClick={() => onChange(draft.open ? NO_TIME : { ...NO_TIME, open: true })}
    >
      {t().earlier}
    </Button>
  );
}

/** The field comes after the first paint, as it is opened by a click. */
const opened = partOf(() => import('./open-time-field.tsx'));

/** `Arrived at`, `Left at`, `Back at`. */
export function TimeField(props: TimeFieldProps) {
  return (
    props.draft.open && <WithPart of={opened}>{({ OpenTimeField }) => <OpenTimeField {...props} />}</WithPart>
  );
}
