import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { acceleratorOfText } from '../../words/shortcut.ts';
import { Field } from '../ui/field.tsx';
import { snapshot } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { acceleratorOf } from './accelerator.ts';
import { useSaving, useSetting } from './setting.ts';

/**
 * The keys that open OnSite from anywhere, as they are pressed. The field's value is the setting as it is kept
 * (`CommandOrControl+Shift+O`), which a policy and scripts name; people see `Ctrl+Shift+O` in its place, until they type.
 */
export function Shortcut() {
  const setting = useSetting('shortcut');
  const { error, save, flush } = useSaving('shortcut');
  const asking = useSignal(false);
  /** The text as it is typed; null where the field shows the setting. */
  const draft = useSignal<string | null>(null);
  const keysId = useId();
  useEffect(() => {
    draft.value = null;
  }, [setting?.value]);
  if (!setting) return null;
  const taken = snapshot.value?.notices.find(({ code }) => code === 'shortcut-taken');
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Tab' || event.key === 'Escape') return;
    const removes = draft.value === null && (event.key === 'Backspace' || event.key === 'Delete');
    const accelerator = removes ? '' : acceleratorOf(event);
    if (accelerator === null) return;
    event.preventDefault();
    draft.value = null;
    save(accelerator);
  };
  return (
    <Field
      label={t().settingLabels.shortcut}
      hint={setting.hint}
      error={error ?? (taken ? t().notice(taken, null) : null)}
    >
      {(ids) => (
        <div class="keys-field">
          <input
            {...ids}
            aria-describedby={[keysId, ids['aria-describedby']].filter(Boolean).join(' ')}
            name="shortcut"
            spellcheck={false}
            autocomplete="off"
            value={draft.value ?? setting.value}
            placeholder={asking.value ? t().pressKeys : t().none}
            disabled={setting.locked}
            onFocus={() => (asking.value = true)}
            onBlur={() => {
              asking.value = false;
              flush();
              if (!error) draft.value = null;
            }}
            onKeyDown={press}
            onInput={({ currentTarget: { value } }) => {
              draft.value = value;
              save(acceleratorOfText(value, t().keyNames), 'typed');
            }}
          />
          {setting.value !== '' && draft.value === null && (
            <span class="keys" id={keysId}>
              {t().shortcut(setting.value)}
            </span>
          )}
        </div>
      )}
    </Field>
  );
}
