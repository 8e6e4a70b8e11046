import type { SheetDifference } from '../preload/contract.ts';
import type { sheetRecord as en } from './en-timesheet-record.ts';
import { counted } from './fr-numbers.ts';
import type { Shape } from './shape.ts';

function whatToDo({ here, there, disputeMinutes }: SheetDifference): string {
  if (!here)
    return 'Rien n’a été signalé d’ici. C’est peut-être un départ automatique, un appel ou une saisie du bureau. Si ce n’est pas à vous, prévenez le client par une note sur le bon de travail.';
  if (!there)
    return 'ServiceChannel n’en a rien. Regardez dans Envois si c’est refusé, ou prévenez le client par une note sur le bon de travail.';
  return `Ce client conteste les factures à partir de ${disputeMinutes} minutes. Si vos heures sont justes, corrigez l’enregistrement ; si les siennes le sont, corrigez les vôtres.`;
}

/** The two records of a day beside each other, in French. */
export const sheetRecord: Shape<typeof en> = {
  edit: 'Modifier',
  editOf: (workOrderId) => `Modifier ${workOrderId}`,
  checkIn: 'Arrivée',
  checkOut: 'Départ',
  save: 'Enregistrer',
  addBreak: 'Ajouter une pause…',
  cancel: 'Annuler',
  addVisit: 'Ajouter une visite…',
  addHint: 'Pour une visite sans arrivée pointée : les deux heures, jusqu’à 7 jours en arrière.',
  editHint:
    'Jusqu’à 7 jours en arrière. Ce que ServiceChannel a enregistré y est corrigé ; les heures d’avant sont gardées.',
  compareNow: 'Comparer maintenant',
  comparing: 'Comparaison…',
  comparedAt: (time) => `Comparé : ${time}`,
  differences: 'Écarts',
  differenceOf: (day, workOrderId) => `${day}, ${workOrderId}`,
  here: 'Ici',
  there: 'Chez ServiceChannel',
  stay: (range, length) => `${range} (${length})`,
  openStay: (from) => `${from}, encore ouvert`,
  noStay: 'Rien',
  whatToDo,
  correctRecord: (workOrderId) => `Corriger ${workOrderId}…`,
  heldInstead: (times) => `ServiceChannel a ${times}. Enregistrer y met les heures ci-dessus.`,
  trail: (times, when) => `Était ${times} jusqu’à la correction, ${when}`,
  askedFor: 'Demandé, pas modifié',
  grantedAsAsked: 'Modifié par le client comme demandé',
  askedDetail: (times, count, when, sent) =>
    `${times}, ${counted(count, 'technicien', 'techniciens')}. ${sent ? `Le client a été prévenu : ${when}` : `La note attend l’envoi : ${when}`}.`,
  askClient: 'Demander au client…',
  askHint:
    'ServiceChannel n’accepte de corrections que tant que le bon est In Progress, et jamais un autre nombre de techniciens. Le client peut changer les deux.',
  notInProgress: (status) =>
    `Ce bon de travail est ${status}. ServiceChannel n’accepte peut-être plus de corrections : demandez alors au client.`,
  stayOfCrew: (times, count) => `${times}, ${counted(count, 'technicien', 'techniciens')}`,
  startOf: (workOrderId) => `Début de ${workOrderId}`,
  endOf: (workOrderId) => `Fin de ${workOrderId}`,
};
