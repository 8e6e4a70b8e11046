import type { DayRecord, FileFault, LeftAs, SheetPair } from '../preload/contract.ts';
import type { sheet as en } from './en-timesheet.ts';
import { invoice } from './fr-invoice.ts';
import { counted } from './fr-numbers.ts';
import { proof } from './fr-proof.ts';
import { sheetRecord } from './fr-timesheet-record.ts';
import type { Shape } from './shape.ts';

function record(of: DayRecord): string {
  switch (of.kind) {
    case 'matches':
      return 'Identique';
    case 'differs':
      return `Écart de ${of.minutes} min`;
    case 'only-there':
      return 'Chez ServiceChannel seulement';
    case 'only-here':
      return 'Ici seulement';
    case 'not-compared':
      return 'Pas comparé';
    case 'waiting':
      return `${of.count} à envoyer`;
  }
}

const LEFT: Readonly<Record<LeftAs, string>> = {
  open: 'Ouvert',
  paused: 'En pause',
  Completed: 'Terminé',
  Incomplete: 'Je reviendrai',
  PartsOnOrder: 'Pièces commandées',
  WaitingForQuote: 'Attente de soumission',
  InProgress: 'En cours',
  NoStatusChange: 'Statut inchangé',
};

const STATES: Readonly<Record<SheetPair['state'], string>> = {
  recorded: 'Enregistré',
  kept: 'Le client le saisit',
  waiting: 'À envoyer',
  unconfirmed: 'Inconnu',
  refused: 'Refusé',
};

function fileNotWritten(path: string, fault: FileFault): string {
  const kept = `${path} n’a pas été écrit, et ce qui existait est resté tel quel.`;
  switch (fault.code) {
    case 'full':
      return `Il n’y a plus de place sur ce disque. ${kept} Libérez de l’espace, ou choisissez un autre dossier.`;
    case 'denied':
      return `Vous n’avez pas le droit d’y écrire. ${kept} Choisissez un autre dossier.`;
    case 'locked':
      return `Un autre programme a ouvert ce fichier. ${kept} Fermez-le là-bas, ou choisissez un autre nom.`;
    case 'gone':
      return `Ce dossier n’existe pas. ${kept} Choisissez un autre dossier.`;
    case 'other':
      return `Le fichier n’a pas pu être écrit (${fault.detail}). ${kept} Choisissez un autre dossier.`;
  }
}

/** The Timesheet window, in French. */
export const sheet: Shape<typeof en> = {
  ...sheetRecord,
  ...invoice,
  ...proof,
  previousWeek: 'Semaine précédente',
  thisWeek: 'Cette semaine',
  nextWeek: 'Semaine suivante',
  exportCsv: 'Exporter en CSV',
  print: 'Imprimer',
  days: 'Jours',
  pairs: 'Arrivées et départs',
  byOrder: 'Par bon de travail',
  store: 'Magasin',
  in: 'Arrivée',
  out: 'Départ',
  time: 'Temps',
  left: 'Laissé',
  recordColumn: 'Registre',
  onSite: 'Sur place',
  paused: 'En pause',
  inQuestion: 'En question',
  total: 'total',
  pausedTotal: (time) => `en pause ${time}`,
  orders: (count) => counted(count, 'bon de travail', 'bons de travail'),
  nothing: 'Rien',
  record,
  leftAs: (of) => LEFT[of],
  state: (of, by) => (by === 'phone' && of === 'recorded' ? 'Par téléphone' : STATES[of]),
  savedTo: (path) => `Enregistré dans ${path}`,
  signedOut: 'Connectez-vous pour voir vos semaines.',
  emptyWeek: 'Rien n’a été signalé de cet ordinateur cette semaine.',
  fileNotWritten,
};
