import type { TargetedInputEvent } from 'preact';
import type { OwnSetting, SettingName, SettingValues } from '../../preload/contract.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Field } from '../ui/field.tsx';
import { locale } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { useSaving, useSetting, useTyping } from './setting.ts';

/** The settings whose values are of this type. */
type OfType<T, K extends SettingName = OwnSetting> = {
  [N in K]: SettingValues[N] extends T ? N : never;
}[K];

interface TextProps {
  readonly of: OfType<string>;
  readonly type?: 'text' | 'time';
}

/** A text, kept as it is typed. */
export function TextSetting({ of: key, type = 'text' }: TextProps) {
  const setting = useSetting(key);
  const { error, draft, type: typed, leave } = useTyping(key);
  if (!setting) return null;
  return (
    <Field label={t().settingLabels[key]} hint={setting.hint} error={error} foundOnLeaving>
      {(ids) => {
        const common = {
          ...ids,
          name: key,
          spellcheck: false,
          autocomplete: 'off',
          value: draft ?? setting.value,
          disabled: setting.locked,
          onInput: (event: TargetedInputEvent<HTMLInputElement>) => {
            const { value } = event.currentTarget;
            typed(value, value.trim());
          },
          onBlur: leave,
        };
        if (type === 'text') return <input {...common} type="text" />;
        // Chromium writes a time in the locale that its field had when it was made.
        return <input key={locale.value} lang={locale.value} {...common} type="time" />;
      }}
    </Field>
  );
}

interface NumberProps {
  readonly of: OfType<number>;
  readonly most: number;
  readonly least?: number;
  readonly step?: number | 'any';
}

/** A number, kept as it is typed. */
export function NumberSetting({ of: key, most, least = 0, step = 1 }: NumberProps) {
  const setting = useSetting(key);
  const { error, draft, type, leave } = useTyping(key);
  if (!setting) return null;
  return (
    <Field label={t().settingLabels[key]} hint={setting.hint} error={error} foundOnLeaving>
      {(ids) => (
        <input
          {...ids}
          name={key}
          type="number"
          min={least}
          max={most}
          step={step}
          value={draft ?? String(setting.value)}
          disabled={setting.locked}
          onInput={(event) => {
            const { value, valueAsNumber } = event.currentTarget;
            type(value, valueAsNumber);
          }}
          onBlur={leave}
        />
      )}
    </Field>
  );
}

interface ChoiceProps<K extends OwnSetting> {
  readonly of: K;
  readonly options: readonly { readonly value: SettingValues[K] & string; readonly text: string }[];
  /** Said instead of the setting's own. */
  readonly hint?: string | undefined;
}

/** One of a few. */
export function ChoiceSetting<K extends 'theme' | 'language' | 'timeFormat' | 'signIn'>({
  of: key,
  options,
  hint,
}: ChoiceProps<K>) {
  const setting = useSetting(key);
  const { error, save } = useSaving(key);
  if (!setting) return null;
  return (
    <Field label={t().settingLabels[key]} hint={hint ?? setting.hint} error={error}>
      {(ids) => (
        <select
          {...ids}
          name={key}
          value={setting.value}
          disabled={setting.locked}
          onChange={(event) => save(event.currentTarget.value)}
        >
          {options.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** On or off. */
export function SwitchSetting({ of: key }: { readonly of: OfType<boolean> }) {
  const setting = useSetting(key);
  const { error, save } = useSaving(key);
  if (!setting) return null;
  return (
    <div class="field">
      <label class="switch">
        <input
          type="checkbox"
          name={key}
          checked={setting.value}
          disabled={setting.locked}
          onChange={(event) => save(event.currentTarget.checked)}
        />
        {t().settingLabels[key]}
      </label>
      <ErrorLine error={error} />
      {setting.hint && <div class="hint">{setting.hint}</div>}
    </div>
  );
}

/** A setting of the system's policy alone, read-only here. */
export function CompanySetting({ of: key }: { readonly of: 'updateUrl' | 'linkHosts' }) {
  const setting = useSetting(key);
  if (!setting) return null;
  const text = typeof setting.value === 'string' ? setting.value : setting.value.join(', ');
  return (
    <Field label={t().settingLabels[key]} hint={setting.hint}>
      {(ids) => <input {...ids} name={key} value={text} placeholder={t().none} disabled />}
    </Field>
  );
}
