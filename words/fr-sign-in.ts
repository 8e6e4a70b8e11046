import type { signIn as en } from './en-sign-in.ts';
import { untilTime } from './fr-times.ts';
import type { Shape } from './shape.ts';

/** The form of a sign-in, in French. */
export const signIn: Shape<typeof en> = {
  signIn: 'Se connecter',
  username: 'Nom d’utilisateur',
  password: 'Mot de passe',
  connection: 'Connexion',
  clientId: 'ID client',
  clientSecret: 'Secret client',
  secretKept: 'Enregistré',
  secretGiven: 'Fixé',
  givenByCompany: 'Fixé par votre entreprise',
  typeUserName: 'Saisissez votre nom d’utilisateur.',
  typePassword: 'Saisissez votre mot de passe.',
  environment: 'Environnement',
  lockedByPolicy: 'Ce qui est en gris est fixé par votre entreprise.',
  cancel: 'Annuler',
  askingServiceChannelToSignIn: 'En attente de la réponse de ServiceChannel…',
  signsInSoon: 'ServiceChannel demande d’attendre un instant. OnSite vous connectera ensuite.',
  signsInLater: (time) =>
    `ServiceChannel n’accepte plus de requêtes ${untilTime(time)}. OnSite vous connectera ensuite.`,

  signInWithBrowser: 'Se connecter avec le navigateur',
  inBrowser:
    'Connectez-vous sur la page de ServiceChannel, dans votre navigateur. OnSite attend cinq minutes.',
  environments: { production: 'Production', sandbox: 'Sandbox', custom: 'Propre à votre entreprise' },
};
