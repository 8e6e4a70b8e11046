import { reportsOf } from '../../main/visit/phase.ts';
import type { State } from '../../main/visit/types.ts';
import type { World } from './world.ts';

/** So often ServiceChannel may fail at one report before a person is asked: twice in the same way, and ten times by chance. */
const MOST_FAILURES = 14;

/** Checks that no user was left out where ServiceChannel failed at a report again and again. */
export function judgeFailures(world: World, { visits }: State): void {
  for (const { id } of visits.flatMap(reportsOf)) {
    let failures = 0;
    for (const what of world.disk.journal(id)) {
      if (what.code === 'refused' || what.code === 'unconfirmed') failures = 0;
      if (what.code === 'no-answer' && what.why === 'server-error') failures += 1;
      if (failures === MOST_FAILURES) world.violate(`failed ${failures} times, and nobody was asked: ${id}`);
    }
  }
}
