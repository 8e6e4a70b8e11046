import type { UndoView } from '../preload/contract.ts';
import type { undo as en } from './en-undo.ts';
import { atTime, fromTime } from './fr-times.ts';
import type { Shape } from './shape.ts';

/** The last act and its time. */
const deeds: Readonly<Record<UndoView['deed'], (workOrderId: number, time: string) => string>> = {
  'check-in': (order, time) => `Arrivée sur ${order} ${atTime(time)}`,
  switch: (order, time) => `Passage à ${order} ${atTime(time)}`,
  'drive-to': (order, time) => `Trajet vers ${order} ${fromTime(time)}`,
  arrived: (order, time) => `Arrivée sur place, ${order}, ${atTime(time)}`,
  pause: (order, time) => `Pause de ${order} ${atTime(time)}`,
  resume: (order, time) => `Reprise de ${order} ${atTime(time)}`,
  break: (order, time) => `Pause sur ${order} ${fromTime(time)}`,
  'change-crew': (order, time) => `Équipe de ${order} changée ${atTime(time)}`,
  'check-out': (order, time) => `Départ de ${order} ${atTime(time)}`,
  'stop-driving': (order, time) => `Fin du trajet vers ${order} ${atTime(time)}`,
  'set-status': (order, time) => `Statut de ${order} mis ${atTime(time)}`,
  end: (order, time) => `Fin de ${order} ${atTime(time)}`,
};

/** An act that can be taken back for a moment, in French. */
export const undo: Shape<typeof en> = {
  undo: 'Annuler',
  undoOf: (deed, workOrderId, time) => deeds[deed](workOrderId, time),
};
