import { expect, test } from 'vitest';
import { calm, type Step } from './plan.ts';
import { run } from './run.ts';
import { report, search } from './search.ts';
import { SEED } from './seed.ts';

const MINUTE = 60_000;
const act = { earlier: 0, status: 1 } as const;
const checkIn = { what: 'check-in', order: 0, typeId: 1, count: 2, earlier: 0 } as const;

/** A visit with one pause. */
const VISIT: readonly Step[] = [
  { doing: checkIn, gap: 90 * MINUTE },
  { doing: { what: 'pause', ...act }, gap: 30 * MINUTE },
  { doing: { what: 'resume', ...act }, gap: 60 * MINUTE },
  { doing: { what: 'check-out', ...act }, gap: 0 },
];

test('a visit with one pause costs its four reports, its receipt and its tokens, and nothing else', async () => {
  const { violations, requests } = await run(calm(VISIT));
  expect(violations).toEqual([]);
  expect(requests.filter((each) => /universalCheck(In|Out)$/.test(each))).toHaveLength(4);
  expect(requests.filter((each) => each.startsWith('GET'))).toEqual([
    expect.stringMatching(/workactivities$/),
  ]);
  expect(requests.filter((each) => each === 'POST /oauth/token')).toHaveLength(4);
});

test('a thousand schedules of faults lose nothing and double nothing', async () => {
  console.log(`faults: seed ${SEED}; the same again: FAULTS_SEED=${SEED}`);
  const found = await search({ runs: 1000, seed: SEED, shrink: true });
  expect(found && report(found, SEED)).toBeNull();
});

test('nor do schedules of what others hardly ever come to', async () => {
  const found = await search({ runs: 150, seed: SEED, rare: true, shrink: true });
  expect(found && report(found, SEED)).toBeNull();
});
