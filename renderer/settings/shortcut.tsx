import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { acceleratorOfText } from '../../words/shortcut.ts';
import { Field } from '../ui/field.tsx';
import { snapshot } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { acceleratorOf } from './accelerator.ts';
import { useSetting, useTyping } from './setting.ts';

/**
 * The keys that open OnSite from anywhere, as they are pressed. The field's value is the setting as it is kept
 * (`CommandOrControl+Shift+O`), which a policy and scripts name; people see `Ctrl+Shift+O` in its place, until they type.
 */
export function Shortcut() {
  const setting = useSetting('shortcut');
  const { error, draft, type, reset, leave, choose } = useTyping('shortcut');
  const asking = useSignal(false);
  const keysId = useId();
  useEffect(reset, [setting?.value]);
  if (!setting) return null;
  const taken = snapshot.value?.notices.find(({ code }) => code === 'shortcut-taken');
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Tab' || event.key === 'Escape') return;
    const removes = draft === null && (event.key === 'Backspace' || event.key === 'Delete');
    const accelerator = removes ? '' : acceleratorOf(event);
    if (accelerator === null) return;
    event.preventDefault();
    choose(accelerator);
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
            value={draft ?? setting.value}
            placeholder={asking.value ? t().pressKeys : t().none}
            disabled={setting.locked}
            onFocus={() => (asking.value = true)}
            onBlur={() => {
              asking.value = false;
              leave();
            }}
            onKeyDown={press}
            onInput={({ currentTarget: { value } }) => type(value, acceleratorOfText(value, t().keyNames))}
          />
          {setting.value !== '' && draft === null && (
            <span class="keys" id={keysId}>
              {t().shortcut(setting.value)}
            </span>
          )}
        </div>
      )}
    </Field>
  );
}
