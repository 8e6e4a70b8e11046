import { LONGEST_CODE_TEXT, MOST_CODES } from './code-limits.ts';
import type { CodesChoice } from './commands.ts';
import {
  addStep,
  again,
  findReport,
  GIVEN_UP,
  isByPhone,
  QUEUED,
  replaceVisit,
  setDelivery,
} from './edit.ts';
import { reportsOf } from './phase.ts';
import type { CodeChoice, CodeList, Codes, Context, Report, State, Step, Visit } from './types.ts';

const isCodes = (step: Step): step is Codes => step.kind === 'codes';

/** The codes that go with a report and are not given up. */
export const codesAbout = ({ steps }: Visit, reportId: string): readonly Codes[] =>
  steps.filter(isCodes).filter((step) => step.about === reportId && step.delivery.state !== 'discarded');

/** Waits here still: it has not left, or was refused. */
const isStillHere = ({ delivery }: Codes): boolean =>
  delivery.state === 'queued' || delivery.state === 'refused';

/** So many of each asset category, or of the order where it has none. */
function cleaned(codes: readonly CodeChoice[], most: number): readonly CodeChoice[] {
  const ofSame = ({ assetCategoryId }: CodeChoice, before: number) =>
    codes.slice(0, before).filter((each) => each.assetCategoryId === assetCategoryId).length;
  return codes
    .filter((code, index) => ofSame(code, index) < most)
    .map((code) => ({ ...code, text: code.text?.trim().slice(0, LONGEST_CODE_TEXT) || null }));
}

const mostOf = (list: CodeList): number => (list === 'resolution' ? MOST_CODES : 1);

function addList(
  state: State,
  ctx: Context,
  visit: Visit,
  about: Report,
  step: Pick<Codes, 'list' | 'codes' | 'first'>,
): State {
  const codes = cleaned(step.codes, mostOf(step.list));
  if (codes.length === 0) return state;
  return addStep(state, again(state, visit), ctx, about.at, (fresh) => ({
    kind: 'codes',
    ...fresh,
    ...step,
    codes,
    about: about.id,
  }));
}

/** Adds the codes that were chosen with a check-out or a status, as reports of their own. */
export function withCodes(
  state: State,
  ctx: Context,
  visit: Visit,
  about: Report | null | undefined,
  { codes = [], rootCauses = [], codesFirst: first = false }: CodesChoice,
): State {
  if (!about || isByPhone(visit)) return state;
  const resolved = addList(state, ctx, visit, about, { list: 'resolution', codes, first });
  return addList(resolved, ctx, visit, about, { list: 'root-cause', codes: rootCauses, first });
}

/** Codes that are chosen anew with a changed report take the place of those that have not left yet. */
export function withCodesAnew(
  state: State,
  ctx: Context,
  visit: Visit,
  about: Report,
  choice: CodesChoice,
): State {
  const given = (list: CodeList): boolean =>
    ((list === 'resolution' ? choice.codes : choice.rootCauses)?.length ?? 0) > 0;
  const old = codesAbout(again(state, visit), about.id).filter(
    (step) => isStillHere(step) && given(step.list),
  );
  const without = old.reduce((now, { id }) => setDelivery(now, id, GIVEN_UP), again(state, visit));
  return withCodes(replaceVisit(state, without), ctx, without, about, choice);
}

/** A check-out or status that is refused for want of codes goes again, after those that were chosen with it. */
export function codesComeFirst(visit: Visit, reportId: string): Visit {
  const delivery = findReport([visit], reportId)?.report.delivery;
  const waiting = codesAbout(visit, reportId).filter(
    (step) => step.delivery.state === 'queued' && !step.first,
  );
  if (delivery?.state !== 'refused' || delivery.problem.reason !== 'codes' || waiting.length === 0)
    return visit;
  const steps = visit.steps.map((step) =>
    isCodes(step) && waiting.includes(step) ? { ...step, first: true } : step,
  );
  return setDelivery({ ...visit, steps }, reportId, QUEUED);
}

/** Other codes in the place of refused ones. */
export function changeCodes(visit: Visit, step: Codes, codes: readonly CodeChoice[]): Visit | null {
  const chosen = cleaned(codes, mostOf(step.list));
  if (step.delivery.state !== 'refused' || chosen.length === 0) return null;
  const steps = visit.steps.map((each) =>
    each === step ? { ...step, codes: chosen, delivery: QUEUED } : each,
  );
  return { ...visit, steps };
}

/** The state without codes of what was taken back or given up: they would stand on the record alone. */
export function withoutLoneCodes(state: State): State {
  return state.visits.reduce((now, visit) => {
    const lone = visit.steps.filter(
      (step) => isCodes(step) && isStillHere(step) && isGone(visit, step.about),
    );
    if (lone.length === 0) return now;
    return replaceVisit(
      now,
      lone.reduce((left, { id }) => setDelivery(left, id, GIVEN_UP), visit),
    );
  }, state);
}

function isGone(visit: Visit, reportId: string): boolean {
  if (visit.movedTo !== null) return true;
  const about = findReport([visit], reportId)?.report;
  return !about || about.delivery.state === 'discarded';
}

/** Whether a report waits for codes that the client wants before it. A refused code holds up nothing. */
export const waitsForCodes = (visit: Visit, report: Report): boolean =>
  codesAbout(visit, report.id).some(
    (step) => step.first && (step.delivery.state === 'queued' || step.delivery.state === 'sending'),
  );

/** The report that codes go with. */
export const aboutOf = (visit: Visit, step: Codes): Report | undefined =>
  reportsOf(visit).find(({ id }) => id === step.about);
