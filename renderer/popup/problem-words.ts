import type { Problem, ProblemView } from '../../preload/contract.ts';
import { dateTimeText, timeText, whenText } from '../../words/times.ts';
import { t } from '../ui/words.ts';

/** Writes the times of one problem. */
export interface Times {
  /** Now (ms), by which a day is named or not. */
  readonly now: number;
  readonly locale: string;
}

type Stay = { readonly from: { readonly ms: number }; readonly to: { readonly ms: number } | null };

/** `08:00–11:40`, with the day before the times it needs one for; only when it began while it lasts. */
function stayText({ from, to }: Stay, { now, locale }: Times): string {
  const start = whenText(from.ms, now, locale);
  return to === null ? start : t().range(start, endText(from.ms, to.ms, { now, locale }));
}

/** The time alone where the day is that of the start. */
function endText(from: number, to: number, { now, locale }: Times): string {
  const sameDay = new Date(from).toDateString() === new Date(to).toDateString();
  return sameDay ? timeText(to, locale) : whenText(to, now, locale);
}

/** `Kept here: 08:00–11:40`, where the work order was closed meanwhile. */
export const keptText = ({ kept, stay }: ProblemView, times: Times): string | null =>
  kept && stay ? t().keptHere(stayText(stay, times)) : null;

/** What the client knows of it already. */
export function toldText({ told }: ProblemView, { now, locale }: Times): string | null {
  if (!told) return null;
  const time = whenText(told.at.ms, now, locale);
  return told.recorded ? t().told(time) : t().beingTold(time);
}

function remedyAdvice(of: ProblemView, times: Times): readonly string[] {
  const { problem, stay, remedies, earliest } = of;
  const said: string[] = [];
  if (problem?.held && stay) {
    const theirs = { from: { ms: problem.held.from }, to: { ms: problem.held.to } };
    said.push(t().held(stayText(theirs, times), stayText(stay, times)), t().correctAdvice);
  }
  if (remedies.includes('record-activity')) said.push(t().activityAdvice(stay?.techsCount ?? 1));
  if (earliest) {
    const [time, from] = [of.at.ms, earliest.ms].map((ms) => whenText(ms, times.now, times.locale));
    said.push(t().earliestAdvice(time ?? '', from ?? ''));
  }
  return said;
}

/** What is left on the wrong work order needs other words than what could not be reported. */
function adviceOf({ kind, mistaken, subscriber }: ProblemView, { reason }: Problem, time: string): string {
  if (mistaken && reason !== 'not-on-record') return t().notRemoved(subscriber, time);
  if (kind === 'restore' && reason !== 'status-unknown') return t().notPutBack(subscriber);
  return t().advice[reason](subscriber, time);
}

/** ServiceChannel's own words first, then what to do. */
export function explained(of: ProblemView, times: Times): string {
  const { state, problem } = of;
  if (state === 'unconfirmed' || !problem) return t().unconfirmedAdvice;
  const time = whenText(of.at.ms, times.now, times.locale);
  const ours = remedyAdvice(of, times);
  const advice = problem.held || of.earliest ? '' : adviceOf(of, problem, time);
  return [problem.message ? t().quoted(problem.message) : '', advice, ...ours].filter(Boolean).join(' ');
}

/** The date and times of a stay, for somebody who reads them another day. */
function datedStay({ from, to }: Stay, { now, locale }: Times): string {
  const start = dateTimeText(from.ms, locale);
  if (to === null) return start;
  const sameDay = new Date(from.ms).toDateString() === new Date(to.ms).toDateString();
  return t().range(start, sameDay ? endText(from.ms, to.ms, { now, locale }) : dateTimeText(to.ms, locale));
}

/** What a note to the client is filled in with. */
export const noteDraft = (of: ProblemView, times: Times): string =>
  t().noteDraft(of, datedStay(of.mistaken || !of.stay ? { from: of.at, to: null } : of.stay, times));

/** The note that goes along with a premature check-in at `earliest`. */
export const trueTimeNote = (of: ProblemView, earliest: number, { locale }: Times): string =>
  t().trueTimeNote(dateTimeText(of.at.ms, locale), timeText(earliest, locale));
