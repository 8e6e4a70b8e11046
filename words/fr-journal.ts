import type { BARE_STATES, FOUND, JournalEntry } from '../main/visit/journal.ts';
import type { RecordedBy } from '../main/visit/types.ts';
import type { deliveryJournal as en } from './en-journal.ts';
import { says } from './fr-quotes.ts';
import { atTime } from './fr-times.ts';
import type { Shape } from './shape.ts';

type Of<C extends JournalEntry['code']> = Extract<JournalEntry, { code: C }>;

const NOT_SENT: Readonly<Record<Of<'not-sent'>['why'], string>> = {
  offline: 'Pas envoyé : pas de connexion',
  'rate-limit': 'Pas envoyé : ServiceChannel n’accepte plus de requêtes cette minute',
  'signed-out': 'Pas envoyé : aucune session ouverte',
  'not-read': 'Pas envoyé : OnSite doit d’abord voir où cela en est, et n’a pas pu',
  behind: 'Pas envoyé : ce que montre ServiceChannel est peut-être en retard',
  'kept-back': 'Pas envoyé : annulé au dernier moment',
};

const NO_ANSWER: Readonly<Record<Of<'no-answer'>['why'], string>> = {
  timeout: 'Pas de réponse à temps',
  broken: 'La connexion s’est coupée avant la réponse',
  unreadable: 'La réponse est illisible',
  'not-servicechannel': 'Quelque chose entre cet ordinateur et ServiceChannel a répondu',
  'server-error': 'ServiceChannel n’a pas pu répondre',
};

const READ_BACK: Readonly<Record<Of<'read-back'>['seen'], string>> = {
  there: 'Vérifié : ServiceChannel l’a',
  absent: 'Vérifié : ServiceChannel ne l’a pas',
  unclear: 'Vérifié : ServiceChannel ne le dit pas',
  unreachable: 'Impossible d’interroger ServiceChannel',
};

const BARE: Readonly<Record<(typeof BARE_STATES | typeof FOUND)[number], string>> = {
  queued: 'Gardé sur cet ordinateur, en attente d’envoi',
  sending: 'Envoyé',
  unconfirmed: 'On ne sait pas si c’est enregistré',
  replaced: 'Un autre pointage l’enregistre',
  discarded: 'Abandonné : pas signalé',
  'held-as-reported': 'Vérifié : ServiceChannel a déjà le départ à cette heure',
  held: 'Vérifié : quelqu’un d’autre a pointé votre départ',
  'check-in-doubted': 'Vérifié : ServiceChannel n’a pas l’arrivée',
  'open-there': 'Vérifié : ServiceChannel a l’arrivée ouverte',
  'closed-there': 'Vérifié : ServiceChannel a l’arrivée fermée',
  'not-there': 'Vérifié : ServiceChannel n’en a rien',
};

/** How a report is known to be recorded. */
const RECORDED: Readonly<Record<RecordedBy, string>> = {
  answer: 'Enregistré',
  'read-back': 'Enregistré, comme ServiceChannel le montre',
  technician: 'Enregistré, d’après vous',
  phone: 'Par téléphone : pas envoyé d’ici',
  client: 'Le client est prévenu, et le saisit à la main',
};

/** @param time when that was known; null: that was not kept */
export function recordedAt(by: RecordedBy, time: string | null): string {
  if (time === null) return RECORDED[by];
  switch (by) {
    case 'answer':
      return `Enregistré ${atTime(time)}`;
    case 'read-back':
      return `Enregistré. Vu chez ServiceChannel ${atTime(time)}`;
    case 'technician':
      return `Enregistré, d’après vous ${atTime(time)}`;
    case 'phone':
    case 'client':
      return RECORDED[by];
  }
}

const recorded = ({ mechanicId, by }: Of<'recorded'>): string =>
  mechanicId === null ? RECORDED[by] : `${RECORDED[by]}, MechanicId ${mechanicId}`;

/** A line of the journal of a report's delivery. */
function journal(entry: JournalEntry): string {
  switch (entry.code) {
    case 'recorded':
      return recorded(entry);
    case 'refused':
      return entry.message ? `Refusé. ${says(entry.message)}` : `Refusé (HTTP ${entry.httpStatus})`;
    case 'not-sent':
      return entry.detail ? `${NOT_SENT[entry.why]} (${entry.detail})` : NOT_SENT[entry.why];
    case 'no-answer':
      return `${NO_ANSWER[entry.why]} : OnSite vérifie si c’est arrivé`;
    case 'read-back':
      return READ_BACK[entry.seen];
    case 'failed':
      return 'Un problème est survenu dans OnSite ; nouvel essai';
    case 'text':
      return entry.text;
    default:
      return BARE[entry.code];
  }
}

/** The journal of delivery in French. */
export const deliveryJournal: Shape<typeof en> = { journal };
