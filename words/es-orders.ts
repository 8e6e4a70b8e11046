import type { orders as en } from './en-orders.ts';
import { afterTheirs } from './es-quotes.ts';
import { atTime } from './es-times.ts';
import type { Shape } from './shape.ts';

/** Open work orders, and the details of one, in Spanish. */
export const orders: Shape<typeof en> = {
  detailsOf: (workOrderId) => `Detalles de ${workOrderId}`,
  lineWords: {
    technicians: ['técnicos', 'técnico', 'tecnicos', 'tecnico', 'tecs', 'tec', 'techs', 'tech'],
    minutes: ['minutos', 'minuto', 'mins', 'min', 'm'],
    hours: ['horas', 'hora', 'hrs', 'hr', 'h'],
    yesterday: ['ayer'],
    at: ['a las', 'a la', '@'],
    am: ['am', 'a.m.', 'a.m', 'a. m.'],
    pm: ['pm', 'p.m.', 'p.m', 'p. m.'],
  },
  lineDoes: (order, time, technicians) =>
    `Enter registra la entrada en ${order}${time === null ? '' : ` ${atTime(time)}`}${technicians === null ? '' : ` con ${technicians}`}.`,
  lineFillsIn: (order, time, technicians) =>
    `Enter escribe ${order}${time === null ? '' : `, ${time}`}${technicians === null ? '' : `, ${technicians}`}.`,
  lineUnsureTime: 'La hora puede ser otra: revísela antes de registrar la entrada.',
  oneOfThese: 'Elija una de estas, o escriba su número.',
  nothingFound: 'Ninguna de sus órdenes abiertas tiene eso. Escriba el número que le dieron.',
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
