import type { Report, Visit } from '../../main/visit/types.ts';
import type { Lived } from './lived.ts';
import type { World } from './world.ts';

/** A report of the app, and the same as ServiceChannel holds it. */
export interface Local {
  readonly visit: Visit;
  readonly report: Report;
  readonly face: string;
}

/** How often one of these looks like that. */
export const count = (faces: readonly string[], face: string): number =>
  faces.filter((each) => each === face).length;

/** Did one report happen before another, or at the same instant, by the technician's own watch? */
function wasFirst(lived: Lived, one: Report, other: Report): boolean {
  const [before, after] = [lived.of(one), lived.of(other)];
  return before !== undefined && after !== undefined && before.at <= after.at;
}

/**
 * Reports of one work order came in the order of their times, but for visits that had to wait for a person or were put
 * right. A stay may be left knowingly with the times of a wrong clock: then it is the order in which they were lived.
 */
export function judgeOrder(
  world: World,
  all: readonly Local[],
  held: readonly string[],
  questioned: ReadonlySet<string>,
  unordered: ReadonlySet<string>,
  lived: Lived,
): void {
  const left = [...all].filter(({ report }) => report.delivery.state === 'recorded');
  const last = new Map<string, Local>();
  for (const face of held) {
    const index = left.findIndex((each) => each.face === face);
    const [local] = left.splice(index, 1);
    // Two that look the same at one instant: which came first cannot be told.
    if (!local || count(held, face) > 1 || unordered.has(local.visit.id)) continue;
    const { visit, report } = local;
    const keys = [`visit ${visit.id}`, ...(questioned.has(visit.id) ? [] : [`order ${visit.workOrderId}`])];
    for (const key of keys) {
      const before = last.get(key)?.report;
      if (before && before.at.ms > report.at.ms && !wasFirst(lived, before, report))
        world.violate(`out of order: ${report.id} after ${before.id}`);
      last.set(key, local);
    }
  }
}
