import type { DeliverySummary } from '../preload/contract.ts';
import type { first as en } from './en-first.ts';
import { counted, form, list } from './es-numbers.ts';
import { state } from './es-state.ts';
import { atTime, sinceTime } from './es-times.ts';
import { duration } from './numbers.ts';
import type { Shape } from './shape.ts';

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

/** The words of the popup's first paint, which every window has, in Spanish. */
export const first: Shape<typeof en> = {
  ...state,
  duration,
  openOrders: 'Órdenes de trabajo abiertas',
  notAllOrders: 'ServiceChannel no las envió todas. Escriba el número de la que falte.',
  orderDue: (time, over, there) => {
    const due = over ? `vencida ${sinceTime(time)}` : `vence ${time}`;
    return there === null ? due : `${due} (${there} en la tienda)`;
  },
  details: 'Detalles',
  signInTitle: 'Iniciar sesión',
  countsFrom: (time) => `Cuenta ${sinceTime(time)}`,
  wrongNumber: 'Número equivocado…',
  appName: 'OnSite',
  menu: 'Menú',
  back: 'Atrás',
  earlier: 'Fue antes…',
  atTime: (time) => ` · ${time}`,
  arrivedAt: 'Llegué a las',
  leftAt: 'Salí a las',
  backAt: 'Regresé a las',

  workOrder: 'Orden de trabajo',
  workOrderHint: 'Escriba el número que le dieron.',
  workOrderHintPick: 'Escriba el número que le dieron, o elija uno abajo.',
  technicians: 'Técnicos',
  techniciansCount: (count) => counted(count, 'técnico', 'técnicos'),
  changeCrewOpens: 'Cambiar equipo…',
  workType: 'Tipo de trabajo',
  repair: 'Reparación',
  travel: 'Traslado',
  workTypeNumber: (id) => `Tipo ${id}`,
  checkIn: 'Registrar entrada',
  driveTo: 'Ir en camino…',
  recent: 'En pausa y recientes',
  pausedTag: 'en pausa',
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
  withColleagues: 'Con',
  withYou: 'Con usted',
  unnamedColleague: (userId: number) => `UserId ${userId}`,
  pausedVisits: 'Visitas en pausa',
  resumeNumber: (workOrderId) => `Reanudar ${workOrderId}`,

  delivery: 'Envíos',
  deliverySummary: delivery,
  between: (detail) =>
    `respondió algo entre esta computadora y ServiceChannel (${detail}). ¿Hay una página de acceso a la red? Se intenta de nuevo solo`,
  offlineSince: (time) => `sin conexión ${sinceTime(time)}`,
  showDelivery: 'Ver envíos',
  todayShort: (onSite) => `Hoy ${onSite}`,
  today: (onSite, orders) =>
    orders > 1 ? `Hoy ${onSite} en ${orders} órdenes de trabajo` : `Hoy ${onSite} en sitio`,
  stretchInQuestion: (stretch) => `${stretch}, en duda`,
  dayLine: (parts) => `El día: ${list(parts)}`,
  stretch: (kind, from, to) => `${STRETCHES[kind]} de ${from} a ${to}`,
};
