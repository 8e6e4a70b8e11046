import type { DeliverySummary, Obstacle } from '../preload/contract.ts';
import type { en } from './en.ts';
import { account } from './es-account.ts';
import { adviceWords, toClient } from './es-advice.ts';
import { error } from './es-command-errors.ts';
import { desktop } from './es-desktop.ts';
import { files } from './es-files.ts';
import { deliveryJournal } from './es-journal.ts';
import { moments } from './es-moments.ts';
import { counted, form, list } from './es-numbers.ts';
import { orders } from './es-orders.ts';
import { phone } from './es-phone.ts';
import { problems } from './es-problems.ts';
import { afterTheirs } from './es-quotes.ts';
import { records } from './es-records.ts';
import { remedies } from './es-remedies.ts';
import { settings } from './es-settings.ts';
import { start } from './es-start.ts';
import { atTime, sinceTime } from './es-times.ts';
import { sheet } from './es-timesheet.ts';
import { undo } from './es-undo.ts';
import { updates } from './es-updates.ts';
import { notes } from './notes.ts';
import { duration } from './numbers.ts';
import type { Shape } from './shape.ts';

const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  invoiced: 'Esta orden de trabajo está facturada',
  completed: 'Esta orden de trabajo está terminada',
  cancelled: 'Esta orden de trabajo está cancelada',
  expired: 'Esta orden de trabajo caducó',
};

const STRETCHES = { 'on site': 'en sitio', travel: 'traslado', paused: 'pausa' } as const;

function delivery({ kind, count }: Pick<DeliverySummary, 'kind' | 'count'>): string {
  switch (kind) {
    case 'recorded':
      return 'Todo registrado';
    case 'told':
      return `${count} en espera del cliente`;
    case 'sending':
      return 'Enviando…';
    case 'waiting':
      return `${count} por enviar`;
    case 'attention':
      return `${count} ${form(count, 'requiere', 'requieren')} atención`;
  }
}

/** Every word of the windows, in Spanish as in Mexico, with `usted`. */
export const es: Shape<typeof en> = {
  ...desktop,
  ...adviceWords,
  ...problems,
  ...moments,
  ...records,
  ...orders,
  ...deliveryJournal,
  ...remedies,
  ...notes,
  ...account,
  ...undo,
  ...start,
  ...settings,
  ...updates,
  sheet,
  phone,
  ...files,
  error,
  duration,
  environments: { production: 'Producción', sandbox: 'Sandbox', custom: 'Propio de su empresa' },

  appName: 'OnSite',
  pageTitles: { timesheet: 'OnSite – Hoja de horas', settings: 'OnSite – Ajustes' },
  menu: 'Menú',
  troubleAbove: (workOrderId) => `Requiere atención: ${workOrderId}`,
  troublesAbove: (count) => `${count} cosas requieren atención`,
  newsOnAbove: (workOrderId) => `Novedad sobre ${workOrderId}`,
  questionAbove: 'Una pregunta para usted',
  newsAbove: 'Un aviso para usted',
  back: 'Atrás',
  earlier: 'Fue antes…',
  whichTime: 'Cuál fue',
  firstTime: (time) => `${time} la primera vez`,
  secondTime: (time) => `${time} la segunda vez`,
  untouchedIsNow: 'Si no lo cambia, es el momento de su clic.',
  atTime: (time) => ` · ${time}`,
  minutesAgo: (count) => `hace ${count} min`,
  arrivedAt: 'Llegué a las',
  leftAt: 'Salí a las',
  backAt: 'Regresé a las',

  workOrder: 'Orden de trabajo',
  workOrderHint: 'Escriba el número que le dieron.',
  workOrderHintPick: 'Escriba el número que le dieron, o elija uno abajo.',
  lookingUp: 'Buscando…',
  noDetails: 'Sin detalles por ahora. Puede registrar la entrada de todos modos.',
  technicians: 'Técnicos',
  techniciansCount: (count) => counted(count, 'técnico', 'técnicos'),
  changeCrewOpens: 'Cambiar equipo…',
  changeCrew: 'Cambiar equipo',
  workType: 'Tipo de trabajo',
  repair: 'Reparación',
  travel: 'Traslado',
  workTypeNumber: (id) => `Tipo ${id}`,
  checkIn: 'Registrar entrada',
  driveTo: 'Ir en camino…',
  recent: 'En pausa y recientes',
  pausedTag: 'en pausa',
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
  switchTitle: 'Cambiar de orden de trabajo',
  switchPauses: (workOrderId) => `pone ${workOrderId} en pausa`,

  since: sinceTime,
  pausedFor: (time) => `en pausa ${time}`,
  onSite: 'en sitio',
  pausedSince: (time) => `en pausa ${sinceTime(time)}`,
  pausedAt: (time, ago) => `pausa ${atTime(time)}, hace ${ago}`,
  pause: 'Pausar',
  arrived: 'Llegué',
  resume: 'Reanudar',
  finishOpens: 'Terminar…',
  switch: 'Cambiar de orden…',
  colleagues: 'Compañeros',
  withColleagues: 'Con',
  withYou: 'Con usted',
  unnamedColleague: (userId: number) => `UserId ${userId}`,
  checkInName: (name: string) => `Registrar la entrada de ${name}`,
  pauseName: (name: string) => `Pausar a ${name}`,
  arrivedName: (name: string) => `${name} llegó`,
  resumeName: (name: string) => `Reanudar a ${name}`,
  checkOutName: (name: string) => `Registrar la salida de ${name}`,
  endName: (name: string) => `Terminar la visita de ${name}`,
  somebody: 'alguien',
  stillThere: (names: string) =>
    `Siguen registrados allí: ${names}. Una orden completada no acepta su salida. Regístrela antes o elija otro estado.`,
  pausedVisits: 'Visitas en pausa',
  resumeNumber: (workOrderId) => `Reanudar ${workOrderId}`,

  checkOutOf: (workOrderId) => `Registrar salida de ${workOrderId}`,
  finishOf: (workOrderId) => `Terminar ${workOrderId}`,
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

  delivery: 'Envíos',
  deliverySummary: delivery,
  between: (detail) =>
    `respondió algo entre esta computadora y ServiceChannel (${detail}). ¿Hay una página de acceso a la red? Se intenta de nuevo solo`,
  offlineSince: (time) => `sin conexión ${sinceTime(time)}`,
  showDelivery: 'Ver envíos',
  nothingToDeliver: 'Todavía no se reportó nada.',
  tries: (count) => (count === 0 ? 'Sin enviar' : counted(count, 'intento', 'intentos')),
  repeated: (times, last) => `${counted(times, 'vez', 'veces')}, la última ${atTime(last)}`,

  todayShort: (onSite) => `Hoy ${onSite}`,
  today: (onSite, orders) =>
    orders > 1 ? `Hoy ${onSite} en ${orders} órdenes de trabajo` : `Hoy ${onSite} en sitio`,
  stretchInQuestion: (stretch) => `${stretch}, en duda`,
  dayLine: (parts) => `El día: ${list(parts)}`,
  stretch: (kind, from, to) => `${STRETCHES[kind]} de ${from} a ${to}`,
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
};
