import type { BARE_STATES, FOUND, JournalEntry } from '../main/visit/journal.ts';
import type { RecordedBy } from '../main/visit/types.ts';
import type { deliveryJournal as en } from './en-journal.ts';
import { says } from './es-quotes.ts';
import { atTime } from './es-times.ts';
import type { Shape } from './shape.ts';

type Of<C extends JournalEntry['code']> = Extract<JournalEntry, { code: C }>;

const NOT_SENT: Readonly<Record<Of<'not-sent'>['why'], string>> = {
  offline: 'No se envió: sin conexión',
  'rate-limit': 'No se envió: ServiceChannel no acepta más solicitudes en este minuto',
  'signed-out': 'No se envió: nadie ha iniciado sesión',
  'not-read': 'No se envió: OnSite tiene que ver antes cómo está, y no pudo',
  behind: 'No se envió: lo que muestra ServiceChannel puede estar atrasado',
  'kept-back': 'No se envió: se deshizo en el último momento',
};

const NO_ANSWER: Readonly<Record<Of<'no-answer'>['why'], string>> = {
  timeout: 'No hubo respuesta a tiempo',
  broken: 'La conexión se cortó antes de la respuesta',
  unreadable: 'La respuesta no se pudo leer',
  'not-servicechannel': 'Respondió algo entre esta computadora y ServiceChannel',
  'server-error': 'ServiceChannel falló al responder',
};

const READ_BACK: Readonly<Record<Of<'read-back'>['seen'], string>> = {
  there: 'Revisado: ServiceChannel lo tiene',
  absent: 'Revisado: ServiceChannel no lo tiene',
  unclear: 'Revisado: ServiceChannel no lo dice',
  unreachable: 'No se pudo preguntar a ServiceChannel',
};

const BARE: Readonly<Record<(typeof BARE_STATES | typeof FOUND)[number], string>> = {
  queued: 'Guardado en esta computadora, espera el envío',
  sending: 'Enviado',
  unconfirmed: 'No se sabe si quedó registrado',
  replaced: 'Lo registra otro reporte',
  discarded: 'Abandonado: no se reporta',
  'held-as-reported': 'Revisado: ServiceChannel ya tiene la salida a esta hora',
  held: 'Revisado: otra persona registró su salida',
  'check-in-doubted': 'Revisado: ServiceChannel no tiene la entrada',
  'open-there': 'Revisado: ServiceChannel tiene la entrada abierta',
  'closed-there': 'Revisado: ServiceChannel tiene la entrada cerrada',
  'not-there': 'Revisado: ServiceChannel no tiene nada de esto',
};

/** How a report is known to be recorded. */
const RECORDED: Readonly<Record<RecordedBy, string>> = {
  answer: 'Registrado',
  'read-back': 'Registrado, como lo muestra ServiceChannel',
  technician: 'Registrado, según usted dijo',
  phone: 'Por teléfono: no se envía desde aquí',
  client: 'El cliente fue avisado, y lo captura a mano',
};

/** @param time when that was known; null: that was not kept */
export function recordedAt(by: RecordedBy, time: string | null): string {
  if (time === null) return RECORDED[by];
  switch (by) {
    case 'answer':
      return `Registrado ${atTime(time)}`;
    case 'read-back':
      return `Registrado. Visto en ServiceChannel ${atTime(time)}`;
    case 'technician':
      return `Registrado, según usted dijo ${atTime(time)}`;
    case 'phone':
    case 'client':
      return RECORDED[by];
  }
}

const recorded = ({ mechanicId, by }: Of<'recorded'>): string =>
  mechanicId === null ? RECORDED[by] : `${RECORDED[by]}, MechanicId ${mechanicId}`;

/** A line of the journal of a report's delivery. */
function journal(entry: JournalEntry): string {
  switch (entry.code) {
    case 'recorded':
      return recorded(entry);
    case 'refused':
      return entry.message ? `Rechazado. ${says(entry.message)}` : `Rechazado (HTTP ${entry.httpStatus})`;
    case 'not-sent':
      return entry.detail ? `${NOT_SENT[entry.why]} (${entry.detail})` : NOT_SENT[entry.why];
    case 'no-answer':
      return `${NO_ANSWER[entry.why]}: OnSite revisa si llegó`;
    case 'read-back':
      return READ_BACK[entry.seen];
    case 'failed':
      return 'Algo falló en OnSite; se intenta de nuevo';
    case 'text':
      return entry.text;
    default:
      return BARE[entry.code];
  }
}

/** The journal of delivery in Spanish. */
export const deliveryJournal: Shape<typeof en> = { journal };
