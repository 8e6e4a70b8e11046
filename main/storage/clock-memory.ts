import * as v from 'valibot';
import type { KeptClock } from '../servicechannel/clock-correction.ts';
import type { StoredFacts } from './facts.ts';

const KeptClock$: v.GenericSchema<unknown, KeptClock> = v.object({
  bounds: v.nullable(v.object({ low: v.number(), high: v.number() })),
  wall: v.number(),
  steady: v.number(),
  isMeasured: v.optional(v.boolean(), false),
  rightBefore: v.optional(v.number(), 0),
});

/** Keeps the measurements of this computer's clock between runs. */
export const clockMemory = (facts: StoredFacts) => ({
  get: (): KeptClock | null => facts.get('clock', KeptClock$),
  set: (clock: KeptClock): void => facts.set('clock', clock),
});
