import type { Account, Notice, SignInView, Snapshot } from '../../preload/contract.ts';
import type { Session } from '../account/session.ts';
import { orderPagesOf } from '../servicechannel/hosts.ts';
import type { SettingsStore } from '../storage/settings.ts';
import { connectionView } from './connection.ts';
import { crewView } from './crew.ts';
import { languageInForce, missingLanguage, type SystemLocale, timesLocale } from './language.ts';
import { settingsView } from './settings.ts';
import { type VisitsSource, visitsPart } from './visits.ts';

export interface SnapshotParts {
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly notices: readonly Notice[];
  /** The requests that the popup opens with. */
  readonly requests: Pick<Snapshot, 'prefill' | 'checkOutAsked' | 'lateAsked' | 'formAgain'>;
  readonly firstCheck: boolean;
  readonly update: Snapshot['update'];
  readonly undo: Snapshot['undo'];
  readonly visits: VisitsSource;
  readonly record: Pick<Snapshot, 'elsewhere' | 'checkedOut' | 'receipt'>;
  /** About signing out, and about the other users of this computer. */
  readonly leaving: Pick<Snapshot, 'signOut' | 'others'>;
  readonly moments: (current: Snapshot['current']) => Snapshot['moments'];
  /** Server minus computer, ms; 0 while it is tolerated. */
  readonly clockDifference: number;
  readonly system: SystemLocale;
}

function accountOf({ person, sender, restoring, locked }: Session): Account {
  if (!person) return { state: 'signed-out' };
  const { userName, name } = person;
  if (sender || restoring) return { state: 'signed-in', userName, name };
  return { state: locked ? 'locked' : 'expired', userName, name };
}

/** A corrected instant, as all that windows are shown. */
function waitingOf({ signingIn }: Session, clockDifference: number): SignInView['waiting'] {
  if (signingIn?.until == null) return signingIn;
  return { ...signingIn, until: signingIn.until + clockDifference };
}

/** Everything that windows are shown, as it is now. */
export function snapshotOf(parts: SnapshotParts): Snapshot {
  const { session, settings, notices, requests, system } = parts;
  const visits = visitsPart(parts.visits);
  return {
    account: accountOf(session),
    connection: connectionView(settings, session.hasSecret),
    signIn: { waiting: waitingOf(session, parts.clockDifference), trouble: session.trouble },
    ...parts.leaving,
    ...visits,
    crew: session.owner ? crewView(parts.visits.visits, settings.get('technicians')) : [],
    ...parts.record,
    moments: parts.moments(visits.current),
    notices,
    settings: settingsView(settings),
    update: parts.update,
    defaults: { workTypeId: settings.get('workTypeId'), techsCount: settings.get('techsCount') },
    clockDifference: parts.clockDifference,
    locale: timesLocale(settings, system),
    language: languageInForce(settings, system),
    languageMissing: missingLanguage(settings, system),
    orderPages: orderPagesOf(session.person?.apiUrl ?? settings.get('apiUrl')),
    prefill: requests.prefill,
    checkOutAsked: requests.checkOutAsked,
    lateAsked: requests.lateAsked,
    firstCheck: parts.firstCheck,
    formAgain: requests.formAgain,
    undo: parts.undo,
  };
}
