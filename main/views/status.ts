import type { Phase, Snapshot } from '../../preload/contract.ts';
import { WORDS, type Words } from '../../words/index.ts';
import { timeText } from '../../words/times.ts';
import { toIso } from '../visit/time.ts';

/** The fields that `onsite status --json` prints (INTERFACE.md). */
export interface Status {
  readonly state: 'off' | 'on-site' | 'paused' | 'travelling' | 'signed-out';
  readonly workOrder: number | null;
  /** ISO 8601, with the offset of where it began. */
  readonly since: string | null;
  /** Reports that are on their way by themselves. */
  readonly waiting: number;
  /** Reports that need a person. */
  readonly attention: number;
  readonly user: string | null;
}

const STATES: Readonly<Record<Phase, Status['state']>> = {
  'on site': 'on-site',
  travelling: 'travelling',
  paused: 'paused',
  over: 'off',
};

/** The state in few words, for status bars and scripts. */
export function appStatus({ account, current, delivery }: Snapshot): Status {
  const { kind, count, waiting } = delivery;
  const user = account.state === 'signed-out' ? null : account.userName;
  const since = current && (current.pausedAt ?? current.since);
  return {
    state: user === null ? 'signed-out' : STATES[current?.phase ?? 'over'],
    workOrder: current?.workOrderId ?? null,
    since: since && toIso(since),
    waiting,
    attention: kind === 'attention' ? count : 0,
    user,
  };
}

/** The same in a line for people. */
function statusText(snapshot: Snapshot): string {
  const { account, current, delivery, language, locale } = snapshot;
  const words: Words = WORDS[language];
  if (account.state === 'signed-out') return words.notSignedIn;
  const since = current && (current.pausedAt ?? current.since);
  return [
    words.states[current?.phase ?? 'over'],
    ...(current && since ? [String(current.workOrderId), words.statusSince(timeText(since.ms, locale))] : []),
    words.deliverySummary(delivery),
    ...(delivery.kind === 'attention' && delivery.waiting > 0
      ? [words.deliverySummary({ kind: 'waiting', count: delivery.waiting })]
      : []),
  ].join(' · ');
}

/** Both, as `onsite status` answers. */
export const statusAnswer = (snapshot: Snapshot): { readonly text: string; readonly json: string } => ({
  text: statusText(snapshot),
  json: JSON.stringify(appStatus(snapshot)),
});
