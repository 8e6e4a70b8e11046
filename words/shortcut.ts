/** Keys that have a name of their own in a language, as Electron calls them. */
export type KeyName =
  | 'Shift'
  | 'Space'
  | 'Up'
  | 'Down'
  | 'Left'
  | 'Right'
  | 'Home'
  | 'End'
  | 'PageUp'
  | 'PageDown';

export type KeyNames = Readonly<Record<KeyName, string>>;

/** The other names that Electron has for its modifiers, in small letters. */
const SAME: Readonly<Record<string, string>> = {
  commandorcontrol: 'Ctrl',
  cmdorctrl: 'Ctrl',
  control: 'Ctrl',
  ctrl: 'Ctrl',
  option: 'Alt',
  alt: 'Alt',
  shift: 'Shift',
};

/** The modifiers as macOS writes them: `CommandOrControl` is Command there. */
const ON_MAC: Readonly<Record<string, string>> = {
  commandorcontrol: '⌘',
  cmdorctrl: '⌘',
  command: '⌘',
  cmd: '⌘',
  super: '⌘',
  control: '⌃',
  ctrl: '⌃',
  option: '⌥',
  alt: '⌥',
  shift: '⇧',
};

const FROM_MAC: Readonly<Record<string, string>> = {
  '⌘': 'CommandOrControl',
  '⌃': 'Control',
  '⌥': 'Alt',
  '⇧': 'Shift',
};

const isKeyName = (part: string, names: KeyNames): part is KeyName => Object.hasOwn(names, part);

/** A page knows its system; main, which shows no shortcut, may have no `navigator`. */
const isMac = (): boolean => typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');

/** A shortcut in Electron's words as people read it: `Ctrl+Shift+O`, on macOS `⌘⇧O`. */
export function shortcutText(accelerator: string, names: KeyNames, onMac = isMac()): string {
  const named = (part: string) => {
    const key = SAME[part.toLowerCase()] ?? part;
    return isKeyName(key, names) ? names[key] : key;
  };
  const parts = accelerator.split('+');
  if (onMac) return parts.map((part) => ON_MAC[part.toLowerCase()] ?? named(part)).join('');
  return parts.map(named).join('+');
}

/** The shortcut in Electron's words that a text as people read it stands for; other texts stay as they are. */
export function acceleratorOfText(text: string, names: KeyNames): string {
  const spelled = text.trim().replace(/[⌘⌃⌥⇧]/g, (symbol) => `${FROM_MAC[symbol]}+`);
  const electrons = Object.entries(names);
  return spelled
    .split('+')
    .map((part) => electrons.find(([, name]) => name.toLowerCase() === part.toLowerCase())?.[0] ?? part)
    .join('+');
}
