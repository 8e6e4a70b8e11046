import type { RefusalReason } from '../main/visit/problem.ts';
import type { Advised, adviceWords as en } from './en-advice.ts';
import { PHONE_LINE } from './phone-line.ts';
import type { Shape } from './shape.ts';

/** `à Acme`, `au client` */
export const toClient = (subscriber: string | null): string =>
  subscriber === null ? 'au client' : `à ${subscriber}`;

/** `de Target`, `d’Acme`, `du client` */
export const ofClient = (subscriber: string | null): string => {
  if (subscriber === null) return 'du client';
  return /^[aeiouyàâéèêëîïôûœ]/i.test(subscriber) ? `d’${subscriber}` : `de ${subscriber}`;
};

type Advice = (of: Advised) => string;

const reopen: Advice = ({ subscriber }) => `Demandez ${toClient(subscriber)} de le rouvrir. Puis renvoyez.`;

const isArrival = ({ kind }: Advised) => kind === 'check-in';

const noPermission: Advice = (of) =>
  isArrival(of) || of.kind === 'note' || of.kind === 'activity'
    ? 'Vous n’avez pas ce droit. Demandez-le à votre bureau. Puis renvoyez.'
    : 'Vous n’avez pas ce droit, ou pas celui de mettre ce statut. Essayez un autre statut, ou demandez le droit à votre bureau.';

/** The advice on a refusal, by its reason. */
const advice: Readonly<Record<RefusalReason, Advice>> = {
  'not-found': ({ subscriber }) =>
    `Comparez le numéro avec celui qu’on vous a donné. S’il est juste, demandez ${toClient(subscriber)} de l’attribuer à votre entreprise. Puis renvoyez.`,
  'xml-permission': (of) =>
    isArrival(of)
      ? `Demandez à l’administrateur ServiceChannel ${ofClient(of.subscriber)} l’autorisation « XML check-in/out » pour votre entreprise. Puis renvoyez. Ou pointez l’arrivée par téléphone : ${PHONE_LINE}.`
      : `${noPermission(of)} Ou pointez le départ par téléphone : ${PHONE_LINE}.`,
  permission: noPermission,
  'work-type': ({ subscriber }) =>
    `${subscriber ?? 'Ce client'} n’a pas ce type de travail. Choisissez-en un autre.`,
  premature: ({ subscriber }) =>
    `Le bon de travail commence plus tard. Demandez ${toClient(subscriber)} de corriger la date et renvoyez, ou changez l’heure.`,
  'out-of-date': ({ subscriber }) =>
    `ServiceChannel accepte les heures jusqu’à 7 jours en arrière. Donnez vos heures ${toClient(subscriber)}.`,
  'time-ahead': () =>
    'Cette heure est en avance sur l’horloge du site. Corrigez la date, l’heure et le fuseau horaire de cet ordinateur. Puis renvoyez.',
  'not-checked-in': ({ subscriber }) =>
    `Votre arrivée n’y est plus ouverte. Certains clients pointent le départ d’eux-mêmes après quelques heures. Demandez ${toClient(subscriber)} de corriger vos heures.`,
  field: (of) =>
    of.kind === 'note'
      ? 'Changez le texte. Puis envoyez-le.'
      : 'Changez ce que ServiceChannel demande. Puis envoyez.',
  codes: () =>
    'Ce client demande des codes de résolution à la fin. Choisissez ceux qu’il accepte. Puis envoyez.',
  'extended-status': () => 'Ce statut n’est pas pour ce bon de travail. Choisissez-en un autre.',
  'tracking-number': ({ subscriber }) =>
    `Vérifiez le numéro. S’il est juste, demandez ${toClient(subscriber)} de corriger le numéro de suivi. Puis renvoyez.`,
  completed: reopen,
  'closed-for-check-in': reopen,
  'mile-range': (of) =>
    `${of.subscriber ?? 'Ce client'} veut votre position, et OnSite n’en envoie aucune. Demandez-lui de l’autoriser sans GPS. Ou pointez ${isArrival(of) ? 'l’arrivée' : 'le départ'} par téléphone : ${PHONE_LINE}.`,
  overlap: () =>
    'Une autre de vos arrivées couvre une partie de ce temps. Changez l’heure, ou demandez à votre bureau.',
  'not-allowed': () => 'C’est peut-être déjà fait. Regardez dans ServiceChannel avant de renvoyer.',
  'not-on-record': ({ subscriber }) =>
    `ServiceChannel ne montre aucune présence de vous à cette heure. Demandez ${toClient(subscriber)} de corriger.`,
  'status-unknown': ({ subscriber }) =>
    `L’arrivée faite par erreur a mis le statut à In Progress / On Site. Demandez ${toClient(subscriber)} de le remettre.`,
  'server-error': () =>
    'ServiceChannel a échoué deux fois, et n’en garde rien. Votre heure est gardée. Renvoyez plus tard. Si cela échoue encore, montrez ce texte à votre bureau.',
  'open-elsewhere': () =>
    'Rien n’a été envoyé : une autre de vos arrivées était ouverte, faite ailleurs. Si celle-ci est la bonne, pointez-la quand même.',
  'elsewhere-then': () =>
    'Rien n’a été envoyé : l’horloge de cet ordinateur était fausse. À l’heure juste, une autre de vos arrivées couvre une partie de cette présence. Changez l’heure de l’une d’elles. Puis renvoyez.',
  unknown: () =>
    'Renvoyez plus tard, ou changez-le. Si c’est encore refusé, montrez ce texte à votre bureau.',
};

/** Advice in French. */
export const adviceWords: Shape<typeof en> = { advice };
