import * as v from 'valibot';
import type { Result } from '../command-errors.ts';
import type { CrewStillThere } from '../crew.ts';
import type { Colleague } from '../settings.ts';
import { answers, id, none } from './schemas.ts';

/** Colleagues, and others on the same work order. */
export const crewCommands = {
  /** The other users whose check-in ServiceChannel holds open on the order: one read. */
  'crew:still-there': answers<Result<readonly CrewStillThere[]>>()(v.strictObject({ workOrderId: id })),
  /** The company's users, where ServiceChannel lets this user read them. */
  'crew:find': answers<Result<readonly Colleague[]>>()(none),
} as const;
