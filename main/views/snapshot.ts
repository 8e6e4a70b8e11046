import { app } from 'electron';
import type { Account, Snapshot } from '../../preload/contract.ts';
import { languageOf } from '../../words/language.ts';
import type { Session } from '../account/session.ts';
import { connectionView } from '../app/commands/account.ts';
import type { Notices } from '../app/notices.ts';
import type { Intents } from '../app/popup-requests.ts';
import type { SettingsStore } from '../storage/settings.ts';
import { type VisitsSource, visitsPart } from './visits.ts';

export interface SnapshotParts {
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly notices: Notices;
  readonly intents: Intents;
  readonly visits: VisitsSource;
  readonly record: Pick<Snapshot, 'elsewhere' | 'receipt'>;
  readonly moments: (current: Snapshot['current']) => Snapshot['moments'];
  /** Server minus computer, ms; 0 while it is tolerated. */
  readonly clockDifference: number;
}

function accountOf({ person, sender, restoring }: Session): Account {
  if (!person) return { state: 'signed-out' };
  return {
    state: sender || restoring ? 'signed-in' : 'expired',
    userName: person.userName,
    name: person.name,
  };
}

/** Times are written as the system writes them; a system without a locale of its own counts to 24. */
export function locale(): string {
  const { LC_ALL, LC_TIME, LANG } = process.env;
  const unix = LC_ALL || LC_TIME || LANG || 'C';
  if (process.platform === 'linux' && /^(C|POSIX)(\.|$)/.test(unix)) return 'en-GB';
  return app.getSystemLocale() || 'en-GB';
}

/** Everything that windows are shown, as it is now. */
export function snapshotOf(parts: SnapshotParts): Snapshot {
  const { session, settings, notices, intents } = parts;
  const visits = visitsPart(parts.visits);
  return {
    account: accountOf(session),
    connection: connectionView(settings, session.hasSecret),
    ...visits,
    ...parts.record,
    moments: parts.moments(visits.current),
    notices: notices.all,
    defaults: { workTypeId: settings.get('workTypeId'), techsCount: settings.get('techsCount') },
    clockDifference: parts.clockDifference,
    locale: locale(),
    language: languageOf([settings.get('language')]),
    prefill: intents.prefill,
    checkOutAsked: intents.checkOutAsked,
  };
}
