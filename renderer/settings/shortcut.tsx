import { useSignal } from '@preact/signals';
import { acceleratorOfText } from '../../words/shortcut.ts';
import { Field } from '../ui/field.tsx';
import { snapshot } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { acceleratorOf } from './accelerator.ts';
import { useSaving, useSetting } from './setting.ts';

/** The keys that open OnSite from anywhere, as they are pressed. */
export function Shortcut() {
  const setting = useSetting('shortcut');
  const { error, save } = useSaving('shortcut');
  const asking = useSignal(false);
  if (!setting) return null;
  const taken = snapshot.value?.notices.find(({ code }) => code === 'shortcut-taken');
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Tab' || event.key === 'Escape') return;
    const removes = event.key === 'Backspace' || event.key === 'Delete';
    const accelerator = removes ? '' : acceleratorOf(event);
    if (accelerator === null) return;
    event.preventDefault();
    save(accelerator);
  };
  return (
    <Field
      label={t().settingLabels.shortcut}
      hint={setting.hint}
      error={error ?? (taken ? t().notice(taken, null) : null)}
    >
      {(ids) => (
        <input
          {...ids}
          name="shortcut"
          spellcheck={false}
          autocomplete="off"
          value={t().shortcut(setting.value)}
          placeholder={asking.value ? t().pressKeys : t().none}
          disabled={setting.locked}
          onFocus={() => (asking.value = true)}
          onBlur={() => (asking.value = false)}
          onKeyDown={press}
          onInput={(event) => save(acceleratorOfText(event.currentTarget.value, t().keyNames), 'typed')}
        />
      )}
    </Field>
  );
}
