import type { ProblemView, RemedyName } from '../../preload/contract.ts';
import type { RefusalReason } from '../visit/problem.ts';
import type { Report } from '../visit/types.ts';

/** The remedies of a problem: the likeliest first, and the rarest apart. */
export interface OfferedRemedies {
  readonly remedies: readonly RemedyName[];
  readonly more: readonly RemedyName[];
}

/** The facts that remedies depend on. */
export interface RemedyFacts {
  readonly kind: Report['kind'];
  readonly state: ProblemView['state'];
  readonly reason: RefusalReason | null;
  readonly mistaken: boolean;
  /** The client was told of it. */
  readonly told: boolean;
  readonly changeable: boolean;
  /** The pair may go as one work activity. */
  readonly activity: boolean;
  /** The first instant that the order allows is known. */
  readonly earliest: boolean;
  /** ServiceChannel holds the pair closed at another time. */
  readonly held: boolean;
  /** Its check-out set a status, and could go without. */
  readonly status: boolean;
  /** The order takes no check-out at all. */
  readonly takesNone: boolean;
  /** It may be sent as it is. */
  readonly sendable: boolean;
}

const some = (name: RemedyName, offered: boolean): readonly RemedyName[] => (offered ? [name] : []);

const only = (...remedies: readonly RemedyName[]): OfferedRemedies => ({ remedies, more: [] });

/** A check-out that was given up, by where its pair stands. */
function remediesOfGivenUp({
  state,
  changeable,
  mistaken,
  takesNone,
  sendable,
  told,
}: RemedyFacts): OfferedRemedies {
  if (state === 'closed') return only('correct-record', 'note-closed', 'open-order');
  const change = some('change', changeable);
  if (state === 'on-site') return only(...change, 'without-status');
  const again = some('send-again', sendable);
  const tell = some('tell-client', !told);
  // Where read-backs name no user, no read can show that it is closed there.
  const closed = some('it-was-recorded', !mistaken);
  if (!sendable || mistaken) return { remedies: [...tell, ...again, 'open-order'], more: closed };
  if (takesNone)
    return { remedies: [...tell, ...again, ...change, 'open-order'], more: ['without-status', ...closed] };
  return { remedies: [...change, 'without-status', ...again, 'open-order'], more: [...tell, ...closed] };
}

/** The remedies of a refused pair, offered before those of every refusal. */
function ofPair(facts: RemedyFacts): OfferedRemedies {
  const { kind, reason, activity, held, earliest, status, changeable } = facts;
  const whole = some('record-activity', activity);
  const change = some('change', changeable);
  const isArrival = kind === 'check-in';
  switch (reason) {
    case 'not-found':
      return isArrival ? only('wrong-number', 'send-again') : only(...change, 'send-again', 'tell-client');
    case 'tracking-number':
      return isArrival ? only('wrong-number', 'send-again') : only('tell-client', 'send-again');
    case 'completed':
    case 'closed-for-check-in':
      return {
        remedies: ['tell-client', 'send-again', ...whole, ...change],
        more: [...some('wrong-number', isArrival), ...some('by-phone', isArrival)],
      };
    case 'out-of-date':
      return only(...whole, 'tell-client', ...change, 'send-again');
    case 'premature':
      return only(...some('check-in-at', earliest), 'send-again', ...change);
    case 'time-ahead':
    case 'server-error':
      return only('send-again', ...change);
    case 'open-elsewhere':
      return only('send-again', ...whole, 'tell-client');
    case 'not-checked-in':
      return only(...some('correct-record', held), 'tell-client', 'send-again');
    case 'xml-permission':
    case 'mile-range':
      if (isArrival) return only('by-phone', 'send-again', ...change);
      break;
    case 'not-allowed':
      // 405/406 may also mean "already processed" (API.md), which only a person can look up.
      return only('send-again', 'it-was-recorded', 'open-order');
  }
  return { remedies: [...change, 'send-again'], more: some('without-status', status) };
}

function ofRefusal(facts: RemedyFacts): OfferedRemedies {
  const { kind, mistaken, changeable, reason } = facts;
  if (mistaken || kind === 'deletion') return only('tell-client', 'send-again');
  switch (kind) {
    case 'check-in':
    case 'check-out':
      return ofPair(facts);
    case 'codes':
      return only(...some('change', changeable), 'send-again', 'open-order');
    case 'restore':
      return reason === 'status-unknown' ? only('tell-client') : only('tell-client', 'send-again');
    case 'status':
      return { remedies: ['change', 'send-again'], more: ['tell-client'] };
    case 'activity':
      return only(...some('change', changeable), 'tell-client', 'send-again');
    default:
      return only(...some('change', changeable), 'send-again');
  }
}

/** Where the advice is to look in ServiceChannel, the way there is offered. */
const withLook = ({ remedies, more }: OfferedRemedies, { reason }: RemedyFacts): OfferedRemedies =>
  reason === 'not-allowed' && !remedies.includes('open-order')
    ? { remedies: [...remedies, 'open-order'], more }
    : { remedies, more };

const GIVEN_UP_STATES: readonly ProblemView['state'][] = ['on-site', 'parked', 'closed'];

/** The remedies of a problem. `Don’t report this…` is offered with every refusal, and none that is needed is hidden. */
export function remediesOf(facts: RemedyFacts): OfferedRemedies {
  if (GIVEN_UP_STATES.includes(facts.state)) return remediesOfGivenUp(facts);
  if (facts.state === 'unconfirmed') return only('it-was-recorded', 'send-again', 'open-order', 'discard');
  const { remedies, more } = withLook(ofRefusal(facts), facts);
  if (!facts.told) return { remedies: [...remedies, 'discard'], more };
  const rest = remedies.filter((name) => name !== 'tell-client');
  const done = some(
    'client-enters',
    facts.kind !== 'deletion' && facts.kind !== 'restore' && !facts.mistaken,
  );
  return {
    remedies: [...done, ...rest, 'discard'],
    more: [...more.filter((name) => name !== 'tell-client'), 'tell-client'],
  };
}
