import type { orders as en } from './en-orders.ts';
import { afterTheirs } from './es-quotes.ts';
import type { Shape } from './shape.ts';

/** Open work orders, and the details of one, in Spanish. */
export const orders: Shape<typeof en> = {
  runningLate: 'Voy con retraso…',
  expectedAt: 'Llegada prevista',
  expectedHint: 'La fecha programada se mueve a esa hora, si su cliente lo permite.',
  lateSent: 'El cliente está avisado.',
  lateMoved: 'El cliente está avisado, y la fecha programada se movió.',
  lateNotMoved: (message) =>
    afterTheirs(
      message,
      'El cliente está avisado. La fecha programada queda igual: pida a su oficina que la mueva.',
    ),
  showIt: 'Mostrar',
  detailNames: {
    address: 'Dirección',
    phone: 'Teléfono',
    scheduled: 'Programada',
    called: 'Reportada',
    expires: 'Caduca',
    nte: 'No exceder (NTE)',
    caller: 'Quien llamó',
    problemCode: 'Código de problema',
  },
  openInServiceChannel: 'Abrir en ServiceChannel',
  showOnMap: 'Mostrar en el mapa',
  copyNumber: 'Copiar número',
  notes: 'Notas',
  moreNotes: 'Notas anteriores',
  addNote: 'Agregar nota',
};
