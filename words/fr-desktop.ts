import type { desktop as en } from './en-desktop.ts';
import { counted } from './fr-numbers.ts';
import { state } from './fr-state.ts';
import { atTime, fromTime, sinceTime } from './fr-times.ts';
import type { Shape } from './shape.ts';

/** The tray, its menu, and the desktop's notifications, in French. */
export const desktop: Shape<typeof en> = {
  ...state,
  tray: {
    tooltip: (state) => `OnSite : ${state}`,
    needsAttention: 'attend votre réponse',
    open: 'Ouvrir OnSite',
    checkIn: 'Pointer l’arrivée…',
    pause: 'Pause',
    resume: 'Reprendre',
    lately: (workOrderId, store) => [workOrderId, store].filter(Boolean).join(' · '),
    timesheet: 'Feuille de temps',
    settings: 'Réglages',
    quit: 'Quitter',
  },
  notification: {
    idle: {
      away: (workOrderId, from) => ({
        title: 'Toujours au travail ?',
        body: `Votre arrivée est ouverte sur ${workOrderId}. Dernière utilisation de cet ordinateur : ${from}.`,
      }),
      back: (workOrderId, from, to) => ({
        title: 'Étiez-vous au travail ?',
        body: `De ${from} à ${to} sur ${workOrderId}. Cela compte comme du travail tant que vous ne dites rien d’autre.`,
      }),
      paused: (workOrderId, from) => ({
        title: `En pause ${fromTime(from)}`,
        body: `Personne n’a répondu, donc ${workOrderId} est en pause depuis ce moment.`,
      }),
    },
    'end-of-day': (workOrderId) => ({
      title: 'Fin de journée',
      body: `Votre arrivée est encore ouverte sur ${workOrderId}.`,
    }),
    forgotten: (workOrderId) => ({
      title: 'Départ oublié ?',
      body: `Votre arrivée est encore ouverte sur ${workOrderId}.`,
    }),
    'still-paused': (workOrderId, since) => ({
      title: `Toujours en pause ${sinceTime(since)}`,
      body: `Vous utilisez cet ordinateur, et ${workOrderId} est en pause. Cliquez pour dire quand vous avez repris.`,
    }),
    resume: (workOrderId) => ({
      title: 'En pause jusqu’à aujourd’hui',
      body: `Vous pouvez reprendre ${workOrderId}.`,
    }),
    attention: (workOrderId, count) => ({
      title: count === 1 ? `À vous : ${workOrderId}` : `${count} rapports vous attendent`,
      body: 'ServiceChannel ne l’a pas accepté ainsi. Cliquez pour voir pourquoi, et quoi faire.',
    }),
    due: (workOrderId, store, time, begun) => ({
      title: begun ? `Déjà commencé (${time}) : ${workOrderId}` : `Prévu ${atTime(time)} : ${workOrderId}`,
      body: `${store ? `${store}. ` : ''}Votre arrivée n’est pas enregistrée. Êtes-vous sur place ?`,
    }),
    'tray-not-done': {
      title: 'Pas fait',
      body: 'Ce que vous avez choisi dans le menu n’a pas été fait. Cliquez pour voir pourquoi.',
    },
    late: (workOrderId, days) => ({
      title: `Pas envoyé depuis ${counted(days, 'jour', 'jours')}`,
      body:
        days < 7
          ? `Un pointage sur ${workOrderId} attend. ServiceChannel l’accepte jusqu’à 7 jours après. Connectez cet ordinateur au réseau, ou prévenez votre bureau.`
          : `Un pointage sur ${workOrderId} attend. ServiceChannel accepte les heures jusqu’à 7 jours en arrière, et celle-ci est plus ancienne. Demandez à votre bureau de saisir les heures.`,
    }),
    'signed-out': {
      title: 'Votre session a pris fin',
      body: 'Rien n’est envoyé à ServiceChannel tant que vous ne vous reconnectez pas. Votre visite continue, et les pointages attendent ici.',
    },
    'keychain-locked': {
      title: 'Le trousseau ne répond pas',
      body: 'Rien n’est envoyé à ServiceChannel tant que vous ne le déverrouillez pas ou ne vous reconnectez pas. Votre visite continue, et les pointages attendent ici.',
    },
  },
};
