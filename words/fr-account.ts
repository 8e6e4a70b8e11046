import type { CommandError } from '../preload/contract.ts';
import type { account as en } from './en-account.ts';
import { counted, form } from './fr-numbers.ts';
import { afterTheirs } from './fr-quotes.ts';
import type { Shape } from './shape.ts';

function browserFailed(why: Extract<CommandError, { code: 'browser' }>['why'], message: string): string {
  switch (why) {
    case 'denied':
      return afterTheirs(message, 'La connexion a été refusée dans le navigateur.');
    case 'timeout':
      return 'Le navigateur n’a pas répondu en cinq minutes. Réessayez.';
    case 'port':
      return `Un autre programme utilise l’adresse ${message} de cet ordinateur. Fermez ce programme, ou demandez un autre redirectUri à votre bureau.`;
    case 'no-browser':
      return 'Impossible d’ouvrir votre navigateur. Choisissez-en un dans les réglages de cet ordinateur, puis réessayez.';
  }
}

/** Signing in and out, in French. */
export const account: Shape<typeof en> = {
  signInOpens: 'Se connecter…',
  expired: 'Votre session a pris fin',
  expiredAdvice:
    'Votre visite continue, et les pointages attendent ici jusqu’à ce que vous vous reconnectiez.',
  keychainLocked: 'Le trousseau ne répond pas',
  keychainLockedAdvice:
    'OnSite ne peut pas savoir si votre session est ouverte. Votre visite continue, et les pointages attendent ici. Déverrouillez le trousseau, ou reconnectez-vous.',
  tryAgain: 'Réessayer',
  noTokens: (message) =>
    afterTheirs(
      message,
      'La connexion à ServiceChannel ne fonctionne pas pour le moment. OnSite continue d’essayer, et les pointages attendent ici.',
    ),

  wrongPassword: (message) =>
    message
      ? afterTheirs(message, 'Vérifiez votre nom d’utilisateur et votre mot de passe.')
      : 'ServiceChannel ne connaît pas ce nom d’utilisateur avec ce mot de passe.',
  wrongClient: (message) =>
    afterTheirs(
      message,
      'ServiceChannel ne connaît pas cet ID client avec ce secret dans cet environnement.',
    ),
  signInNotNow: (message) =>
    message
      ? afterTheirs(
          message,
          'La connexion à ServiceChannel ne fonctionne pas pour le moment. Réessayez plus tard.',
        )
      : 'ServiceChannel n’a pas répondu, ou quelque chose entre les deux a répondu. Réessayez plus tard, ou sur un autre réseau.',
  noClient:
    'Cet ordinateur n’a pas d’ID client ou de secret client pour ServiceChannel. Saisissez-les dans Réglages, ou demandez à votre bureau.',
  browserFailed,
  browserPage: {
    done: { title: 'Retournez à OnSite', text: 'OnSite a la réponse. Vous pouvez fermer cette page.' },
    denied: {
      title: 'Connexion refusée',
      text: 'Vous pouvez fermer cette page et réessayer dans OnSite.',
    },
    unknown: {
      title: 'Ce n’est pas une réponse',
      text: 'Ceci n’appartient à aucune connexion qu’OnSite attend. Vous pouvez fermer cette page.',
    },
  },
  sendAndSignOut: 'Envoyer maintenant et se déconnecter',
  signOutKeeping: (count) => `Se déconnecter, garder ${count} ici`,
  stay: 'Rester',
  stillWaiting: (count) =>
    `Pas encore envoyé : ${form(count, 'un pointage', `${count} pointages`)}. Rien n’est perdu, et votre session reste ouverte.`,
  otherOnSite: (userName) =>
    `${userName ?? 'Une autre personne'} a encore un pointage ouvert sur cet ordinateur`,
  otherWaits: (userName, count) =>
    `${counted(count, 'pointage', 'pointages')} de ${userName ?? 'quelqu’un d’autre'} en attente`,
  otherIsLate:
    'En attente depuis cinq jours ou plus, et ServiceChannel accepte les heures jusqu’à 7 jours en arrière. Demandez à cette personne de se connecter ici.',

  signInCancelled: 'Annulé. Rien n’a changé.',
};
