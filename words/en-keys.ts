import type { KeyNames } from './shortcut.ts';

/** The keys of a shortcut, as they are written on keyboards. */
export const keyNames: KeyNames = {
  Shift: 'Shift',
  Space: 'Space',
  Up: 'Up',
  Down: 'Down',
  Left: 'Left',
  Right: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};
