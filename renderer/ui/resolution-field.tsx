import { Field, Select } from './field.tsx';
import { snapshot } from './snapshot.ts';
import { t } from './words.ts';

interface Props {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** The client asks for it, says the order's own list. */
  readonly needed: boolean;
  readonly hint: string;
}

/** So much of a text is enough to know it again. */
const SHOWN = 60;

const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line;
};

/** The resolution, and the last texts to begin with. */
export function ResolutionField({ value, onChange, needed, hint }: Props) {
  const texts = snapshot.value?.leavings.texts ?? [];
  const pick = (text: string) => text && onChange(value.trim() ? `${value.trimEnd()}\n${text}` : text);
  return (
    <>
      <Field label={t().resolution} beside={needed ? t().resolutionNeeded : null} hint={hint}>
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            value={value}
            onInput={(event) => onChange(event.currentTarget.value)}
          />
        )}
      </Field>
      {texts.length > 0 && (
        <Select
          label={t().recentTexts}
          value=""
          onChange={pick}
          options={[
            { value: '', text: t().pickText },
            ...texts.map((text) => ({ value: text, text: shortened(text) })),
          ]}
        />
      )}
    </>
  );
}
