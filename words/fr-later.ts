import type { Obstacle } from '../preload/contract.ts';
import type { later as en } from './en-later.ts';
import { account } from './fr-account.ts';
import { adviceWords, toClient } from './fr-advice.ts';
import { error } from './fr-command-errors.ts';
import { files } from './fr-files.ts';
import { deliveryJournal } from './fr-journal.ts';
import { moments } from './fr-moments.ts';
import { counted, form } from './fr-numbers.ts';
import { orders } from './fr-orders.ts';
import { phone } from './fr-phone.ts';
import { problems } from './fr-problems.ts';
import { afterTheirs } from './fr-quotes.ts';
import { records } from './fr-records.ts';
import { remedies } from './fr-remedies.ts';
import { settings } from './fr-settings.ts';
import { signIn } from './fr-sign-in.ts';
import { atTime } from './fr-times.ts';
import { sheet } from './fr-timesheet.ts';
import { undo } from './fr-undo.ts';
import { updates } from './fr-updates.ts';
import { notes } from './notes.ts';
import type { Shape } from './shape.ts';

const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  invoiced: 'Ce bon de travail est facturé',
  completed: 'Ce bon de travail est terminé',
  cancelled: 'Ce bon de travail est annulé',
  expired: 'Ce bon de travail a expiré',
};

/** The words of the windows that come after the first paint, or with another page, in French. */
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

  pageTitles: { timesheet: 'OnSite – Feuille de temps', settings: 'OnSite – Réglages' },
  troubleAbove: (workOrderId) => `A besoin de vous : ${workOrderId}`,
  troublesAbove: (count) => `${count} choses ont besoin de vous`,
  newsOnAbove: (workOrderId) => `Du nouveau sur ${workOrderId}`,
  questionAbove: 'Une question pour vous',
  newsAbove: 'Un message pour vous',
  changeCrew: 'Changer l’équipe',
  gps: (reason) =>
    afterTheirs(
      reason,
      'Les arrivées avec l’application GPS de ServiceChannel sont refusées ici. OnSite n’a pas besoin de GPS : vous pouvez pointer l’arrivée quand même.',
    ),
  obstacle: (obstacle, subscriber, leaving) => {
    const [an, the] = leaving ? ['un départ', 'le départ'] : ['une arrivée', 'l’arrivée'];
    return `${OBSTACLES[obstacle]}, et ServiceChannel peut refuser ${an}. Demandez ${toClient(subscriber)} de le rouvrir. Vous pouvez pointer ${the} quand même.`;
  },
  lookUpRefused: ({ reason, message }) =>
    afterTheirs(
      message,
      reason === 'not-found' || reason === 'tracking-number'
        ? 'ServiceChannel ne trouve pas ce numéro. Comparez-le avec celui qu’on vous a donné. Vous pouvez pointer l’arrivée quand même.'
        : 'ServiceChannel ne vous montre pas ce bon de travail, et peut refuser une arrivée. Vous pouvez pointer l’arrivée quand même.',
    ),
  lacksPermission: (subscriber) =>
    `${subscriber ?? 'Ce client'} a refusé des arrivées de votre entreprise. Demandez à son administrateur ServiceChannel l’autorisation « XML check-in/out » pour votre entreprise. Vous pouvez pointer l’arrivée quand même.`,
  colleagues: 'Collègues',
  checkInName: (name: string) => `Enregistrer l’arrivée de ${name}`,
  pauseName: (name: string) => `Mettre ${name} en pause`,
  arrivedName: (name: string) => `${name} est sur place`,
  resumeName: (name: string) => `Reprendre pour ${name}`,
  checkOutName: (name: string) => `Enregistrer le départ de ${name}`,
  endName: (name: string) => `Terminer la visite de ${name}`,
  somebody: 'quelqu’un',
  stillThere: (names: string) =>
    `Encore sur place : ${names}. Un bon terminé n’accepte plus leur départ. Enregistrez-le d’abord ou choisissez un autre statut.`,
  status: 'Statut',
  extendedStatus: 'Statut étendu',
  none: 'Aucun',
  noExtended: 'Aucun avec ce statut',
  noStatuses: 'Aucun (la liste est illisible pour le moment)',
  recentTexts: 'Textes récents',
  pickText: 'Choisissez…',
  resolution: 'Résolution',
  resolutionHint: (total, range) => `Ce que vous avez fait sur place. ${total}, ${range}.`,
  resolutionNeeded: 'ce client la demande',
  besideStatus: ({ codes, scheduledDate }) => {
    if (codes && scheduledDate) return 'demande des codes de résolution et une date';
    if (codes) return 'demande des codes de résolution';
    return scheduledDate ? 'demande une date prévue' : null;
  },
  code: 'Code',
  codeFor: (category) => `Code pour ${category}`,
  rootCause: 'Cause première',
  rootCauseFor: (category) => `Cause première pour ${category}`,
  pickCode: 'Choisissez',
  mostCodes: (count) => `${count} sont choisis, autant que ServiceChannel en accepte`,
  chosenCodes: 'Codes choisis',
  chosenCodesFor: (category) => `Codes choisis pour ${category}`,
  removeShort: 'Retirer',
  removeCode: (name) => `Retirer ${name}`,
  codeText: (name) => `Texte de ${name}`,
  codeNumber: (id) => `Code ${id}`,
  enterInServiceChannel:
    'Avec ce statut, ce client demande plus que ce qu’OnSite envoie. Saisissez-le dans ServiceChannel. Si c’est refusé sans cela, vous pouvez le changer ici.',
  byPhone: 'Arrivée par téléphone',
  byPhoneAdvice: 'Rien de cette visite n’est envoyé d’ici. Appelez aussi pour les pauses et le départ.',
  checkOut: 'Pointer le départ',
  setStatus: 'Mettre le statut',

  nothingToDeliver: 'Rien n’a encore été signalé.',
  tries: (count) => (count === 0 ? 'Pas envoyé' : counted(count, 'essai', 'essais')),
  repeated: (times, last) => `${times} fois, la dernière ${atTime(last)}`,

  range: (from, to) => `${from}–${to}`,

  settings: 'Réglages',
  accountTitle: 'Compte',
  signedInAs: (name, userName) => (name ? `${name} (${userName})` : userName),
  notSignedIn: 'Aucune session ouverte.',
  signOut: 'Se déconnecter',
  signOutOpen: (workOrderId) =>
    `Votre arrivée est encore ouverte sur ${workOrderId}. ServiceChannel la garde ouverte jusqu’à ce que vous vous reconnectiez et pointiez le départ.`,
  signOutWaiting: (count) =>
    form(
      count,
      'Un pointage n’est pas encore enregistré. Il attend ici jusqu’à ce que vous vous reconnectiez.',
      `${count} pointages ne sont pas encore enregistrés. Ils attendent ici jusqu’à ce que vous vous reconnectiez.`,
    ),
  record: 'Registre sur cet ordinateur',
  databaseSound: (time) => `Intact, vérifié ${atTime(time)}`,
  lastCopy: (time) => `dernière copie ${time}`,
  noCopy: 'pas encore de copie',
  checkNow: 'Vérifier maintenant',
  lookingUp: 'Recherche…',
  noDetails: 'Pas de détails pour le moment. Vous pouvez pointer l’arrivée quand même.',
  untouchedIsNow: 'Sans changement, c’est le moment de votre clic.',
  minutesAgo: (count) => `il y a ${count} min`,
  whichTime: 'Laquelle était-ce',
  firstTime: (time) => `${time} la première fois`,
  secondTime: (time) => `${time} la deuxième fois`,
  checkOutOf: (workOrderId) => `Pointer le départ de ${workOrderId}`,
  finishOf: (workOrderId) => `Terminer ${workOrderId}`,
};
