import type { LateView, RemedyName } from '../preload/contract.ts';
import type { remedies as en } from './en-remedies.ts';
import { toClient } from './fr-advice.ts';
import { atTime, fromTime, ofTime, sinceTime, untilTime } from './fr-times.ts';
import { PHONE_LINE } from './phone-line.ts';
import type { Shape } from './shape.ts';

type Labelled = Exclude<RemedyName, 'check-in-at'>;

const labels: Readonly<Record<Labelled, string>> = {
  'send-again': 'Renvoyer',
  'it-was-recorded': 'C’était enregistré',
  discard: 'Ne pas signaler…',
  'tell-client': 'Prévenir le client',
  'record-activity': 'Enregistrer comme activité de travail',
  'correct-record': 'Corriger le registre',
  'wrong-number': 'Mauvais numéro…',
  'by-phone': 'Arrivée par téléphone',
  change: 'Changer…',
  'client-enters': 'Fait',
  'without-status': 'Pointer le départ sans statut',
  'note-closed': 'Compris',
  'open-order': 'Ouvrir dans ServiceChannel',
};

const LATE: Readonly<Record<LateView['kind'] | 'pause', string>> = {
  'check-in': 'L’arrivée',
  'check-out': 'Le départ',
  pause: 'La pause',
  status: 'Le statut',
  note: 'La note',
  activity: 'L’activité de travail',
  deletion: 'La suppression de l’arrivée',
  restore: 'Le statut',
  codes: 'Le code de résolution',
};

const lateAdvice = ({ count }: LateView, until: string, isOver: boolean): string => {
  const many = count > 1 ? `${count} pointages ont plus de 5 jours. ` : '';
  if (isOver)
    return `${many}ServiceChannel accepte les heures jusqu’à 7 jours en arrière, et celle-ci est plus ancienne. Demandez à votre bureau de saisir les heures.`;
  return `${many}ServiceChannel l’accepte ${untilTime(until)}, 7 jours après. Connectez cet ordinateur au réseau, ou demandez à votre bureau de saisir les heures.`;
};

/** Remedies of refusals in French. */
export const remedies: Shape<typeof en> = {
  moveHint: (workOrderId) =>
    `Les heures passent à ce bon de travail, et ${workOrderId} est corrigé autant que ServiceChannel le permet.`,
  remedy: (name, earliest) =>
    name === 'check-in-at' ? `Pointer l’arrivée ${atTime(earliest)}` : labels[name],
  openOrder: (workOrderId) => `Ouvrir ${workOrderId} dans ServiceChannel`,
  lateTitle: (of, time) =>
    `${LATE[of.pause ? 'pause' : of.kind]} ${ofTime(time)} sur ${of.workOrderId} attend encore l’envoi`,
  lateAdvice,
  timeSafe: (stay) => `Votre temps est gardé : ${stay}`,
  note: 'Note',
  sendNote: 'Envoyer la note',
  told: (time) => `Le client a été prévenu par votre note ${ofTime(time)}.`,
  beingTold: (time) => `Votre note ${ofTime(time)} est en route vers le client.`,
  held: (theirs, ours) => `ServiceChannel a ${theirs}. Vous avez ${ours}.`,
  correctAdvice: '« Corriger le registre » met vos heures à la place.',
  activityAdvice: (techsCount) =>
    `« Enregistrer comme activité de travail » saisit toute la présence d’un coup.${
      techsCount > 1
        ? ` Cela enregistre un technicien sur ${techsCount}. Si l’arrivée y est nouvelle, une note demande les autres au client.`
        : ''
    }`,
  earliestAdvice: (time, earliest) =>
    `ServiceChannel l’accepte ${fromTime(earliest)}. Une note dit que vous y étiez ${atTime(time)}.`,
  send: 'Envoyer',
  checkInTime: 'Arrivée',
  checkOutTime: 'Départ',
  pauseHasNone: 'Une pause n’a pas de statut. Avec un statut, c’est un départ.',
  onSiteAgain: (what) => `${what} : pas signalé. Votre arrivée est encore ouverte.`,
  askingWhetherOpen: (what) =>
    `${what} : pas signalé. OnSite demande à ServiceChannel si votre arrivée est encore ouverte.`,
  goneThere: (workOrderId, since) =>
    `ServiceChannel n’a plus sur ${workOrderId} votre arrivée ouverte ${sinceTime(since)} : le client l’a peut-être retirée. Votre prochain départ l’envoie à nouveau.`,
  openThere: (workOrderId, since, left) =>
    `ServiceChannel vous a sur ${workOrderId} ${sinceTime(since)}. Ici votre présence a fini ${atTime(left)}.`,
  openThereAdvice: (subscriber) =>
    `Demandez ${toClient(subscriber)} de la fermer, ou pointez le départ par téléphone : ${PHONE_LINE}. C’est affiché ici jusqu’à la fermeture.`,
  closedThere: (workOrderId, since, left) =>
    `Votre arrivée sur ${workOrderId} était ${atTime(since)}. Votre propre départ était ${atTime(left)}.`,

  leaveAt: (time) => `Partir ${atTime(time)}`,
  zeroMinutes: '0 min sera enregistrée',
  leavesAt: (time) => `Départ ${atTime(time)} : 0 min sera enregistrée`,
  takeItBack: 'L’annuler',
  takeBackAsks: (time, note) =>
    `ServiceChannel a cette arrivée. Elle est fermée ${atTime(time)} avec 0 min, et le client reçoit une note : « ${note} »`,
  notReported: 'Pas signalé',
  firstPaused: (workOrderId, time) => `${workOrderId} est en pause ${sinceTime(time)}.`,
  resumeFrom: (time) => `Reprendre ${fromTime(time)}`,
  move: 'Déplacer',
  noVisit: 'Pas de visite',
  noVisitHint:
    'Il n’y avait personne ? « Pas de visite » la retire du registre, autant que ServiceChannel le permet.',
  notRemoved: (subscriber) => `Il n’y avait personne. Demandez ${toClient(subscriber)} de la retirer.`,
  notPutBack: (subscriber) =>
    `L’arrivée faite par erreur a changé son statut. Demandez ${toClient(subscriber)} de le remettre.`,
  moveHintUnsent: 'Les heures passent à ce bon de travail. Rien n’a été enregistré sous le mauvais numéro.',
};
