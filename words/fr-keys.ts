import type { KeyNames } from './shortcut.ts';

/** The keys of a shortcut, as they are written on keyboards. */
export const keyNames: KeyNames = {
  Shift: 'Maj',
  Space: 'Espace',
  Up: 'Haut',
  Down: 'Bas',
  Left: 'Gauche',
  Right: 'Droite',
  Home: 'Début',
  End: 'Fin',
  PageUp: 'Page préc.',
  PageDown: 'Page suiv.',
};
