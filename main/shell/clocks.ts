import { randomUUID } from 'node:crypto';
import type { Person } from '../account/session.ts';
import { type Seams, wait as waitBy } from '../outbox/seams.ts';
import type { ServerClock } from '../servicechannel/clock.ts';
import type { Context } from '../visit/types.ts';
import { offsetAt } from './local-time.ts';

/** Time and chance as they really are. */
export const seams: Seams = {
  now: Date.now,
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};

export const wait = (ms: number): Promise<void> => waitBy(seams, ms);

/** What the rules need from outside at this instant. */
export const contextOf = (clock: ServerClock, person: Person | null): Context => ({
  now: clock.now(),
  clickedAt: seams.now(),
  offsetAt,
  id: randomUUID(),
  userId: person?.userId ?? 0,
  server: person?.apiUrl ?? '',
});
