import { isStoppedHere } from '../main/visit/problem.ts';
import type { DeliveryRow, Notice, ProblemView } from '../preload/contract.ts';
import type { problems as en } from './en-problems.ts';
import { ofClient } from './fr-advice.ts';
import { files } from './fr-files.ts';
import { recordedAt } from './fr-journal.ts';
import { keyNames } from './fr-keys.ts';
import { counted, form, minutes } from './fr-numbers.ts';
import { says } from './fr-quotes.ts';
import { atTime, ofTime, sinceTime } from './fr-times.ts';
import { languageName } from './language.ts';
import type { Shape } from './shape.ts';
import { shortcutText } from './shortcut.ts';

type Kind = Pick<ProblemView, 'kind' | 'pause'>;

/** A report's name, with its article and the ending that its gender asks for. */
interface Named {
  readonly name: string;
  /** With the space behind it, or elided. */
  readonly the: string;
  readonly ending: 'e' | '';
}

const KINDS: Readonly<Record<ProblemView['kind'], Named>> = {
  'check-in': { name: 'arrivée', the: 'l’', ending: 'e' },
  'check-out': { name: 'départ', the: 'le ', ending: '' },
  status: { name: 'statut', the: 'le ', ending: '' },
  note: { name: 'note', the: 'la ', ending: 'e' },
  activity: { name: 'activité de travail', the: 'l’', ending: 'e' },
  deletion: { name: 'suppression de l’arrivée', the: 'la ', ending: 'e' },
  restore: { name: 'statut', the: 'le ', ending: '' },
  codes: { name: 'code de résolution', the: 'le ', ending: '' },
};

const PAUSE: Named = { name: 'pause', the: 'la ', ending: 'e' };

const kindOf = (of: Kind): Named => (of.pause ? PAUSE : KINDS[of.kind]);

/** The name of a report: a pause is a check-out for ServiceChannel, and a pause for the technician. */
const report = (of: Kind): string => kindOf(of).name;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

type Titled = Kind &
  Pick<ProblemView, 'state' | 'mistaken' | 'subscriber' | 'told' | 'workOrderId' | 'problem'>;

/** `Arrivée de 15:02 sur 107003003` */
const named = (of: Kind & Pick<ProblemView, 'workOrderId'>, time: string): string =>
  `${capital(report(of))} ${ofTime(time)} sur ${of.workOrderId}`;

function refusedTitle(of: Titled, time: string): string {
  const { the, name, ending } = kindOf(of);
  if (of.told) return `En attente d’une réponse ${ofClient(of.subscriber)}`;
  if (of.kind === 'restore') return `Le statut de ${of.workOrderId} n’est pas remis`;
  if (of.mistaken) return `L’arrivée ${ofTime(time)} faite par erreur sur ${of.workOrderId} est encore là`;
  if (of.problem?.reason === 'server-error')
    return `ServiceChannel a échoué avec ${the}${name} ${ofTime(time)} sur ${of.workOrderId}`;
  return of.problem && isStoppedHere(of.problem)
    ? `${named(of, time)} : pas envoyé${ending}`
    : `${named(of, time)} : refusé${ending}`;
}

/**
 * The title of a problem.
 * @param time of the report; of a pair that is open again its check-in's, of one that was closed the time of that
 */
function problemTitle(of: Titled, time: string): string {
  switch (of.state) {
    case 'on-site':
      return `De nouveau sur place ${sinceTime(time)}`;
    case 'parked':
      return 'Encore ouvert chez ServiceChannel';
    case 'closed':
      return `ServiceChannel a pointé votre départ ${atTime(time)}`;
    case 'unconfirmed': {
      const { the, name, ending } = kindOf(of);
      return `On ne sait pas si ${the}${name} ${ofTime(time)} sur ${of.workOrderId} est enregistré${ending}`;
    }
    case 'refused':
      return refusedTitle(of, time);
  }
}

const STATE_TAGS: Readonly<Record<ProblemView['state'], string>> = {
  refused: 'refus',
  unconfirmed: 'pas certain',
  'on-site': 'de nouveau sur place',
  parked: 'encore ouvert',
  closed: 'fermé',
};

/** The loss when a report is given up. */
function lost(
  of: Kind & Pick<ProblemView, 'minutes' | 'mistaken' | 'workOrderId' | 'open'>,
  time: string,
): string {
  if (of.kind === 'note') return 'Ne pas l’envoyer ? Le client n’est pas prévenu.';
  if (of.mistaken) return `Laisser ainsi ? ${of.workOrderId} garde l’arrivée ${ofTime(time)}.`;
  if (of.kind === 'status' || of.kind === 'restore')
    return 'Ne pas le signaler ? Le statut reste tel quel. Aucun temps n’est perdu.';
  if (of.kind === 'codes')
    return 'Ne pas le signaler ? Le bon de travail reste sans ce code. Aucun temps n’est perdu.';
  if (of.minutes === null) return `Ne pas le signaler ? Le temps ${sinceTime(time)} sera perdu.`;
  const stay = `${minutes(of.minutes)} sur place`;
  return of.open
    ? `Ne pas le signaler ? Alors ServiceChannel ne sait pas que vos ${stay} sont finies.`
    : `Ne pas le signaler ? ${stay} ${form(of.minutes, 'sera perdue', 'seront perdues')}.`;
}

const DELIVERY: Readonly<Record<Exclude<DeliveryRow['delivery']['state'], 'recorded'>, string>> = {
  queued: 'En attente d’envoi',
  sending: 'Envoi…',
  refused: 'Refusé',
  unconfirmed: 'On ne sait pas si c’est enregistré',
  replaced: 'Part comme activité de travail',
  discarded: 'Pas signalé',
};

const WAITS_FOR: Readonly<Record<NonNullable<DeliveryRow['waitsFor']> | 'answer' | 'covered', string>> = {
  undo: 'Part dans un instant, sauf si vous annulez',
  answer: 'Attend votre réponse : une autre arrivée est ouverte',
  covered: 'Attend votre réponse : une autre arrivée en couvre une partie',
  decision: 'Attend : un pointage précédent de cette visite a d’abord besoin de vous',
  open: 'Attend : vous avez pointé une autre arrivée là-bas depuis ; il part après ce départ',
  earlier: 'Attend : un pointage précédent part d’abord',
  'sign-in': 'Attend votre connexion',
  connection: 'Attend une connexion réseau',
  between: 'Attend : quelque chose entre cet ordinateur et ServiceChannel a répondu ; nouvel essai à venir',
  limit: 'Attend : ServiceChannel n’accepte plus de requêtes cette minute',
};

/** @param recorded when it was known to be recorded; null: not, or that was not kept */
function deliveryState(
  { delivery, waitsFor }: Pick<DeliveryRow, 'delivery' | 'waitsFor'>,
  recorded: string | null,
): string {
  if (waitsFor) return WAITS_FOR[waitsFor];
  if (delivery.state === 'refused' && isStoppedHere(delivery.problem))
    return WAITS_FOR[delivery.problem.reason === 'open-elsewhere' ? 'answer' : 'covered'];
  if (delivery.state === 'refused' && delivery.problem.message)
    return `${DELIVERY.refused}\n${says(delivery.problem.message)}`;
  return delivery.state === 'recorded' ? recordedAt(delivery.by, recorded) : DELIVERY[delivery.state];
}

/** A difference of clocks in words, whichever is ahead. @param ms server minus computer */
export const difference = (ms: number) => {
  const seconds = Math.round(Math.abs(ms) / 1000);
  return seconds < 90 ? counted(seconds, 'seconde', 'secondes') : minutes(Math.round(seconds / 60));
};

function databaseSetAside(path: string | null, copyFrom: string | null): string {
  const what = path === null ? 'avait disparu' : 'était endommagé';
  const copy = copyFrom ? `La copie ${ofTime(copyFrom)} est utilisée.` : 'Il n’y avait pas de copie.';
  const kept = path === null ? '' : ` Il est gardé dans ${path}.`;
  return `Le registre de cet ordinateur ${what}.${kept} ${copy}`;
}

function unreadable(workOrderIds: readonly (number | null)[]): string {
  const known = workOrderIds.filter((id) => id !== null);
  const which = known.length > 0 ? ` (${known.slice(0, 5).join(', ')})` : '';
  const count = workOrderIds.length;
  return form(
    count,
    `Une visite sur cet ordinateur est illisible${which}. Elle est laissée telle quelle, et rien n’en est envoyé d’ici. Comparez-la avec ServiceChannel.`,
    `${count} visites sur cet ordinateur sont illisibles${which}. Elles sont laissées telles quelles, et rien n’en est envoyé d’ici. Comparez-les avec ServiceChannel.`,
  );
}

function notice(of: Notice, copyFrom: string | null): string {
  switch (of.code) {
    case 'policy-invalid':
      return `La stratégie de votre entreprise est inutilisable, donc aucune visite ne peut commencer. Dans ${of.path} : ${files.policyFault(of.fault)}`;
    case 'settings-set-aside':
      return `Vos réglages n’ont pas tous pu être lus. Le fichier d’origine est gardé dans ${of.path} ; ce qui était illisible a sa valeur par défaut.`;
    case 'settings-not-kept':
      return `Vos réglages n’ont pas pu être gardés dans ${of.path} (${of.detail}). Ils valent jusqu’à la fin d’OnSite. Libérez de l’espace ou autorisez l’écriture, puis choisissez à nouveau.`;
    case 'database-set-aside':
      return databaseSetAside(of.path, copyFrom);
    case 'database-damaged':
      return `Le registre de cet ordinateur est endommagé, et ne peut pas être remplacé pendant qu’OnSite fonctionne (${of.detail}). Quittez OnSite et relancez-le : ${of.path} est alors gardé à part, et la dernière copie est utilisée.`;
    case 'visits-unreadable':
      return unreadable(of.workOrderIds);
    case 'database-log-lost':
      return 'Les dernières modifications du registre manquent : son fichier onsite.db-wal a été supprimé. Ce qui devait être envoyé est d’abord comparé avec ServiceChannel. Vérifiez dans ServiceChannel ce que vous avez fait en dernier.';
    case 'tray-not-done':
      return 'Ce que vous avez choisi dans le menu n’a pas été fait.';
    case 'unexpected':
      return 'Un problème est survenu dans OnSite. Ce que vous avez fait avant est gardé, et les envois continuent. Le détail est dans son journal.';
    case 'no-keychain':
      return 'Cet ordinateur n’a pas de trousseau, donc vous devrez vous reconnecter au prochain démarrage d’OnSite.';
    case 'left-in-keychain':
      return 'Votre session est fermée, mais le trousseau n’a pas laissé OnSite l’effacer. OnSite réessaie à son prochain démarrage.';
    case 'no-sandbox':
      return 'OnSite a été démarré sans son bac à sable, qui tient les dommages d’une page à l’écart du reste de cet ordinateur. Démarrez-le sans --no-sandbox, et pas en tant que root.';
    case 'shortcut-taken':
      return `Le raccourci ${shortcutText(of.shortcut, keyNames)} appartient à un autre programme, ou ne peut pas servir ici. Choisissez-en un autre dans Réglages.`;
    case 'login-start-not-set':
      return `OnSite n’a pas pu être réglé pour démarrer avec votre session (${of.detail}). Démarrez-le à la main, ou autorisez l’écriture et choisissez à nouveau.`;
    case 'language-unknown':
      return `OnSite n’a pas encore de textes dans cette langue : ${languageName(of.language, 'fr')}. Choisissez English, Español ou Français dans Réglages.`;
    case 'clock':
      return `L’horloge de cet ordinateur a ${difference(of.differenceMs)} ${of.differenceMs > 0 ? 'de retard' : 'd’avance'} sur celle de ServiceChannel. Les heures signalées sont corrigées.`;
  }
}

/** Problems, delivery and notices in French. */
export const problems: Shape<typeof en> = {
  report,
  named,
  problemTitle,
  problemLine: (of, time) => `${capital(report(of))} ${ofTime(time)} · ${of.workOrderId}`,
  problemTag: (state) => STATE_TAGS[state],
  says,
  lost,
  deliveryState,
  statuses: {
    Completed: 'Terminé (Completed)',
    Incomplete: 'Je reviendrai (Incomplete)',
    PartsOnOrder: 'Pièces commandées',
    WaitingForQuote: 'Attente de soumission',
    InProgress: 'En cours',
    NoStatusChange: 'Statut inchangé',
  },
  notice,
  unconfirmedAdvice:
    'La connexion s’est coupée avant la réponse. Regardez dans ServiceChannel. Puis dites si c’est là.',
  differingTitle: (workOrderId) => `${workOrderId} a deux MechanicId`,
  differing: (checkIn, checkOut) =>
    `ServiceChannel a répondu à l’arrivée avec MechanicId ${checkIn} et à son départ avec MechanicId ${checkOut}. Les deux sont gardés. Prévenez votre bureau si les heures semblent fausses.`,
  dontReport: 'Ne pas signaler',
  keepIt: 'Le garder',
  noted: 'Compris',
  more: 'Plus',
  dismiss: 'Fermer',
};
