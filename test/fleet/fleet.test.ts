import { expect, test } from 'vitest';
import { simulate } from './simulate.ts';

const FLEETS = [
  { perMinute: 300, haveToken: true, requestsEach: 2.5 },
  { perMinute: 300, haveToken: false, requestsEach: 2.5 },
  { perMinute: 40, haveToken: true, requestsEach: 7 },
  { perMinute: 40, haveToken: false, requestsEach: 7 },
] as const;

test.each(FLEETS)(
  'a thousand technicians check out at 17:30: $perMinute a minute, token at hand: $haveToken',
  async ({ perMinute, haveToken, requestsEach }) => {
    const outcome = await simulate({ technicians: 1000, perMinute, haveToken, seed: 1730 });
    expect(outcome.recorded).toBe(1000);
    expect(outcome.seconds).toBeLessThanOrEqual(2 * outcome.forcedSeconds);
    expect(outcome.checkOutRequests).toBeLessThanOrEqual(1000 * requestsEach);
  },
);
