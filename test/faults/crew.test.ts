import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crewDay } from './crew-day.ts';
import { calm } from './plan.ts';
import { plans } from './plans.ts';
import { SEED } from './seed.ts';

test('two people and a crew of five on one computer: a calm day is held as it was lived', async () => {
  const { violations } = await crewDay(calm([]));
  expect(violations).toEqual([]);
});

test('and a hundred days with faults lose nothing, double nothing, and mix nobody up', {
  timeout: 400_000,
}, async () => {
  const day = fc.asyncProperty(plans, async (plan) => {
    const { violations, trace } = await crewDay({ ...plan, day: [], undoSeconds: 0, fastBy: 0 });
    expect(violations, trace.slice(-60).join('\n')).toEqual([]);
  });
  await fc.assert(day, { numRuns: Number(process.env.CREW_DAYS ?? 100), seed: SEED });
});
