import type { RefusalReason } from '../main/visit/problem.ts';
import type { Advised, adviceWords as en } from './en-advice.ts';
import { PHONE_LINE } from './phone-line.ts';
import type { Shape } from './shape.ts';

/** `a Acme`, `al cliente` */
export const toClient = (subscriber: string | null): string =>
  subscriber === null ? 'al cliente' : `a ${subscriber}`;

/** `de Acme`, `del cliente` */
export const ofClient = (subscriber: string | null): string =>
  subscriber === null ? 'del cliente' : `de ${subscriber}`;

type Advice = (of: Advised) => string;

const reopen: Advice = ({ subscriber }) => `Pida ${toClient(subscriber)} que la reabra. Luego reenvíe.`;

const isArrival = ({ kind }: Advised) => kind === 'check-in';

const noPermission: Advice = (of) =>
  isArrival(of) || of.kind === 'note' || of.kind === 'activity'
    ? 'Usted no tiene permiso para esto. Pida el permiso a su oficina. Luego reenvíe.'
    : 'No tiene permiso para esto, o para poner este estado. Pruebe otro estado, o pida el permiso a su oficina.';

/** The advice on a refusal, by its reason. */
const advice: Readonly<Record<RefusalReason, Advice>> = {
  'not-found': ({ subscriber }) =>
    `Compare el número con el que le dieron. Si es correcto, pida ${toClient(subscriber)} que la asigne a su empresa. Luego reenvíe.`,
  'xml-permission': (of) =>
    isArrival(of)
      ? `Pida al administrador de ServiceChannel ${ofClient(of.subscriber)} el permiso “XML check-in/out” para su empresa. Luego reenvíe. O registre la entrada por teléfono: ${PHONE_LINE}.`
      : `${noPermission(of)} O registre la salida por teléfono: ${PHONE_LINE}.`,
  permission: noPermission,
  'work-type': ({ subscriber }) =>
    `${subscriber ?? 'Este cliente'} no tiene este tipo de trabajo. Elija otro.`,
  premature: ({ subscriber }) =>
    `La orden de trabajo empieza más tarde. Pida ${toClient(subscriber)} que corrija la fecha y reenvíe, o cambie la hora.`,
  'out-of-date': ({ subscriber }) =>
    `ServiceChannel acepta horas de hasta 7 días atrás. Diga sus horas ${toClient(subscriber)}.`,
  'time-ahead': () =>
    'Esa hora está adelantada al reloj del sitio. Corrija la fecha, la hora y la zona horaria de esta computadora. Luego reenvíe.',
  'not-checked-in': ({ subscriber }) =>
    `Usted ya no tiene una entrada abierta ahí. Algunos clientes registran la salida solos después de unas horas. Pida ${toClient(subscriber)} que corrija sus horas.`,
  field: (of) =>
    of.kind === 'note'
      ? 'Cambie el texto. Luego envíelo.'
      : 'Cambie lo que ServiceChannel pide. Luego envíelo.',
  codes: () => 'Este cliente pide códigos de resolución al terminar. Elija los que acepta. Luego envíelo.',
  'extended-status': () => 'Este estado no es para esta orden de trabajo. Elija otro.',
  'tracking-number': ({ subscriber }) =>
    `Revise el número. Si es correcto, pida ${toClient(subscriber)} que corrija el número de seguimiento. Luego reenvíe.`,
  completed: reopen,
  'closed-for-check-in': reopen,
  'mile-range': (of) =>
    `${of.subscriber ?? 'Este cliente'} quiere su posición, y OnSite no envía ninguna. Pídale que lo permita sin GPS. O registre la ${isArrival(of) ? 'entrada' : 'salida'} por teléfono: ${PHONE_LINE}.`,
  overlap: () => 'Otra entrada suya cubre una parte de este tiempo. Cambie la hora, o pregunte a su oficina.',
  'not-allowed': () => 'Tal vez ya está hecho. Mire en ServiceChannel antes de reenviar.',
  'not-on-record': ({ subscriber }) =>
    `ServiceChannel no muestra ninguna estancia suya a esa hora. Pida ${toClient(subscriber)} que lo corrija.`,
  'status-unknown': ({ subscriber }) =>
    `La entrada equivocada puso el estado en In Progress / On Site. Pida ${toClient(subscriber)} que lo devuelva.`,
  'server-error': () =>
    'ServiceChannel falló dos veces, y no guardó nada. Su hora está guardada. Reenvíe más tarde. Si vuelve a fallar, muestre este texto a su oficina.',
  'open-elsewhere': () =>
    'No se envió: otra entrada suya estaba abierta, hecha en otro lugar. Si esta es la correcta, regístrela de todos modos.',
  'elsewhere-then': () =>
    'No se envió: el reloj de este equipo estaba mal. A la hora correcta, otra entrada suya cubre una parte de esta estancia. Cambie la hora de una de ellas. Luego reenvíe.',
  unknown: () => 'Reenvíe más tarde, o cámbielo. Si se rechaza otra vez, muestre este texto a su oficina.',
};

/** Advice in Spanish. */
export const adviceWords: Shape<typeof en> = { advice };
