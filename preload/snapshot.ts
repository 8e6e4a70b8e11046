/** The one picture that every window is shown. */
import type { Language } from '../words/language.ts';
import type { ColleagueView } from './crew.ts';
import type { MomentsView } from './moments.ts';
import type { Notice } from './notices.ts';
import type { ProblemView } from './problems.ts';
import type { CheckedOutView, ElsewhereView, ReceiptView } from './records.ts';
import type { SettingsView } from './settings.ts';
import type { UpdateView } from './updates.ts';
import type { OtherUserView, SignOutView } from './users.ts';
import type {
  Account,
  ConnectionView,
  DayView,
  DeliverySummary,
  DifferingView,
  FormAgain,
  LateView,
  LeavingsView,
  RecentView,
  SignInView,
  UndoView,
  UnreportedView,
  VisitView,
} from './views.ts';

export interface Snapshot {
  readonly account: Account;
  readonly connection: ConnectionView;
  readonly signIn: SignInView;
  /** The visit and the reports that signing out would leave here; null: there are none. */
  readonly signOut: SignOutView | null;
  /** Other users who have something under way on this computer. */
  readonly others: readonly OtherUserView[];
  readonly current: VisitView | null;
  /** Paused visits beside the current one, the one paused last first. */
  readonly paused: readonly VisitView[];
  /** Colleagues, in the order of their list. */
  readonly crew: readonly ColleagueView[];
  readonly recent: readonly RecentView[];
  readonly day: DayView;
  readonly leavings: LeavingsView;
  readonly problems: readonly ProblemView[];
  readonly unreported: readonly UnreportedView[];
  readonly late: LateView | null;
  readonly differing: readonly DifferingView[];
  /** Open check-ins that were made elsewhere. */
  readonly elsewhere: readonly ElsewhereView[];
  readonly checkedOut: CheckedOutView | null;
  /** ServiceChannel's record of the visit that ended last, until it is dismissed. */
  readonly receipt: ReceiptView | null;
  readonly delivery: DeliverySummary;
  /** The questions that the app asks by itself. */
  readonly moments: MomentsView;
  readonly notices: readonly Notice[];
  readonly settings: SettingsView;
  readonly update: UpdateView;
  readonly defaults: { readonly workTypeId: number; readonly techsCount: number };
  /** Add to this computer's clock (ms) to get ServiceChannel's; 0 while they agree to 30 s. */
  readonly clockDifference: number;
  /** BCP 47, by which times are written. */
  readonly locale: string;
  /** The language of all words. */
  readonly language: Language;
  /** The language that was asked for, BCP 47, where there are no words for it; else null. */
  readonly languageMissing: string | null;
  /** The work orders' pages in ServiceChannel: a number completes the address. */
  readonly orderPages: string;
  /** A number that a link asks to be filled in; `at` tells one request from the next. */
  readonly prefill: { readonly workOrder: string; readonly at: number } | null;
  /** A user who gave their client themselves has still to see that the connection was checked. */
  readonly firstCheck: boolean;
  /** The form that tells a client of a delay was asked for; `at` tells one request from the next. */
  readonly lateAsked: { readonly workOrderId: number; readonly at: number } | null;
  /** `Check out…` was chosen in the tray's menu at this instant: the popup opens with that form. */
  readonly checkOutAsked: number | null;
  /** The last act, while it can be taken back. */
  readonly undo: UndoView | null;
  /** An act was taken back that has a form: the popup opens with it as it was filled in. */
  readonly formAgain: FormAgain | null;
}
