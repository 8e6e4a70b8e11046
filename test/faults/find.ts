import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LISTED, UNLISTED } from './all-sabotages.ts';
import { searchBroken } from './find-breakage.ts';
import { searchSabotaged } from './find-sabotage.ts';
import { SABOTAGES_OF_SOURCE } from './sabotages-of-source.ts';
import { SABOTAGE_SEED } from './seed.ts';

/** `npm run faults:find`: stores in which schedule each breakage shows first. Worth it after a change of the schedules. */

const FILE = join(import.meta.dirname, 'found-in.json');

const foundIn: Record<string, number> = {};

function keep(name: string, found: { readonly path: string } | null): void {
  if (found) foundIn[name] = Number(found.path);
  else process.exitCode = 1;
  console.log(`${found?.path ?? 'nowhere'}: ${name}`);
}

for (const { seed, sabotages } of [LISTED, UNLISTED])
  for (const [name, sabotage] of Object.entries(sabotages)) keep(name, await searchSabotaged(sabotage, seed));
for (const [name, breakage] of Object.entries(SABOTAGES_OF_SOURCE))
  keep(name, await searchBroken(breakage, SABOTAGE_SEED));
writeFileSync(FILE, `${JSON.stringify(foundIn, null, 2)}\n`);
