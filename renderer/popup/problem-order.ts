import { computed, effect, signal } from '@preact/signals';
import type { ProblemView } from '../../preload/contract.ts';
import { snapshot } from '../ui/snapshot.ts';

/** Nothing is to be done now: the client was told, or it is only said how the visit stands. Amber, not red. */
export const isWaiting = ({ state, told }: Pick<ProblemView, 'state' | 'told'>): boolean =>
  told !== null || state === 'on-site' || state === 'closed';

type Sorted = Pick<ProblemView, 'reportId' | 'state' | 'told'>;

/** How each problem is shown, from top to bottom. */
export interface Shown<P extends Sorted> {
  readonly problem: P;
  /** In full: the newest that needs a person, the one that is worked on, what waits for others, and what was opened. */
  readonly open: boolean;
}

/** A person's handling of problems, and the order in which these came. */
export interface Handling {
  /** Ids in the order in which they came into sight. */
  readonly seen: readonly string[];
  /** The one whose form or question is open: nothing moves it. */
  readonly working: string | null;
  /** Those that were opened by a click. */
  readonly opened: readonly string[];
}

/** Sorts problems for the eye: what is worked on, then the newest, what waits for others, and the rest a line each. */
export function arrange<P extends Sorted>(problems: readonly P[], handling: Handling): readonly Shown<P>[] {
  const { seen, working, opened } = handling;
  const place = ({ reportId }: P) => seen.indexOf(reportId);
  const newestFirst = problems.toSorted((a, b) => place(b) - place(a));
  const newest = newestFirst.find((each) => !isWaiting(each));
  const rank = (each: P) => {
    if (each.reportId === working) return 0;
    if (each === newest) return 1;
    return isWaiting(each) ? 2 : 3;
  };
  return newestFirst
    .toSorted((a, b) => rank(a) - rank(b))
    .map((problem) => ({ problem, open: rank(problem) < 3 || opened.includes(problem.reportId) }));
}

/** The ids that are still there as they came into sight, and those that have come since. */
export const seenAfter = (before: readonly string[], ids: readonly string[]): readonly string[] => [
  ...before.filter((id) => ids.includes(id)),
  ...ids.filter((id) => !before.includes(id)),
];

const handling = signal<Handling>({ seen: [], working: null, opened: [] });

/** The name of the remedy of a problem that opens a form, see `Button.opens`. */
export const remedyOpener = (remedy: string, reportId: string): string => `${remedy} ${reportId}`;

/** The form or question of a problem was opened (its id), or closed. */
export const workOn = (working: string | null): void => {
  handling.value = { ...handling.peek(), working };
};

/** A problem's line was clicked: it is shown in full, or as a line again. */
export function toggleProblem(reportId: string): void {
  const { opened, ...rest } = handling.peek();
  const others = opened.filter((id) => id !== reportId);
  handling.value = { ...rest, opened: others.length < opened.length ? others : [...others, reportId] };
}

/** Is its form or its question open? */
export const isWorkedOn = (reportId: string): boolean => handling.value.working === reportId;

/** Was it opened from its line by a click? */
export const wasOpened = (reportId: string): boolean => handling.peek().opened.includes(reportId);

/** The problems of this window, sorted for the eye. */
export const shownProblems = computed(() => {
  const { problems = [], elsewhere = [] } = snapshot.value ?? {};
  // A check-in that was stopped for one made elsewhere is asked about there.
  const isAsked = (id: string) => elsewhere.some(({ stopped }) => stopped?.reportId === id);
  return arrange(
    problems.filter(({ reportId }) => !isAsked(reportId)),
    handling.value,
  );
});

/** Notes which problems come into sight, in their order. The returned function ends that. */
export const followProblems = (): (() => void) =>
  effect(() => {
    const ids = (snapshot.value?.problems ?? []).map(({ reportId }) => reportId);
    const before = handling.peek();
    handling.value = {
      seen: seenAfter(before.seen, ids),
      working: before.working !== null && ids.includes(before.working) ? before.working : null,
      opened: before.opened.filter((id) => ids.includes(id)),
    };
  });
