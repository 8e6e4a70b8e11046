/** Keys that Electron names otherwise than the DOM: https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts */
const NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  '+': 'Plus',
};

/** A pressed key with its modifiers. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The key without what Shift makes of it. */
function keyOf({ key, code }: Pressed): string | null {
  const letter = /^(?:Key|Digit)(.)$/.exec(code)?.[1];
  if (letter) return letter;
  const name = NAMES[key] ?? key;
  if (
    /^F([1-9]|1\d|2[0-4])$/.test(name) ||
    /^(Space|Up|Down|Left|Right|Home|End|PageUp|PageDown|Insert|Plus)$/.test(name)
  )
    return name;
  return name.length === 1 ? name.toUpperCase() : null;
}

/**
 * A shortcut in Electron's words, such as `CommandOrControl+Shift+O`; null while only modifiers are pressed, or where
 * the keys alone would be taken away from every other program.
 */
export function acceleratorOf(pressed: Pressed): string | null {
  const key = keyOf(pressed);
  if (key === null) return null;
  const { ctrlKey, metaKey, altKey, shiftKey } = pressed;
  if (!ctrlKey && !metaKey && !altKey && !/^F\d+$/.test(key)) return null;
  const modifiers = [
    ctrlKey || metaKey ? 'CommandOrControl' : '',
    altKey ? 'Alt' : '',
    shiftKey ? 'Shift' : '',
  ];
  return [...modifiers, key].filter(Boolean).join('+');
}
