import type { CheckView, OwnSetting, SettingName } from '../preload/contract.ts';
import type { settings as en } from './en-settings.ts';
import { keyNames } from './fr-keys.ts';
import { counted } from './fr-numbers.ts';
import { difference } from './fr-problems.ts';
import { afterTheirs } from './fr-quotes.ts';
import { languageName } from './language.ts';
import type { Shape } from './shape.ts';
import { shortcutText } from './shortcut.ts';

const labels: Readonly<Record<SettingName, string>> = {
  workTypeId: 'Type de travail d’une arrivée',
  techsCount: 'Techniciens d’une arrivée',
  undoSeconds: 'Secondes pour annuler une action',
  idleMinutes: 'Demander après tant de minutes d’absence',
  autoPauseMinutes: 'Pause automatique, minutes après la question',
  endOfDay: 'Fin de journée',
  workdays: 'Jours de travail',
  notifications: 'Notifications',
  disputeMinutes: 'Minutes à partir desquelles un écart ressort',
  strip: 'Un bandeau avec le temps, au-dessus de tout',
  remindBeforeMinutes: 'Rappeler un bon à échéance, minutes avant',
  clientDisputeMinutes: 'Minutes à partir desquelles un écart ressort, par client',
  theme: 'Thème',
  language: 'Langue',
  timeFormat: 'Heures',
  launchAtLogin: 'Démarrer à l’ouverture de ma session',
  shortcut: 'Raccourci qui ouvre OnSite',
  technicians: 'Collègues',
  apiUrl: 'Adresse de l’API',
  loginUrl: 'Adresse de connexion',
  clientId: 'ID client',
  signIn: 'Connexion',
  redirectUri: 'Adresse de redirection',
  requestTimeoutSeconds: 'Secondes d’attente d’une réponse',
  updateUrl: 'Les mises à jour viennent de',
  linkHosts: 'Autres pages qui peuvent être ouvertes',
};

const hints: Partial<Readonly<Record<SettingName, string>>> = {
  undoSeconds: '0 envoie tout de suite.',
  idleMinutes: '0 ne demande jamais.',
  autoPauseMinutes: 'Depuis le début de l’absence. 0 ne le fait jamais.',
  remindBeforeMinutes: 'Une fois par bon, quand vous n’êtes pas sur place. 0 ne le fait jamais.',
  strip: 'Pendant une visite : le numéro, le temps, et Pause ou Reprendre. Faites-le glisser où vous voulez.',
  workdays: 'Ces jours-là, OnSite demande à la fin de la journée.',
  shortcut: 'Cliquez ici et appuyez sur les touches. Retour arrière l’enlève.',
  clientDisputeMinutes: 'Pour les clients qui contestent plus tôt ou plus tard. Vide : comme ci-dessus.',
  redirectUri: 'Seulement si votre client a été inscrit avec une.',
};

const wrong: Readonly<Record<OwnSetting, string>> = {
  workTypeId: 'Saisissez un nombre entier, à partir de 1.',
  techsCount: 'Saisissez un nombre entier de 1 à 999.',
  undoSeconds: 'Saisissez un nombre entier de 0 à 30.',
  idleMinutes: 'Saisissez un nombre, à partir de 0.',
  autoPauseMinutes: 'Saisissez un nombre, à partir de 0.',
  endOfDay: 'Saisissez une heure comme 17:30.',
  workdays: 'Choisissez des jours de la semaine.',
  notifications: 'Oui ou non.',
  disputeMinutes: 'Saisissez un nombre, à partir de 0.',
  clientDisputeMinutes: 'Saisissez un nombre à partir de 0 pour chacun, ou rien.',
  strip: 'Oui ou non.',
  remindBeforeMinutes: 'Saisissez un nombre, à partir de 0.',
  theme: 'Choisissez l’une de ces options.',
  language: 'Choisissez l’une de ces options.',
  timeFormat: 'Choisissez l’une de ces options.',
  launchAtLogin: 'Oui ou non.',
  shortcut: 'Choisissez d’autres touches.',
  technicians: 'Il faut un nom et un UserId, en chiffres, pour chaque personne.',
  apiUrl: 'Saisissez une adresse qui commence par https://.',
  loginUrl: 'Saisissez une adresse qui commence par https://.',
  clientId: 'Saisissez l’ID client.',
  signIn: 'Choisissez l’une de ces options.',
  redirectUri: 'Une adresse de cet ordinateur, comme http://127.0.0.1:8400/.',
  requestTimeoutSeconds: 'Saisissez un nombre entier de 1 à 600.',
};

const checks: Readonly<
  Record<CheckView['name'], Readonly<Record<CheckView['state'], (detail: string) => string>>>
> = {
  host: {
    ok: (host) => `ServiceChannel répond à ${host}.`,
    missing: (host) => `ServiceChannel ne répond pas à ${host}. Y a-t-il un réseau ?`,
    unknown: () => 'On verra si ServiceChannel répond quand vous serez en session.',
  },
  client: {
    ok: () => 'ServiceChannel connaît votre client OAuth.',
    missing: () => 'L’ID client manque. Votre bureau le reçoit de ServiceChannel.',
    unknown: (asked) =>
      asked
        ? 'Impossible pour le moment de vérifier si ServiceChannel connaît votre client OAuth.'
        : 'On verra si ServiceChannel connaît votre client OAuth quand vous serez en session.',
  },
  user: {
    ok: (name) => `Votre session est celle de ${name}.`,
    missing: (message) =>
      message ? afterTheirs(message, 'ServiceChannel ne vous laisse pas entrer.') : 'Aucune session ouverte.',
    unknown: () => 'Impossible de demander maintenant si votre session est valable.',
  },
  clock: {
    ok: () => 'L’horloge de cet ordinateur est juste.',
    missing: (ms) =>
      `L’horloge de cet ordinateur a ${difference(Number(ms))} ${Number(ms) > 0 ? 'de retard' : 'd’avance'}. Les heures signalées sont corrigées.`,
    unknown: () => 'L’horloge n’a pas encore été comparée.',
  },
  keychain: {
    ok: () => 'Le trousseau garde votre session.',
    missing: () => 'Le trousseau ne répond pas : vous vous reconnectez à chaque démarrage.',
    unknown: () => 'Le trousseau n’a pas encore été interrogé.',
  },
  tray: {
    ok: () => 'L’icône est dans la zone de notification.',
    missing: () => 'Ce bureau n’affiche pas d’icône de notification : OnSite est une fenêtre.',
    unknown: () => 'On ne sait pas encore s’il y a une zone de notification.',
  },
  notifications: {
    ok: () => 'Les notifications peuvent être affichées.',
    missing: () => 'Ce bureau n’affiche pas de notifications.',
    unknown: () => 'On ne sait pas si les notifications peuvent être affichées.',
  },
  permission: {
    ok: (clients) => `Autorisent les arrivées sans GPS : ${clients}.`,
    missing: (clients) =>
      `N’autorisent pas les arrivées sans GPS : ${clients}. Votre bureau demande à ce client l’autorisation XML check-in/out : Provider Automation la montre.`,
    unknown: (clients) =>
      `${clients ? `Pas encore connu : ${clients}. ` : ''}Votre première arrivée chez un client montre s’il autorise les arrivées sans GPS (l’autorisation XML check-in/out). Provider Automation la montre aussi, parmi les autorisations de votre utilisateur.`,
  },
};

/** The Settings window, in French. */
export const settings: Shape<typeof en> = {
  settingLabels: labels,
  settingHints: hints,
  settingWrong: (key) => wrong[key],
  setByCompany: 'Fixé par votre entreprise',
  clientSecretHint: 'Conservé dans le trousseau de cet ordinateur et plus jamais affiché.',
  settingSections: {
    work: 'Travail',
    asking: 'Quand OnSite demande',
    appearance: 'Apparence',
    computer: 'Cet ordinateur',
    colleagues: 'Collègues',
    connection: 'Connexion',
    company: 'De votre entreprise',
  },
  settingOptions: {
    theme: { system: 'Comme le système', light: 'Clair', dark: 'Sombre' },
    language: { system: 'Comme le système', en: 'English', es: 'Español', fr: 'Français' },
    timeFormat: { system: 'Comme le système', '12': '12 heures (3:02 PM)', '24': '24 heures (15:02)' },
    signIn: { password: 'Avec un mot de passe, ici', browser: 'Avec le navigateur' },
  },
  /** The system asks for a language that there are no words for. */
  languageMissing: (tag) => `OnSite n’a pas encore de textes dans cette langue : ${languageName(tag, 'fr')}.`,
  colleagueName: 'Nom',
  colleagueId: 'UserId',
  addColleague: 'Ajouter une personne',
  findColleagues: 'Chercher des collègues',
  removeColleague: (name) => (name ? `Retirer ${name}` : 'Retirer'),
  pressKeys: 'Appuyez sur les touches…',
  keyNames,
  shortcut: (accelerator: string) => shortcutText(accelerator, keyNames),
  restoreDefaults: 'Valeurs par défaut',
  restoreDefaultsHint: 'Toutes, sauf la connexion.',
  checkingConnection: 'Vérification de la connexion…',
  firstCheck: (missing) =>
    missing === 0
      ? 'Connexion vérifiée : tout ce qui est connu fonctionne.'
      : `Connexion vérifiée : il manque ${counted(missing, 'chose', 'choses')}.`,
  showChecks: 'Voir les vérifications',
  checkSeen: 'D’accord',
  copyLetter: 'Copier une lettre au client',
  letterCopied: 'Copiée. Envoyez-la à l’administrateur ServiceChannel du client.',
  checkConnection: 'Vérifier la connexion',
  copyDiagnostics: 'Copier le diagnostic',
  diagnosticsCopied: 'Copié. Il ne contient ni noms ni secrets.',
  check: ({ name, state, detail }) => checks[name][state](detail),
  checkStates: { ok: 'Fonctionne', missing: 'Manque', unknown: 'Inconnu' },
};
