import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CommandError, OwnSetting, SettingName, SettingValues } from '../../preload/contract.ts';
import { send, snapshot } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

/** The time without typing after which a text is saved (ms): a half-typed number takes no effect. */
const TYPING = 400;

export interface SettingState<K extends SettingName> {
  readonly value: SettingValues[K];
  readonly locked: boolean;
  /** Why it is as it is, or what it means. */
  readonly hint: string | undefined;
}

/** A setting as it is in force. */
export function useSetting<K extends SettingName>(key: K): SettingState<K> | null {
  const shown = snapshot.value?.settings[key];
  if (!shown) return null;
  return { ...shown, hint: shown.locked ? t().setByCompany : t().settingHints[key] };
}

export interface Saving {
  readonly error: CommandError | null;
  /** Keeps a value, at once or when typing has rested. */
  readonly save: (value: unknown, when?: 'now' | 'typed') => void;
  /** Keeps at once what waits. */
  readonly flush: () => void;
}

type Sent = Parameters<typeof send<'settings:set'>>[1]['value'];

/** Whether a control may send this value. */
const isSent = (value: unknown): value is Sent =>
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  Array.isArray(value);

/** Keeps what is chosen, with what is wrong with it beside the control. */
export function useSaving(key: OwnSetting): Saving {
  const error = useSignal<CommandError | null>(null);
  const waiting = useSignal<{ readonly value: unknown; readonly timer: number } | null>(null);
  const keep = async (value: unknown) => {
    waiting.value = null;
    if (!isSent(value)) {
      error.value = { code: 'setting', key };
      return;
    }
    const result = await send('settings:set', { key, value });
    error.value = result.ok ? null : result.error;
  };
  const flush = () => {
    const pending = waiting.peek();
    if (!pending) return;
    clearTimeout(pending.timer);
    void keep(pending.value);
  };
  const save: Saving['save'] = (value, when = 'now') => {
    const pending = waiting.peek();
    if (pending) clearTimeout(pending.timer);
    if (when === 'now') void keep(value);
    else waiting.value = { value, timer: window.setTimeout(() => void keep(value), TYPING) };
  };
  // A window that closes keeps what was typed last.
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => window.removeEventListener('pagehide', flush);
  }, []);
  return { error: error.value, save, flush };
}

export interface Typing<D> {
  readonly error: CommandError | null;
  /** The text in the control; null where the field shows the setting. */
  readonly draft: D | null;
  readonly type: (draft: D, value: unknown) => void;
  /** Shows the setting again. */
  readonly reset: () => void;
  readonly leave: () => void;
  /** Keeps a value at once. */
  readonly choose: (value: unknown) => void;
}

/** Keeps what is typed when typing has rested, or when the field is left. An invalid text stays in it, to be corrected. */
export function useTyping<D = string>(key: OwnSetting): Typing<D> {
  const { error, save, flush } = useSaving(key);
  const draft = useSignal<D | null>(null);
  const reset = () => {
    draft.value = null;
  };
  return {
    error,
    draft: draft.value,
    type: (typed, value) => {
      draft.value = typed;
      save(value, 'typed');
    },
    reset,
    leave: () => {
      flush();
      if (!error) reset();
    },
    choose: (value) => {
      reset();
      save(value);
    },
  };
}
