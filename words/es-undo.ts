import type { UndoView } from '../preload/contract.ts';
import type { undo as en } from './en-undo.ts';
import { atTime, sinceTime } from './es-times.ts';
import type { Shape } from './shape.ts';

/** The last act and its time. */
const deeds: Readonly<Record<UndoView['deed'], (workOrderId: number, time: string) => string>> = {
  'check-in': (order, time) => `Entrada en ${order} ${atTime(time)}`,
  switch: (order, time) => `Cambio a ${order} ${atTime(time)}`,
  'drive-to': (order, time) => `Traslado a ${order} ${sinceTime(time)}`,
  arrived: (order, time) => `Llegada a ${order} ${atTime(time)}`,
  pause: (order, time) => `Pausa en ${order} ${atTime(time)}`,
  resume: (order, time) => `${order} reanudada ${atTime(time)}`,
  break: (order, time) => `Descanso en ${order} ${sinceTime(time)}`,
  'change-crew': (order, time) => `Equipo de ${order} cambiado ${atTime(time)}`,
  'check-out': (order, time) => `Salida de ${order} ${atTime(time)}`,
  'stop-driving': (order, time) => `Traslado a ${order} terminado ${atTime(time)}`,
  'set-status': (order, time) => `Estado de ${order} puesto ${atTime(time)}`,
  end: (order, time) => `${order} terminada ${atTime(time)}`,
};

/** An act that can be taken back for a moment, in Spanish. */
export const undo: Shape<typeof en> = {
  undo: 'Deshacer',
  undoOf: (deed, workOrderId, time) => deeds[deed](workOrderId, time),
};
