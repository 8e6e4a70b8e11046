import { isStoppedHere } from '../main/visit/problem.ts';
import type { DeliveryRow, Notice, ProblemView } from '../preload/contract.ts';
import type { problems as en } from './en-problems.ts';
import { ofClient } from './es-advice.ts';
import { files } from './es-files.ts';
import { recordedAt } from './es-journal.ts';
import { keyNames } from './es-keys.ts';
import { counted, form, minutes } from './es-numbers.ts';
import { says } from './es-quotes.ts';
import { atTime, ofTime, sinceTime } from './es-times.ts';
import { languageName } from './language.ts';
import type { Shape } from './shape.ts';
import { shortcutText } from './shortcut.ts';

type Kind = Pick<ProblemView, 'kind' | 'pause'>;

/** A report's name, with the article and the ending that its gender asks for. */
interface Named {
  readonly name: string;
  readonly the: 'la' | 'el';
  readonly ending: 'a' | 'o';
}

const feminine = (name: string): Named => ({ name, the: 'la', ending: 'a' });
const masculine = (name: string): Named => ({ name, the: 'el', ending: 'o' });

const KINDS: Readonly<Record<ProblemView['kind'], Named>> = {
  'check-in': feminine('entrada'),
  'check-out': feminine('salida'),
  status: masculine('estado'),
  note: feminine('nota'),
  activity: feminine('actividad de trabajo'),
  deletion: feminine('eliminación de la entrada'),
  restore: masculine('estado'),
  codes: masculine('código de resolución'),
};

const PAUSE = feminine('pausa');

const kindOf = (of: Kind): Named => (of.pause ? PAUSE : KINDS[of.kind]);

/** The name of a report: a pause is a check-out for ServiceChannel, and a pause for the technician. */
const report = (of: Kind): string => kindOf(of).name;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

type Titled = Kind &
  Pick<ProblemView, 'state' | 'mistaken' | 'subscriber' | 'told' | 'workOrderId' | 'problem'>;

/** `Entrada de las 15:02 en 107003003` */
const named = (of: Kind & Pick<ProblemView, 'workOrderId'>, time: string): string =>
  `${capital(report(of))} ${ofTime(time)} en ${of.workOrderId}`;

function refusedTitle(of: Titled, time: string): string {
  const { the, ending } = kindOf(of);
  if (of.told) return `En espera de respuesta ${ofClient(of.subscriber)}`;
  if (of.kind === 'restore') return `El estado de ${of.workOrderId} no se devolvió`;
  if (of.mistaken) return `La entrada equivocada ${ofTime(time)} en ${of.workOrderId} sigue ahí`;
  if (of.problem?.reason === 'server-error')
    return `ServiceChannel falló con ${the} ${report(of)} ${ofTime(time)} en ${of.workOrderId}`;
  return of.problem && isStoppedHere(of.problem)
    ? `${named(of, time)}: no se ha enviado`
    : `${named(of, time)}: rechazad${ending}`;
}

/**
 * The title of a problem.
 * @param time of the report; of a pair that is open again its check-in's, of one that was closed the time of that
 */
function problemTitle(of: Titled, time: string): string {
  switch (of.state) {
    case 'on-site':
      return `De nuevo en sitio ${sinceTime(time)}`;
    case 'parked':
      return 'Sigue abierta en ServiceChannel';
    case 'closed':
      return `ServiceChannel registró su salida ${atTime(time)}`;
    case 'unconfirmed': {
      const { the, name, ending } = kindOf(of);
      return `No se sabe si ${the} ${name} ${ofTime(time)} en ${of.workOrderId} quedó registrad${ending}`;
    }
    case 'refused':
      return refusedTitle(of, time);
  }
}

const STATE_TAGS: Readonly<Record<ProblemView['state'], string>> = {
  refused: 'rechazo',
  unconfirmed: 'sin certeza',
  'on-site': 'de nuevo en sitio',
  parked: 'sigue abierta',
  closed: 'cerrada',
};

/** The loss when a report is given up. */
function lost(
  of: Kind & Pick<ProblemView, 'minutes' | 'mistaken' | 'workOrderId' | 'open'>,
  time: string,
): string {
  if (of.kind === 'note') return '¿No enviarla? El cliente no se entera.';
  if (of.mistaken) return `¿Dejarlo así? ${of.workOrderId} conserva la entrada ${ofTime(time)}.`;
  if (of.kind === 'status' || of.kind === 'restore')
    return '¿No reportarlo? El estado queda como está. No se pierde tiempo.';
  if (of.kind === 'codes')
    return '¿No reportarlo? La orden de trabajo queda sin este código. No se pierde tiempo.';
  if (of.minutes === null) return `¿No reportarla? Se perderá el tiempo ${sinceTime(time)}.`;
  const stay = `${minutes(of.minutes)} en sitio`;
  return of.open
    ? `¿No reportarla? Entonces ServiceChannel no sabe que sus ${stay} terminaron.`
    : `¿No reportarla? ${form(of.minutes, 'Se perderá', 'Se perderán')} ${stay}.`;
}

const DELIVERY: Readonly<Record<Exclude<DeliveryRow['delivery']['state'], 'recorded'>, string>> = {
  queued: 'Espera el envío',
  sending: 'Enviando…',
  refused: 'Rechazado',
  unconfirmed: 'No se sabe si quedó registrado',
  replaced: 'Va como actividad de trabajo',
  discarded: 'No reportado',
};

const WAITS_FOR: Readonly<Record<NonNullable<DeliveryRow['waitsFor']> | 'answer' | 'covered', string>> = {
  undo: 'Sale en un momento, a menos que lo deshaga',
  answer: 'Espera su respuesta: hay otra entrada abierta',
  covered: 'Espera su respuesta: otra entrada cubre una parte',
  decision: 'Espera: antes, un reporte anterior de esta visita necesita su decisión',
  open: 'Espera: después registró otra entrada allí; se envía tras esa salida',
  earlier: 'Espera: antes va un reporte anterior',
  'sign-in': 'Espera a que inicie sesión',
  connection: 'Espera una conexión',
  between: 'Espera: respondió algo entre esta computadora y ServiceChannel; se intenta de nuevo',
  limit: 'Espera: ServiceChannel no acepta más solicitudes en este minuto',
};

/** @param recorded when it was known to be recorded; null: not, or that was not kept */
function deliveryState(
  { delivery, waitsFor }: Pick<DeliveryRow, 'delivery' | 'waitsFor'>,
  recorded: string | null,
): string {
  if (waitsFor) return WAITS_FOR[waitsFor];
  if (delivery.state === 'refused' && isStoppedHere(delivery.problem))
    return WAITS_FOR[delivery.problem.reason === 'open-elsewhere' ? 'answer' : 'covered'];
  if (delivery.state === 'refused' && delivery.problem.message)
    return `${DELIVERY.refused}\n${says(delivery.problem.message)}`;
  return delivery.state === 'recorded' ? recordedAt(delivery.by, recorded) : DELIVERY[delivery.state];
}

/** A difference of clocks in words, whichever is ahead. @param ms server minus computer */
export const difference = (ms: number) => {
  const seconds = Math.round(Math.abs(ms) / 1000);
  return seconds < 90 ? counted(seconds, 'segundo', 'segundos') : minutes(Math.round(seconds / 60));
};

function databaseSetAside(path: string | null, copyFrom: string | null): string {
  const what = path === null ? 'no estaba' : 'estaba dañado';
  const copy = copyFrom ? `Se usa la copia ${ofTime(copyFrom)}.` : 'No había copia.';
  const kept = path === null ? '' : ` Se conserva en ${path}.`;
  return `El registro de esta computadora ${what}.${kept} ${copy}`;
}

function unreadable(workOrderIds: readonly (number | null)[]): string {
  const known = workOrderIds.filter((id) => id !== null);
  const which = known.length > 0 ? ` (${known.slice(0, 5).join(', ')})` : '';
  const count = workOrderIds.length;
  return form(
    count,
    `Una visita de esta computadora no se puede leer${which}. Queda como está, y no se envía nada de ella desde aquí. Compárela con ServiceChannel.`,
    `${count} visitas de esta computadora no se pueden leer${which}. Quedan como están, y no se envía nada de ellas desde aquí. Compárelas con ServiceChannel.`,
  );
}

function notice(of: Notice, copyFrom: string | null): string {
  switch (of.code) {
    case 'policy-invalid':
      return `La política de su empresa no se puede usar, así que no puede empezar ninguna visita. En ${of.path}: ${files.policyFault(of.fault)}`;
    case 'settings-set-aside':
      return `No se pudieron leer todos sus ajustes. El archivo se conserva en ${of.path}; lo que no se pudo leer tiene su valor inicial.`;
    case 'settings-not-kept':
      return `Sus ajustes no se pudieron guardar en ${of.path} (${of.detail}). Valen hasta que OnSite termine. Libere espacio o permita escribir ahí, y elija de nuevo.`;
    case 'database-set-aside':
      return databaseSetAside(of.path, copyFrom);
    case 'database-damaged':
      return `El registro de esta computadora está dañado, y no se puede cambiar mientras OnSite funciona (${of.detail}). Cierre OnSite y ábralo de nuevo: ${of.path} se conserva aparte, y se usa la última copia.`;
    case 'visits-unreadable':
      return unreadable(of.workOrderIds);
    case 'database-log-lost':
      return 'Faltan los últimos cambios del registro de esta computadora: se quitó su archivo onsite.db-wal. Lo que iba a enviarse se compara primero con ServiceChannel. Revise en ServiceChannel lo último que hizo.';
    case 'tray-not-done':
      return 'Lo que eligió en el menú de la bandeja no se hizo.';
    case 'unexpected':
      return 'Algo falló en OnSite. Lo que hizo antes está guardado, y los reportes siguen. Lo que pasó está en su registro.';
    case 'no-keychain':
      return 'Esta computadora no tiene llavero, así que tendrá que iniciar sesión otra vez cuando OnSite se abra de nuevo.';
    case 'left-in-keychain':
      return 'Su sesión está cerrada, pero el llavero no dejó que OnSite la borrara. OnSite lo intenta de nuevo cuando se abra otra vez.';
    case 'no-sandbox':
      return 'OnSite se inició sin su aislamiento, que mantiene los daños de una página lejos del resto de este equipo. Inícielo sin --no-sandbox y no como root.';
    case 'shortcut-taken':
      return `El atajo ${shortcutText(of.shortcut, keyNames)} es de otro programa, o no se puede usar aquí. Elija otro en Ajustes.`;
    case 'login-start-not-set':
      return `No se pudo hacer que OnSite se abra al iniciar sesión (${of.detail}). Ábralo a mano, o permita escribir ahí y elija de nuevo.`;
    case 'language-unknown':
      return `OnSite todavía no tiene textos en ${languageName(of.language, 'es')}. Elija English, Español o Français en Ajustes.`;
    case 'clock':
      return `El reloj de esta computadora está ${of.differenceMs > 0 ? 'atrasado' : 'adelantado'} ${difference(of.differenceMs)} con respecto al de ServiceChannel. Las horas reportadas se corrigen.`;
  }
}

/** Problems, delivery and notices in Spanish. */
export const problems: Shape<typeof en> = {
  report,
  named,
  problemTitle,
  problemLine: (of, time) => `${capital(report(of))} ${ofTime(time)} · ${of.workOrderId}`,
  problemTag: (state) => STATE_TAGS[state],
  says,
  lost,
  deliveryState,
  statuses: {
    Completed: 'Terminado (Completed)',
    Incomplete: 'Vuelvo después (Incomplete)',
    PartsOnOrder: 'Piezas pedidas',
    WaitingForQuote: 'Espera de cotización',
    InProgress: 'En curso',
    NoStatusChange: 'Sin cambio de estado',
  },
  notice,
  unconfirmedAdvice:
    'La conexión se cortó antes de la respuesta. Mire en ServiceChannel. Luego diga si está ahí.',
  differingTitle: (workOrderId) => `${workOrderId} tiene dos MechanicId`,
  differing: (checkIn, checkOut) =>
    `ServiceChannel respondió a la entrada con MechanicId ${checkIn} y a su salida con MechanicId ${checkOut}. Se guardan los dos. Avise a su oficina si las horas se ven mal.`,
  dontReport: 'No reportar',
  keepIt: 'Conservar',
  noted: 'Enterado',
  more: 'Más',
  dismiss: 'Cerrar',
};
