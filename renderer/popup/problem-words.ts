import type { Problem, ProblemView } from '../../preload/contract.ts';
import { dateTimeText, englishLocale } from '../../words/dates.ts';
import { timeText, whenText } from '../../words/times.ts';
import { nameById } from '../ui/crew.ts';
import { t } from '../ui/words.ts';

/** Writes the times of one problem. */
export interface ProblemTimes {
  /** Now (ms), by which a day is named or not. */
  readonly now: number;
  readonly locale: string;
}

type Stay = { readonly from: { readonly ms: number }; readonly to: { readonly ms: number } | null };

const when = (ms: number, { now, locale }: ProblemTimes): string => whenText(ms, now, locale);

/** `08:00–11:40`, with the day before the times it needs one for; only when it began while it lasts. */
function stayText({ from, to }: Stay, times: ProblemTimes): string {
  const start = when(from.ms, times);
  return to === null ? start : t().range(start, endText(from.ms, to.ms, times));
}

/** The time alone where the day is that of the start. */
function endText(from: number, to: number, times: ProblemTimes): string {
  const sameDay = new Date(from).toDateString() === new Date(to).toDateString();
  return sameDay ? timeText(to, times.locale) : when(to, times);
}

/** The time that a title names: of a pair that is open again its check-in's, of one that was closed the time of that. */
function titleTime({ state, stay, at, closedAt }: ProblemView): number {
  if (state === 'on-site') return stay?.from.ms ?? at.ms;
  return state === 'closed' ? (closedAt ?? at.ms) : at.ms;
}

/** Says whose it is where it is a colleague's. */
const whose = ({ colleague }: ProblemView, text: string): string =>
  colleague === null ? text : `${nameById(colleague)} · ${text}`;

/** The title of a problem, with the time that it speaks of. */
export const titleText = (of: ProblemView, times: ProblemTimes): string =>
  whose(of, t().problemTitle(of, when(titleTime(of), times)));

/** `Check-out of 12:31 on 107002911`: what it is about, where the title says something else. */
const namedText = (of: ProblemView, times: ProblemTimes): string => t().named(of, when(of.at.ms, times));

/** `Check-out of 12:31 · 107002911`: a problem in one line. */
export const lineText = (of: ProblemView, times: ProblemTimes): string =>
  whose(of, t().problemLine(of, when(of.at.ms, times)));

/** ServiceChannel's own words, on a line of their own; null where it gave none. */
export const quoteText = ({ state, problem }: ProblemView): string | null =>
  state === 'refused' && problem?.message ? t().says(problem.message) : null;

/** `Your time is safe: 08:00–11:40`, whatever others decide. */
export const keptText = ({ kept, stay, problem }: ProblemView, times: ProblemTimes): string | null =>
  kept && stay && !problem?.held ? t().timeSafe(stayText(stay, times)) : null;

/** The note that the client has got about it already. */
export function toldText({ told }: ProblemView, times: ProblemTimes): string | null {
  if (!told) return null;
  const time = when(told.at.ms, times);
  return told.recorded ? t().told(time) : t().beingTold(time);
}

function remedyAdvice(of: ProblemView, times: ProblemTimes): readonly string[] {
  const { problem, stay, remedies, earliest } = of;
  const said: string[] = [];
  if (problem?.held && stay) {
    const theirs = { from: { ms: problem.held.from }, to: { ms: problem.held.to } };
    said.push(t().held(stayText(theirs, times), stayText(stay, times)), t().correctAdvice);
  }
  if (remedies.includes('record-activity')) said.push(t().activityAdvice(stay?.techsCount ?? 1));
  if (earliest) said.push(t().earliestAdvice(when(of.at.ms, times), when(earliest.ms, times)));
  return said;
}

/** Chooses the advice: a pair left on the wrong work order needs other words than one that could not be reported. */
function adviceOf(of: ProblemView, { reason }: Problem): string {
  if (of.mistaken && reason !== 'not-on-record') return t().notRemoved(of.subscriber);
  if (of.kind === 'restore' && reason !== 'status-unknown') return t().notPutBack(of.subscriber);
  return t().advice[reason](of);
}

/** How ServiceChannel holds a check-out that was given up. */
function afterGivenUp(of: ProblemView, times: ProblemTimes): string {
  const { workOrderId, stay, at } = of;
  const [since, left] = [when(stay?.from.ms ?? at.ms, times), when(at.ms, times)];
  if (of.state === 'closed') return t().closedThere(workOrderId, since, left);
  if (of.state === 'on-site' && of.gone) return t().goneThere(workOrderId, since);
  if (of.state === 'on-site')
    return of.unread ? t().askingWhetherOpen(namedText(of, times)) : t().onSiteAgain(namedText(of, times));
  return `${t().openThere(workOrderId, since, left)} ${t().openThereAdvice(of.subscriber)}`;
}

/** The advice that follows ServiceChannel's own words. */
export function adviceText(of: ProblemView, times: ProblemTimes): string {
  const { state, problem } = of;
  if (state === 'unconfirmed') return t().unconfirmedAdvice;
  if (!problem) return afterGivenUp(of, times);
  if (of.told) return namedText(of, times);
  const advice = problem.held || of.earliest ? '' : adviceOf(of, problem);
  return [advice, ...remedyAdvice(of, times)].filter(Boolean).join(' ');
}

/** Times as a note to the client has them. */
const inEnglish = (times: ProblemTimes): ProblemTimes => ({ ...times, locale: englishLocale(times.locale) });

/** The date and times of a stay, to be read another day. */
function datedStay({ from, to }: Stay, times: ProblemTimes): string {
  const start = dateTimeText(from.ms, times.locale);
  if (to === null) return start;
  const sameDay = new Date(from.ms).toDateString() === new Date(to.ms).toDateString();
  return t().range(start, sameDay ? endText(from.ms, to.ms, times) : dateTimeText(to.ms, times.locale));
}

/** The text that a note to the client starts with. */
export const noteDraft = (of: ProblemView, times: ProblemTimes): string =>
  t().noteDraft(
    of,
    datedStay(of.mistaken || !of.stay ? { from: of.at, to: null } : of.stay, inEnglish(times)),
  );

/** The note that asks for the others of a crew where an activity is to record one; null where it records all. */
export function crewNote({ kind, stay }: ProblemView, times: ProblemTimes): string | null {
  if (kind !== 'check-in' || !stay || stay.techsCount < 2) return null;
  return t().crewNote(datedStay(stay, inEnglish(times)), stay.techsCount);
}

/** The note that goes along with a premature check-in at `earliest`. */
export function trueTimeNote(of: ProblemView, earliest: number, times: ProblemTimes): string {
  const { locale } = inEnglish(times);
  return t().trueTimeNote(dateTimeText(of.at.ms, locale), timeText(earliest, locale));
}

/** The reports that are lost when it is given up. */
export const lostText = (of: ProblemView, times: ProblemTimes): string => t().lost(of, when(of.at.ms, times));

/** The words on a remedy's button. */
export function remedyText(
  of: ProblemView,
  name: ProblemView['remedies'][number],
  times: ProblemTimes,
): string {
  if (name === 'send-again' && of.problem?.reason === 'open-elsewhere') return t().checkInAnyway;
  return t().remedy(name, of.earliest ? when(of.earliest.ms, times) : '');
}
