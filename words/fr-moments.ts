import type { moments as en } from './en-moments.ts';
import { atTime, fromTime, sinceTime } from './fr-times.ts';
import type { Shape } from './shape.ts';

/** The words of what OnSite asks by itself, in French. */
export const moments: Shape<typeof en> = {
  momentTitles: {
    idle: 'OnSite – Absence',
    'end-of-day': 'OnSite – Fin de journée',
    quit: 'OnSite – Quitter',
    forgotten: 'OnSite – Départ oublié',
  },

  awayTitle: (workOrderId) => `Toujours au travail sur ${workOrderId} ?`,
  awayText: (time, ago) =>
    `Cet ordinateur a été utilisé pour la dernière fois ${atTime(time)}, il y a ${ago}. Ce temps compte comme du travail tant que vous ne dites rien d’autre.`,
  backTitle: (from, to, workOrderId) => `De ${from} à ${to} sur ${workOrderId}`,
  backText: (duration) =>
    `L’ordinateur n’a pas servi pendant ${duration}. Cela compte comme du travail tant que vous ne dites rien d’autre.`,
  autoPausedTitle: (time) => `En pause ${fromTime(time)}`,
  autoPausedText: (workOrderId) =>
    `Il n’y avait personne à cet ordinateur et personne n’a répondu, donc ${workOrderId} est en pause depuis ce moment.`,
  keepWorking: 'Je travaille toujours',
  pauseFrom: (time) => `Pause ${fromTime(time)}`,
  dontAskAgain: 'Ne plus demander pour cette visite',
  wasWorking: 'Je travaillais',
  hadBreak: 'J’ai fait une pause',
  keepPause: 'Garder la pause',
  breakFrom: 'De',
  breakTo: 'À',
  saveBreak: 'Enregistrer la pause',
  takesOff: (duration) => `Retire ${duration} de votre temps sur place.`,
  breakEmpty: 'Une pause finit après son début.',

  endOfDayTitle: (time, workOrderId) => `Il est ${time}. Votre arrivée est encore ouverte sur ${workOrderId}`,
  onSiteToday: (duration) => `${duration} sur place`,
  pauseUntilTomorrow: 'Pause jusqu’à demain',
  staysOnSite: 'Pendant la pause, le bon de travail reste In Progress / On Site pour le client.',
  stillWorking: 'Je travaille encore',
  leftAtTime: (time) => `Départ ${atTime(time)}`,

  quitTitle: (workOrderId) => `Votre arrivée est encore ouverte sur ${workOrderId}`,
  quitText:
    'ServiceChannel compte le temps jusqu’à votre départ ou votre pause. OnSite ne peut rien vous demander quand il est fermé.',
  shutdownText:
    'L’ordinateur va s’éteindre. ServiceChannel compte le temps jusqu’à votre départ ou votre pause.',
  quitAndStay: 'Quitter sans pointer le départ',
  dontQuit: 'Ne pas quitter',

  forgottenTitle: 'Avez-vous oublié de pointer le départ ?',
  forgottenText: (workOrderId, since) =>
    `Vous êtes sur ${workOrderId} ${sinceTime(since)}. Rien n’est envoyé avant que vous disiez l’heure de votre départ.`,
  evidence: {
    'last-use': (time) => `Dernière utilisation ${time}`,
    sleep: (time) => `Mise en veille ${time}`,
    'end-of-day': (time) => `Fin de journée ${time}`,
    automatic: (time) => `Départ de ServiceChannel ${time}`,
    'next-check-in': (time) => `Arrivée suivante ${time}`,
  },
  askingServiceChannel: 'On demande à ServiceChannel s’il a pointé votre départ…',
  checkOutThen: 'Pointer ce départ',
  stillOnSite: 'Je suis encore sur place',

  askComputer: 'Cet ordinateur est-il avec vous quand vous travaillez ?',
  yes: 'Oui',
  no: 'Non',
  stillPausedSince: (time) => `Toujours en pause ${sinceTime(time)}`,
  backAtOpens: 'Reprise à…',
  pausedUntilToday: (workOrderId) => `${workOrderId} était en pause jusqu’à aujourd’hui.`,
  idleSilent:
    'Ce bureau ne dit plus à OnSite quand l’ordinateur ne sert pas. Les absences ne sont pas remarquées : mettez en pause à la main.',
  noIdleDetection:
    'Les absences ne sont pas détectées : ce bureau ne dit pas à OnSite quand l’ordinateur ne sert pas.',
};
