import type { DeliverySummary } from '../preload/contract.ts';
import type { first as en } from './en-first.ts';
import { counted, form, list } from './fr-numbers.ts';
import { state } from './fr-state.ts';
import { atTime, fromTime, sinceTime } from './fr-times.ts';
import { duration } from './numbers.ts';
import type { Shape } from './shape.ts';

const STRETCHES = { 'on site': 'sur place', travel: 'trajet', paused: 'pause' } as const;

function delivery({ kind, count }: Pick<DeliverySummary, 'kind' | 'count'>): string {
  switch (kind) {
    case 'recorded':
      return 'Tout est enregistré';
    case 'told':
      return `${count} en attente du client`;
    case 'sending':
      return 'Envoi…';
    case 'waiting':
      return `${count} à envoyer`;
    case 'attention':
      return `${count} ${form(count, 'attend', 'attendent')} votre réponse`;
  }
}

/** The words of the popup's first paint, which every window has, in French. */
export const first: Shape<typeof en> = {
  ...state,
  duration,
  openOrders: 'Bons de travail ouverts',
  notAllOrders: 'ServiceChannel ne les a pas tous envoyés. Saisissez le numéro de celui qui manque.',
  orderDue: (time, over, there) => {
    const due = over ? `en retard ${sinceTime(time)}` : `échéance ${time}`;
    return there === null ? due : `${due} (${there} au magasin)`;
  },
  details: 'Détails',
  signInTitle: 'Se connecter',
  countsFrom: (time) => `Compte ${fromTime(time)}`,
  wrongNumber: 'Mauvais numéro…',
  appName: 'OnSite',
  menu: 'Menu',
  back: 'Retour',
  earlier: 'Plus tôt…',
  atTime: (time) => ` · ${time}`,
  arrivedAt: 'Arrivée à',
  leftAt: 'Départ à',
  backAt: 'Reprise à',

  workOrder: 'Bon de travail',
  workOrderHint: 'Saisissez le numéro qu’on vous a donné.',
  workOrderHintPick: 'Saisissez le numéro qu’on vous a donné, ou choisissez-en un ci-dessous.',
  technicians: 'Techniciens',
  techniciansCount: (count) => counted(count, 'technicien', 'techniciens'),
  changeCrewOpens: 'Changer l’équipe…',
  workType: 'Type de travail',
  repair: 'Réparation',
  travel: 'Trajet',
  workTypeNumber: (id) => `Type ${id}`,
  checkIn: 'Pointer l’arrivée',
  driveTo: 'En route vers…',
  recent: 'En pause et récents',
  pausedTag: 'en pause',
  switchTitle: 'Changer de bon de travail',
  switchPauses: (workOrderId) => `met ${workOrderId} en pause`,

  since: sinceTime,
  pausedFor: (time) => `en pause ${time}`,
  onSite: 'sur place',
  pausedSince: (time) => `en pause ${sinceTime(time)}`,
  pausedAt: (time, ago) => `pause ${atTime(time)}, il y a ${ago}`,
  pause: 'Pause',
  arrived: 'Arrivée sur place',
  resume: 'Reprendre',
  finishOpens: 'Terminer…',
  switch: 'Changer de bon…',
  withColleagues: 'Avec',
  withYou: 'Avec vous',
  unnamedColleague: (userId: number) => `UserId ${userId}`,
  pausedVisits: 'Visites en pause',
  resumeNumber: (workOrderId) => `Reprendre ${workOrderId}`,

  delivery: 'Envois',
  deliverySummary: delivery,
  between: (detail) =>
    `quelque chose entre cet ordinateur et ServiceChannel a répondu (${detail}). Y a-t-il une page d’accès au réseau ? Nouvel essai automatique`,
  offlineSince: (time) => `pas de connexion ${sinceTime(time)}`,
  showDelivery: 'Voir les envois',
  todayShort: (onSite) => `Aujourd’hui ${onSite}`,
  today: (onSite, orders) =>
    orders > 1 ? `Aujourd’hui ${onSite} sur ${orders} bons de travail` : `Aujourd’hui ${onSite} sur place`,
  stretchInQuestion: (stretch) => `${stretch}, en question`,
  dayLine: (parts) => `La journée : ${list(parts)}`,
  stretch: (kind, from, to) => `${STRETCHES[kind]} de ${from} à ${to}`,
};
