import fc from 'fast-check';
import type { Plan } from './plan.ts';
import { plans, rarePlans } from './plans.ts';
import { run, type Verdict } from './run.ts';
import type { Sabotage } from './sabotage.ts';

export interface Search {
  readonly runs: number;
  readonly seed: number;
  /** Not all of the seed's schedules but this one, by its number. */
  readonly only?: number;
  readonly sabotage?: Sabotage;
  /** Schedules of what others hardly ever come to. */
  readonly rare?: boolean;
  /** Makes what was found as small as it can; takes a while. */
  readonly shrink: boolean;
}

export interface Found {
  readonly plan: Plan;
  readonly verdict: Verdict;
  /** fast-check's way to this very plan from the seed. */
  readonly path: string;
}

/** Runs plans until one fails; null when none does. The same seed always runs the same plans. */
export async function search({ runs, seed, only, sabotage, rare, shrink }: Search): Promise<Found | null> {
  const holds = async (plan: Plan) => (await run(plan, sabotage)).violations.length === 0;
  const details = await fc.check(fc.asyncProperty(rare ? rarePlans : plans, holds), {
    numRuns: runs,
    seed,
    ...(only !== undefined && { path: String(only) }),
    endOnFailure: !shrink,
  });
  const [plan] = details.counterexample ?? [];
  if (!plan) return null;
  return { plan, verdict: await run(plan, sabotage), path: details.counterexamplePath ?? '' };
}

/** A failure for people: what broke, everything that happened before, and how to see it again. */
export function report({ plan, verdict }: Found, seed: number): string {
  return [
    ...verdict.trace,
    '',
    ...verdict.violations.map((each) => `broken: ${each}`),
    `seed ${seed}; this very schedule again: npm run faults -- --plan '${JSON.stringify(plan)}'`,
  ].join('\n');
}
