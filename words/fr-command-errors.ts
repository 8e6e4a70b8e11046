import { LARGEST_WORK_ORDER, MOST_TECHNICIANS, type NumberFault } from '../main/visit/numbers.ts';
import type { CommandError, Fault } from '../preload/contract.ts';
import { account } from './fr-account.ts';
import { says } from './fr-quotes.ts';
import { settings } from './fr-settings.ts';
import { atTime, fromTime, ofTime } from './fr-times.ts';
import { sheet } from './fr-timesheet.ts';

const workOrder: Readonly<Record<NumberFault, string>> = {
  empty: 'Saisissez le numéro du bon de travail.',
  'not-digits': 'Un numéro de bon de travail n’a que des chiffres.',
  several: 'Il y a plus d’un numéro ici. Ne gardez que celui du bon de travail.',
  'out-of-range': `Un numéro de bon de travail va de 1 à ${LARGEST_WORK_ORDER}.`,
};

const technicians: Readonly<Record<NumberFault, string>> = {
  empty: 'Combien ?',
  'not-digits': 'Saisissez un nombre.',
  several: 'Saisissez un seul nombre.',
  'out-of-range': `Saisissez un nombre de 1 à ${MOST_TECHNICIANS}.`,
};

function rule(fault: Fault, when: (ms: number) => string): string {
  switch (fault.reason) {
    case 'already-on-site':
      return `Votre arrivée est déjà pointée sur ${fault.workOrderId}.`;
    case 'before-previous':
      return `C’est avant votre dernier pointage, ${ofTime(when(fault.previous.ms))}. Choisissez une heure plus tardive.`;
    case 'clock-behind':
      return `Votre dernier pointage est ${ofTime(when(fault.previous.ms))}, et l’horloge de cet ordinateur est en retard. Réglez l’horloge et réessayez.`;
    case 'after-next':
      return `C’est après le pointage suivant, ${ofTime(when(fault.next.ms))}. Choisissez une heure plus tôt.`;
    case 'counts-from':
      return `Cette arrivée compte ${fromTime(when(fault.at.ms))}. D’ici là vous pouvez partir ${atTime(when(fault.at.ms))}, ou l’annuler.`;
    case 'in-future':
      return 'C’est dans l’avenir.';
    case 'too-old':
      return 'ServiceChannel accepte les heures jusqu’à 7 jours en arrière.';
    case 'still-open':
      return 'Encore ouvert. Pointez d’abord le départ ; ensuite les heures peuvent être changées.';
    case 'elsewhere-then':
      return `À cette heure vous étiez sur ${fault.workOrderId}.`;
    case 'break-order':
      return 'La fin vient après le début, et une pause est à l’intérieur de sa présence.';
    case 'reported-by-another':
      return 'Un autre utilisateur de cet ordinateur a cette arrivée ouverte. Le départ se fait d’abord avec sa connexion.';
    case 'of-colleague':
      return `Rien n’a été fait, à cause du collègue avec l’UserId ${fault.userId}. ${rule(fault.fault, when)}`;
    case 'same-number':
      return 'C’est déjà son numéro. Saisissez le bon.';
    case 'in-question':
      return 'Un pointage de cette visite est en route, ou on ne sait pas encore s’il est enregistré. Réessayez dans une minute.';
    case 'too-late':
      return 'Trop tard pour annuler : l’envoi est en cours.';
    case 'not-now':
      return 'Les choses ont changé entre-temps. Regardez à nouveau, puis décidez.';
  }
}

const time: Readonly<Record<Extract<CommandError, { code: 'time' }>['fault'], string>> = {
  'not-a-time': 'Saisissez la date et l’heure en entier, ou laissez vide pour maintenant.',
  skipped: 'Cette heure n’a pas existé : passage à l’heure d’été. Choisissez-en une autre.',
  twice: 'Cette heure est venue deux fois : passage à l’heure d’hiver. Choisissez laquelle.',
};

/**
 * The words for a command that cannot be done.
 * @param when writes an instant (ms) as a time of day
 */
export function error(of: CommandError, when: (ms: number) => string): string {
  switch (of.code) {
    case 'work-order':
      return workOrder[of.fault];
    case 'technicians':
      return technicians[of.fault];
    case 'time':
      return time[of.fault];
    case 'rule':
      return rule(of.fault, when);
    case 'unclear':
      return 'ServiceChannel ne dit pas laquelle c’est. Choisissez-la ci-dessus, puis continuez.';
    case 'signed-out':
      return 'Connectez-vous d’abord.';
    case 'wrong-password':
      return account.wrongPassword(of.message);
    case 'wrong-client':
      return account.wrongClient(of.message);
    case 'not-now':
      return account.signInNotNow(of.message);
    case 'still-waiting':
      return account.stillWaiting(of.count);
    case 'no-client':
      return account.noClient;
    case 'browser':
      return account.browserFailed(of.why, of.message);
    case 'cancelled':
      return account.signInCancelled;
    case 'offline':
      return 'Il n’y a pas de connexion à ServiceChannel. Réessayez quand il y en aura une.';
    case 'untrusted':
      return 'Ce qui a répondu à la place de ServiceChannel n’a pas pu prouver que c’est ServiceChannel, donc rien n’a été envoyé. Essayez un autre réseau ; sur celui d’une entreprise, demandez son certificat à la personne qui le gère.';
    case 'no-map':
      return 'Cet ordinateur n’a pas de programme de cartes. L’adresse a été copiée à la place.';
    case 'note-empty':
      return 'Écrivez d’abord la note.';
    case 'note-unknown':
      return 'La connexion s’est coupée avant la réponse. Regardez les notes ci-dessus : si la vôtre manque, ajoutez-la à nouveau.';
    case 'unreadable':
      return 'ServiceChannel a répondu quelque chose d’illisible. Réessayez plus tard.';
    case 'refused':
      return of.problem.message
        ? says(of.problem.message)
        : 'ServiceChannel a refusé et n’a donné aucune raison.';
    case 'not-kept':
      return `Impossible de garder ceci sur cet ordinateur, donc rien n’a été fait. ${of.detail}`;
    case 'policy':
      return 'La stratégie de votre entreprise est inutilisable, donc aucune visite ne peut commencer. Demandez à la personne qui gère cet ordinateur.';
    case 'setting':
      return settings.settingWrong(of.key);
    case 'damaged':
      return 'Le fichier de cet ordinateur est endommagé à cet endroit, et sa dernière copie aussi : ces visites ne peuvent pas être affichées. Les autres semaines, si. Rien n’est supprimé, et l’enregistrement de ServiceChannel reste intact : il se lit dans le navigateur.';
    case 'file':
      return sheet.fileNotWritten(of.path, of.fault);
    case 'bad-request':
      return 'OnSite n’a pas pu lire cela. Fermez cette fenêtre, rouvrez-la et réessayez.';
    case 'unexpected':
      return 'Un problème est survenu dans OnSite, et rien n’a été fait. Réessayez ; le détail est dans son journal.';
  }
}
