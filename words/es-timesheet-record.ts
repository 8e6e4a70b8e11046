import type { SheetDifference } from '../preload/contract.ts';
import type { sheetRecord as en } from './en-timesheet-record.ts';
import { counted } from './es-numbers.ts';
import type { Shape } from './shape.ts';

function whatToDo({ here, there, disputeMinutes }: SheetDifference): string {
  if (!here)
    return 'Nadie reportó esto desde aquí. Puede ser una salida automática, una llamada o una captura de la oficina. Si no es suyo, avise al cliente con una nota en la orden de trabajo.';
  if (!there)
    return 'ServiceChannel no tiene nada de esto. Vea en Envíos si fue rechazado, o avise al cliente con una nota en la orden de trabajo.';
  return `Este cliente disputa facturas desde ${disputeMinutes} minutos de diferencia. Si sus horas son correctas, corrija el registro; si lo son las de allá, corrija las suyas.`;
}

/** The two records of a day beside each other, in Spanish. */
export const sheetRecord: Shape<typeof en> = {
  edit: 'Editar',
  editOf: (workOrderId) => `Editar ${workOrderId}`,
  checkIn: 'Entrada',
  checkOut: 'Salida',
  save: 'Guardar',
  addBreak: 'Agregar descanso…',
  cancel: 'Cancelar',
  addVisit: 'Agregar visita…',
  addHint: 'Para una visita sin entrada registrada: las dos horas, hasta 7 días atrás.',
  editHint:
    'Hasta 7 días atrás. Lo que ServiceChannel registró se corrige ahí; las horas anteriores se conservan.',
  compareNow: 'Comparar ahora',
  comparing: 'Comparando…',
  comparedAt: (time) => `Comparado: ${time}`,
  differences: 'Diferencias',
  differenceOf: (day, workOrderId) => `${day}, ${workOrderId}`,
  here: 'Aquí',
  there: 'En ServiceChannel',
  stay: (range, length) => `${range} (${length})`,
  openStay: (from) => `${from}, sigue abierta`,
  noStay: 'Nada',
  whatToDo,
  correctRecord: (workOrderId) => `Corregir ${workOrderId}…`,
  heldInstead: (times) => `ServiceChannel tiene ${times}. Guardar pone ahí las horas de arriba.`,
  trail: (times, when) => `Era ${times} hasta que se corrigió, ${when}`,
  askedFor: 'Pedido, sin cambiar',
  grantedAsAsked: 'El cliente lo cambió como se pidió',
  askedDetail: (times, count, when, sent) =>
    `${times}, ${counted(count, 'técnico', 'técnicos')}. ${sent ? `Se avisó al cliente: ${when}` : `La nota espera el envío: ${when}`}.`,
  askClient: 'Pedir al cliente…',
  askHint:
    'ServiceChannel acepta correcciones solo mientras la orden está In Progress, y nunca otro número de técnicos. El cliente puede cambiar ambos.',
  notInProgress: (status) =>
    `Esta orden de trabajo está ${status}. Puede que ServiceChannel ya no acepte correcciones: entonces pídalo al cliente.`,
  stayOfCrew: (times, count) => `${times}, ${counted(count, 'técnico', 'técnicos')}`,
  startOf: (workOrderId) => `Inicio de ${workOrderId}`,
  endOf: (workOrderId) => `Fin de ${workOrderId}`,
};
