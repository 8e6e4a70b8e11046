import type { orders as en } from './en-orders.ts';
import { afterTheirs } from './fr-quotes.ts';
import { atTime } from './fr-times.ts';
import type { Shape } from './shape.ts';

/** Open work orders, and the details of one, in French. */
export const orders: Shape<typeof en> = {
  detailsOf: (workOrderId) => `Détails de ${workOrderId}`,
  lineWords: {
    technicians: ['techniciens', 'technicien', 'techs', 'tech'],
    minutes: ['minutes', 'minute', 'mins', 'min', 'm'],
    hours: ['heures', 'heure', 'hrs', 'hr', 'h'],
    yesterday: ['hier'],
    at: ['à', 'a', '@'],
    am: ['am', 'a.m.', 'a.m'],
    pm: ['pm', 'p.m.', 'p.m'],
  },
  lineDoes: (order, time, technicians) =>
    `Entrée pointe l’arrivée sur ${order}${time === null ? '' : ` ${atTime(time)}`}${technicians === null ? '' : ` avec ${technicians}`}.`,
  lineFillsIn: (order, time, technicians) =>
    `Entrée inscrit ${order}${time === null ? '' : `, ${time}`}${technicians === null ? '' : `, ${technicians}`}.`,
  lineUnsureTime: 'L’heure peut en être une autre : vérifiez-la avant de pointer l’arrivée.',
  oneOfThese: 'Choisissez dans la liste, ou saisissez le numéro.',
  nothingFound: 'Aucun de vos bons de travail ouverts n’a cela. Saisissez le numéro qu’on vous a donné.',
  runningLate: 'En retard…',
  expectedAt: 'Arrivée prévue',
  expectedHint: 'La date prévue est déplacée à cette heure, si votre client le permet.',
  lateSent: 'Le client est prévenu.',
  lateMoved: 'Le client est prévenu, et la date prévue a été déplacée.',
  lateNotMoved: (message) =>
    afterTheirs(
      message,
      'Le client est prévenu. La date prévue ne change pas : demandez à votre bureau de la déplacer.',
    ),
  showIt: 'Afficher',
  detailNames: {
    address: 'Adresse',
    phone: 'Téléphone',
    scheduled: 'Prévu',
    called: 'Signalé',
    expires: 'Expire',
    nte: 'Maximum (NTE)',
    caller: 'Appelant',
    problemCode: 'Code du problème',
  },
  openInServiceChannel: 'Ouvrir dans ServiceChannel',
  showOnMap: 'Afficher sur la carte',
  copyNumber: 'Copier le numéro',
  notes: 'Notes',
  moreNotes: 'Notes précédentes',
  addNote: 'Ajouter une note',
};
