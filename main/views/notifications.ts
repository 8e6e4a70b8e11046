import type { IdleView } from '../../preload/contract.ts';
import type { Words } from '../../words/index.ts';
import type { MomentKind } from '../moments/pending.ts';

/** The subject of a desktop notification; times in ms. */
export type NotificationSubject =
  | ({ readonly what: 'idle'; readonly workOrderId: number; readonly form: IdleView['form'] } & Absent)
  | { readonly what: Exclude<MomentKind, 'quit' | 'idle'> | 'resume'; readonly workOrderId: number }
  | { readonly what: 'signed-out' | 'keychain-locked' | 'tray-not-done' }
  /** A report has waited to be sent for so many days. */
  | { readonly what: 'late'; readonly workOrderId: number; readonly days: number }
  /** Reports that need a person; `workOrderId` of the first. */
  | { readonly what: 'attention'; readonly workOrderId: number; readonly count: number }
  /** An order is due and no visit is on site here. */
  | {
      readonly what: 'due';
      readonly workOrderId: number;
      readonly store: string | null;
      readonly at: number;
      readonly begun: boolean;
    }
  | { readonly what: 'still-paused'; readonly workOrderId: number; readonly since: number };

/** Since when the computer was not used, and until when; null while it lasts. */
interface Absent {
  readonly from: number;
  readonly to: number | null;
}

/** An answer that is one click: those of the windows that need no form. */
export type NotificationChoice = MomentChoice | 'show' | 'check-in' | 'running-late';

/** Those that answer a question of the app, or resume. */
export type MomentChoice = 'keep' | 'pause' | 'take-back' | 'resume';

interface Notification {
  readonly title: string;
  readonly body: string;
}

/** @param time writes an instant (ms) as a time of day */
type Time = (ms: number) => string;

/** Title and text of a notification. */
export function notification(
  { notification: words }: Words,
  said: NotificationSubject,
  time: Time,
): Notification {
  switch (said.what) {
    case 'idle':
      return words.idle[said.form](said.workOrderId, time(said.from), said.to === null ? '' : time(said.to));
    case 'still-paused':
      return words[said.what](said.workOrderId, time(said.since));
    case 'attention':
      return words.attention(said.workOrderId, said.count);
    case 'due':
      return words.due(said.workOrderId, said.store, time(said.at), said.begun);
    case 'late':
      return words.late(said.workOrderId, said.days);
    case 'tray-not-done':
    case 'signed-out':
    case 'keychain-locked':
      return words[said.what];
    default:
      return words[said.what](said.workOrderId);
  }
}

/** The answers that a notification carries, the safe one first; they are those of its window. */
export function choicesOf(
  words: Words,
  said: NotificationSubject,
  time: Time,
): readonly { readonly text: string; readonly choice: NotificationChoice }[] {
  switch (said.what) {
    case 'idle':
      return idleChoices(words, said.form, time(said.from));
    case 'end-of-day':
      return [
        { text: words.stillWorking, choice: 'keep' },
        { text: words.pauseUntilTomorrow, choice: 'pause' },
      ];
    case 'forgotten':
      return [{ text: words.stillOnSite, choice: 'keep' }];
    case 'resume':
      return [{ text: words.resume, choice: 'resume' }];
    case 'attention':
      return [{ text: words.showIt, choice: 'show' }];
    case 'due':
      return [
        { text: words.checkIn, choice: 'check-in' },
        { text: words.runningLate, choice: 'running-late' },
      ];
    default:
      return [];
  }
}

function idleChoices(words: Words, form: IdleView['form'], from: string): ReturnType<typeof choicesOf> {
  switch (form) {
    case 'away':
      return [
        { text: words.keepWorking, choice: 'keep' },
        { text: words.pauseFrom(from), choice: 'pause' },
      ];
    case 'back':
      return [{ text: words.wasWorking, choice: 'keep' }];
    case 'paused':
      return [
        { text: words.keepPause, choice: 'keep' },
        { text: words.wasWorking, choice: 'take-back' },
      ];
  }
}
