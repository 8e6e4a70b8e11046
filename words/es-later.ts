import type { Obstacle } from '../preload/contract.ts';
import type { later as en } from './en-later.ts';
import { account } from './es-account.ts';
import { adviceWords, toClient } from './es-advice.ts';
import { error } from './es-command-errors.ts';
import { files } from './es-files.ts';
import { deliveryJournal } from './es-journal.ts';
import { moments } from './es-moments.ts';
import { counted, form } from './es-numbers.ts';
import { orders } from './es-orders.ts';
import { phone } from './es-phone.ts';
import { problems } from './es-problems.ts';
import { afterTheirs } from './es-quotes.ts';
import { records } from './es-records.ts';
import { remedies } from './es-remedies.ts';
import { settings } from './es-settings.ts';
import { signIn } from './es-sign-in.ts';
import { atTime } from './es-times.ts';
import { sheet } from './es-timesheet.ts';
import { undo } from './es-undo.ts';
import { updates } from './es-updates.ts';
import { notes } from './notes.ts';
import type { Shape } from './shape.ts';

const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  invoiced: 'Esta orden de trabajo está facturada',
  completed: 'Esta orden de trabajo está terminada',
  cancelled: 'Esta orden de trabajo está cancelada',
  expired: 'Esta orden de trabajo caducó',
};

/** The words of the windows that come after the first paint, or with another page, in Spanish. */
export const later: Shape<typeof en> = {
  ...adviceWords,
  ...problems,
  ...moments,
  ...records,
  ...orders,
  ...deliveryJournal,
  ...remedies,
  ...notes,
  ...account,
  ...signIn,
  ...settings,
  ...updates,
  ...undo,
  sheet,
  phone,
  ...files,
  error,

  pageTitles: { timesheet: 'OnSite – Hoja de horas', settings: 'OnSite – Ajustes' },
  troubleAbove: (workOrderId) => `Requiere atención: ${workOrderId}`,
  troublesAbove: (count) => `${count} cosas requieren atención`,
  newsOnAbove: (workOrderId) => `Novedad sobre ${workOrderId}`,
  questionAbove: 'Una pregunta para usted',
  newsAbove: 'Un aviso para usted',
  changeCrew: 'Cambiar equipo',
  gps: (reason) =>
    afterTheirs(
      reason,
      'Aquí se rechazan las entradas con la app GPS de ServiceChannel. OnSite no necesita GPS: puede registrar la entrada de todos modos.',
    ),
  obstacle: (obstacle, subscriber, leaving) => {
    const act = leaving ? 'salida' : 'entrada';
    return `${OBSTACLES[obstacle]}, y ServiceChannel puede rechazar una ${act}. Pida ${toClient(subscriber)} que la reabra. Puede registrar la ${act} de todos modos.`;
  },
  lookUpRefused: ({ reason, message }) =>
    afterTheirs(
      message,
      reason === 'not-found' || reason === 'tracking-number'
        ? 'ServiceChannel no encuentra este número. Compárelo con el que le dieron. Puede registrar la entrada de todos modos.'
        : 'ServiceChannel no le muestra esta orden de trabajo, y puede rechazar una entrada. Puede registrar la entrada de todos modos.',
    ),
  lacksPermission: (subscriber) =>
    `${subscriber ?? 'Este cliente'} rechazó entradas de su empresa. Pida a su administrador de ServiceChannel el permiso “XML check-in/out” para su empresa. Puede registrar la entrada de todos modos.`,
  colleagues: 'Compañeros',
  checkInName: (name: string) => `Registrar la entrada de ${name}`,
  pauseName: (name: string) => `Pausar a ${name}`,
  arrivedName: (name: string) => `${name} llegó`,
  resumeName: (name: string) => `Reanudar a ${name}`,
  checkOutName: (name: string) => `Registrar la salida de ${name}`,
  endName: (name: string) => `Terminar la visita de ${name}`,
  somebody: 'alguien',
  stillThere: (names: string) =>
    `Siguen registrados allí: ${names}. Una orden completada no acepta su salida. Regístrela antes o elija otro estado.`,
  status: 'Estado',
  extendedStatus: 'Estado ampliado',
  none: 'Ninguno',
  noExtended: 'Ninguno con este estado',
  noStatuses: 'Ninguno (la lista no se puede leer ahora)',
  recentTexts: 'Textos recientes',
  pickText: 'Elija uno…',
  resolution: 'Resolución',
  resolutionHint: (total, range) => `Lo que hizo mientras estuvo en sitio. ${total}, ${range}.`,
  resolutionNeeded: 'este cliente la pide',
  besideStatus: ({ codes, scheduledDate }) => {
    if (codes && scheduledDate) return 'pide códigos de resolución y una fecha';
    if (codes) return 'pide códigos de resolución';
    return scheduledDate ? 'pide una fecha programada' : null;
  },
  code: 'Código',
  codeFor: (category) => `Código para ${category}`,
  rootCause: 'Causa raíz',
  rootCauseFor: (category) => `Causa raíz para ${category}`,
  pickCode: 'Elija uno',
  mostCodes: (count) => `Ya eligió ${count}, los que ServiceChannel acepta`,
  chosenCodes: 'Códigos elegidos',
  chosenCodesFor: (category) => `Códigos elegidos para ${category}`,
  removeShort: 'Quitar',
  removeCode: (name) => `Quitar ${name}`,
  codeText: (name) => `Texto de ${name}`,
  codeNumber: (id) => `Código ${id}`,
  enterInServiceChannel:
    'Con este estado, este cliente pide más de lo que OnSite envía. Captúrelo en ServiceChannel. Si se rechaza sin eso, puede cambiarlo aquí.',
  byPhone: 'Entrada por teléfono',
  byPhoneAdvice: 'Nada de esta visita se envía desde aquí. Llame también para las pausas y la salida.',
  checkOut: 'Registrar salida',
  setStatus: 'Poner estado',

  nothingToDeliver: 'Todavía no se reportó nada.',
  tries: (count) => (count === 0 ? 'Sin enviar' : counted(count, 'intento', 'intentos')),
  repeated: (times, last) => `${counted(times, 'vez', 'veces')}, la última ${atTime(last)}`,

  range: (from, to) => `${from}–${to}`,

  settings: 'Ajustes',
  accountTitle: 'Cuenta',
  signedInAs: (name, userName) => (name ? `${name} (${userName})` : userName),
  notSignedIn: 'Nadie ha iniciado sesión.',
  signOut: 'Cerrar sesión',
  signOutOpen: (workOrderId) =>
    `Usted sigue con la entrada abierta en ${workOrderId}. ServiceChannel la mantiene abierta hasta que vuelva a iniciar sesión y registre la salida.`,
  signOutWaiting: (count) =>
    form(
      count,
      'Un reporte no está registrado todavía. Espera aquí hasta que vuelva a iniciar sesión.',
      `${count} reportes no están registrados todavía. Esperan aquí hasta que vuelva a iniciar sesión.`,
    ),
  record: 'Registro en esta computadora',
  databaseSound: (time) => `Sin daños, revisado ${atTime(time)}`,
  lastCopy: (time) => `última copia ${time}`,
  noCopy: 'todavía sin copia',
  checkNow: 'Revisar ahora',
  lookingUp: 'Buscando…',
  noDetails: 'Sin detalles por ahora. Puede registrar la entrada de todos modos.',
  untouchedIsNow: 'Si no lo cambia, es el momento de su clic.',
  minutesAgo: (count) => `hace ${count} min`,
  whichTime: 'Cuál fue',
  firstTime: (time) => `${time} la primera vez`,
  secondTime: (time) => `${time} la segunda vez`,
  checkOutOf: (workOrderId) => `Registrar salida de ${workOrderId}`,
  finishOf: (workOrderId) => `Terminar ${workOrderId}`,
};
