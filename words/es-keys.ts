import type { KeyNames } from './shortcut.ts';

/** The keys of a shortcut, as they are written on keyboards. */
export const keyNames: KeyNames = {
  Shift: 'Mayús',
  Space: 'Espacio',
  Up: 'Arriba',
  Down: 'Abajo',
  Left: 'Izquierda',
  Right: 'Derecha',
  Home: 'Inicio',
  End: 'Fin',
  PageUp: 'Re Pág',
  PageDown: 'Av Pág',
};
