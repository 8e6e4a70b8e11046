import * as v from 'valibot';
import type { ClockMemory } from '../servicechannel/clock.ts';
import type { StoredFacts } from './facts.ts';

const ClockMemory$: v.GenericSchema<unknown, ClockMemory> = v.object({
  bounds: v.nullable(v.object({ low: v.number(), high: v.number() })),
  wall: v.number(),
  steady: v.number(),
});

/** Keeps the measurements of this computer's clock between runs. */
export const clockMemory = (facts: StoredFacts) => ({
  get: (): ClockMemory | null => facts.get('clock', ClockMemory$),
  set: (memory: ClockMemory): void => facts.set('clock', memory),
});
