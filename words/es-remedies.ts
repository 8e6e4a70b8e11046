import type { LateView, RemedyName } from '../preload/contract.ts';
import type { remedies as en } from './en-remedies.ts';
import { toClient } from './es-advice.ts';
import { atTime, ofTime, sinceTime, untilTime } from './es-times.ts';
import { PHONE_LINE } from './phone-line.ts';
import type { Shape } from './shape.ts';

type Labelled = Exclude<RemedyName, 'check-in-at'>;

const labels: Readonly<Record<Labelled, string>> = {
  'send-again': 'Reenviar',
  'it-was-recorded': 'Sí quedó registrado',
  discard: 'No reportar esto…',
  'tell-client': 'Avisar al cliente',
  'record-activity': 'Registrar como actividad de trabajo',
  'correct-record': 'Corregir el registro',
  'wrong-number': 'Número equivocado…',
  'by-phone': 'Entrada por teléfono',
  change: 'Cambiar…',
  'client-enters': 'Listo',
  'without-status': 'Registrar salida sin estado',
  'note-closed': 'Enterado',
  'open-order': 'Abrir en ServiceChannel',
};

const LATE: Readonly<Record<LateView['kind'] | 'pause', string>> = {
  'check-in': 'La entrada',
  'check-out': 'La salida',
  pause: 'La pausa',
  status: 'El estado',
  note: 'La nota',
  activity: 'La actividad de trabajo',
  deletion: 'La eliminación de la entrada',
  restore: 'El estado',
  codes: 'El código de resolución',
};

const lateAdvice = ({ count }: LateView, until: string, isOver: boolean): string => {
  const many = count > 1 ? `${count} reportes tienen más de 5 días. ` : '';
  if (isOver)
    return `${many}ServiceChannel acepta horas de hasta 7 días atrás, y esta es más antigua. Pida a su oficina que capture las horas.`;
  return `${many}ServiceChannel lo acepta ${untilTime(until)}, 7 días después. Conecte esta computadora a la red, o pida a su oficina que capture las horas.`;
};

/** Remedies of refusals in Spanish. */
export const remedies: Shape<typeof en> = {
  moveHint: (workOrderId) =>
    `Las horas pasan a esta orden de trabajo, y ${workOrderId} se corrige hasta donde ServiceChannel lo permite.`,
  remedy: (name, earliest) =>
    name === 'check-in-at' ? `Registrar entrada ${atTime(earliest)}` : labels[name],
  openOrder: (workOrderId) => `Abrir ${workOrderId} en ServiceChannel`,
  lateTitle: (of, time) =>
    `${LATE[of.pause ? 'pause' : of.kind]} ${ofTime(time)} en ${of.workOrderId} todavía espera el envío`,
  lateAdvice,
  timeSafe: (stay) => `Su tiempo está guardado: ${stay}`,
  note: 'Nota',
  sendNote: 'Enviar nota',
  told: (time) => `El cliente fue avisado con su nota ${ofTime(time)}.`,
  beingTold: (time) => `Su nota ${ofTime(time)} va en camino al cliente.`,
  held: (theirs, ours) => `ServiceChannel tiene ${theirs}. Usted tiene ${ours}.`,
  correctAdvice: '“Corregir el registro” pone sus horas en su lugar.',
  activityAdvice: (techsCount) =>
    `“Registrar como actividad de trabajo” captura toda la estancia de una vez.${
      techsCount > 1
        ? ` Registra un técnico de ${techsCount}. Si la entrada es nueva ahí, una nota pide al cliente los demás.`
        : ''
    }`,
  earliestAdvice: (time, earliest) =>
    `ServiceChannel la acepta ${sinceTime(earliest)}. Una nota dice que usted estaba ahí ${atTime(time)}.`,
  send: 'Enviar',
  checkInTime: 'Entrada',
  checkOutTime: 'Salida',
  pauseHasNone: 'Una pausa no tiene estado. Con un estado es una salida.',
  onSiteAgain: (what) => `${what}: no se reporta. Usted sigue con la entrada abierta.`,
  askingWhetherOpen: (what) =>
    `${what}: no se reporta. OnSite pregunta a ServiceChannel si su entrada sigue abierta.`,
  goneThere: (workOrderId, since) =>
    `ServiceChannel ya no tiene en ${workOrderId} su entrada abierta ${sinceTime(since)}: puede que el cliente la haya quitado. Su próxima salida la envía otra vez.`,
  openThere: (workOrderId, since, left) =>
    `ServiceChannel lo tiene en ${workOrderId} ${sinceTime(since)}. Aquí su estancia terminó ${atTime(left)}.`,
  openThereAdvice: (subscriber) =>
    `Pida ${toClient(subscriber)} que la cierre, o registre la salida por teléfono: ${PHONE_LINE}. Se muestra aquí hasta que se cierre.`,
  closedThere: (workOrderId, since, left) =>
    `Usted registró su entrada en ${workOrderId} ${atTime(since)}. Su propia salida fue ${atTime(left)}.`,

  leaveAt: (time) => `Salir ${atTime(time)}`,
  zeroMinutes: 'Se registrarán 0 min',
  leavesAt: (time) => `Sale ${atTime(time)}: se registrarán 0 min`,
  takeItBack: 'Deshacerla',
  takeBackAsks: (time, note) =>
    `ServiceChannel tiene esta entrada. Se cierra ${atTime(time)} con 0 min, y el cliente recibe una nota: “${note}”`,
  notReported: 'No reportado',
  firstPaused: (workOrderId, time) => `${workOrderId} está en pausa ${sinceTime(time)}.`,
  resumeFrom: (time) => `Reanudar ${sinceTime(time)}`,
  move: 'Mover',
  noVisit: 'No hubo visita',
  noVisitHint:
    '¿Nadie estuvo ahí? “No hubo visita” la quita del registro, hasta donde ServiceChannel lo permite.',
  notRemoved: (subscriber) => `Nadie estuvo ahí. Pida ${toClient(subscriber)} que la quite.`,
  notPutBack: (subscriber) =>
    `La entrada equivocada cambió su estado. Pida ${toClient(subscriber)} que lo devuelva.`,
  moveHintUnsent: 'Las horas pasan a esta orden de trabajo. Con el número equivocado no se registró nada.',
};
