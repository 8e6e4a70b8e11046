import { expect, test } from 'vitest';
import { calm, type Doing, FINE, type Plan, type Step } from './plan.ts';
import { run } from './run.ts';

const MINUTE = 60_000;

/** A stay whose times the client's office changes, and that is then taken off the record. */
const day = (off: Doing): readonly Step[] => [
  { doing: { what: 'check-in', order: 0, typeId: 1, count: 1, earlier: 0 }, gap: 40 * MINUTE },
  { doing: { what: 'pause', earlier: 0, status: 0 }, gap: 5 * MINUTE },
  { doing: { what: 'office', order: 0, deed: 'changes the times' }, gap: 5 * MINUTE },
  { doing: off, gap: 10 * MINUTE },
];

const USERS = ['userId', 'authUserId', 'userName', 'none'] as const;
const TIMES = ['utc', 'bareUtc', 'bareLocal'] as const;
const SERVERS = USERS.flatMap((readBackUsers) =>
  TIMES.map((readBackTimes) => ({ readBackUsers, readBackTimes })),
);
const OFF: readonly Doing[] = [{ what: 'mistake' }, { what: 'move', order: 1 }];

test.each(OFF)('hours that somebody changed are not taken for deleted: %j', async (off) => {
  for (const server of SERVERS) {
    const { violations, requests } = await run({ ...calm(day(off)), server });
    expect(violations, JSON.stringify(server)).toEqual([]);
    expect(requests.filter((each) => each.startsWith('DELETE'))).toEqual([]);
  }
});

/** A deletion whose answer is lost: it arrived, or it did not. */
test.each([40, null])(
  'a deletion without an answer is done once, where it arrived after %s ms',
  async (arrives) => {
    const unchanged = day({ what: 'mistake' }).filter(({ doing }) => doing.what !== 'office');
    for (const server of SERVERS) {
      const plan: Plan = { ...calm(unchanged), server, repairs: [{ ...FINE, kind: 'broken', arrives }] };
      const { violations } = await run(plan);
      expect(violations, JSON.stringify(server)).toEqual([]);
    }
  },
);

test.each(['error', 'html', 'empty'] as const)(
  'a deletion answered 404 (%s) ends as one that is done',
  async (body) => {
    const unchanged = day({ what: 'mistake' }).filter(({ doing }) => doing.what !== 'office');
    // The stay is there still, or ServiceChannel has just deleted it.
    for (const arrives of [null, 40]) {
      const answer = { status: 404, body, retryAfter: null };
      const plan: Plan = { ...calm(unchanged), repairs: [{ kind: 'answer', arrives, ends: 80, answer }] };
      const { violations } = await run(plan);
      expect(violations, `${arrives}`).toEqual([]);
    }
  },
);
