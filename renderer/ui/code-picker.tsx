import { LONGEST_CODE_TEXT, MOST_CODES } from '../../main/visit/code-limits.ts';
import type { CodeChoice, CodesView } from '../../preload/contract.ts';
import { Button } from './button.tsx';
import { Field, Select } from './field.tsx';
import { t } from './words.ts';

type Options = CodesView['codes'];

/** The asset category that codes are chosen for; none where the order has none, no name where it has only one. */
export interface Category {
  readonly id: number | undefined;
  readonly name: string | null;
}

const chosen = ({ id: assetCategoryId }: Category, id: string): CodeChoice => ({
  id: Number(id),
  text: null,
  ...(assetCategoryId === undefined ? {} : { assetCategoryId }),
});

const nameOf = (options: Options, id: number): string =>
  options.find((each) => each.id === id)?.name ?? t().codeNumber(id);

interface TextProps {
  readonly options: Options;
  readonly code: CodeChoice;
  readonly onChange: (code: CodeChoice) => void;
}

/** The words that go with a code which takes some. */
function CodeText({ options, code, onChange }: TextProps) {
  if (!options.find((each) => each.id === code.id)?.hasText) return null;
  return (
    <Field label={t().codeText(nameOf(options, code.id))}>
      {(ids) => (
        <input
          {...ids}
          type="text"
          maxLength={LONGEST_CODE_TEXT}
          value={code.text ?? ''}
          onInput={(event) => onChange({ ...code, text: event.currentTarget.value || null })}
        />
      )}
    </Field>
  );
}

interface CodesProps {
  readonly category: Category;
  readonly options: Options;
  readonly value: readonly CodeChoice[];
  readonly onChange: (codes: readonly CodeChoice[]) => void;
  /** The client asks for one with this status. */
  readonly needed?: boolean;
}

/** `Code`: each that is picked joins those that are chosen, at most 3. */
export function CodePicker({ category, options, value, onChange, needed = false }: CodesProps) {
  if (options.length === 0 && value.length === 0) return null;
  const left = options.filter(({ id }) => value.every((each) => each.id !== id));
  const isFull = value.length >= MOST_CODES;
  const put = (changed: CodeChoice) =>
    onChange(value.map((each) => (each.id === changed.id ? changed : each)));
  return (
    <>
      <Select
        label={category.name === null ? t().code : t().codeFor(category.name)}
        beside={needed ? t().resolutionNeeded : null}
        value=""
        disabled={isFull}
        onChange={(id) => id && onChange([...value, chosen(category, id)])}
        options={[
          { value: '', text: isFull ? t().mostCodes(MOST_CODES) : t().pickCode },
          ...left.map(({ id, name }) => ({ value: String(id), text: name })),
        ]}
      />
      {value.length > 0 && (
        <ul
          class="chosen-codes"
          aria-label={category.name === null ? t().chosenCodes : t().chosenCodesFor(category.name)}
        >
          {value.map((code) => (
            <li key={code.id}>
              <div class="chosen-code">
                <span>{nameOf(options, code.id)}</span>
                <Button
                  look="link"
                  label={t().removeCode(nameOf(options, code.id))}
                  onClick={() => onChange(value.filter(({ id }) => id !== code.id))}
                >
                  {t().removeShort}
                </Button>
              </div>
              <CodeText options={options} code={code} onChange={put} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface CauseProps {
  readonly category: Category;
  readonly options: Options;
  readonly value: CodeChoice | null;
  readonly onChange: (cause: CodeChoice | null) => void;
}

/** `Root cause`: one. */
export function RootCausePicker({ category, options, value, onChange }: CauseProps) {
  if (options.length === 0 && value === null) return null;
  const known = options.some(({ id }) => id === value?.id);
  const all = value && !known ? [{ id: value.id, name: t().codeNumber(value.id) }, ...options] : options;
  return (
    <>
      <Select
        label={category.name === null ? t().rootCause : t().rootCauseFor(category.name)}
        value={value ? String(value.id) : ''}
        onChange={(id) => onChange(id ? chosen(category, id) : null)}
        options={[
          { value: '', text: t().pickCode },
          ...all.map(({ id, name }) => ({ value: String(id), text: name })),
        ]}
      />
      {value && <CodeText options={options} code={value} onChange={onChange} />}
    </>
  );
}
