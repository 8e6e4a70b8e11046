import { expect, test } from 'vitest';
import { calm, type Step } from './plan.ts';
import { run } from './run.ts';

const HOUR = 3_600_000;
const checkIn = { what: 'check-in', order: 0, typeId: 1, count: 1, earlier: 0 } as const;
const checkOut = { what: 'check-out', earlier: 0, status: 1 } as const;

/** A visit by a clock that was set while the app did not run: only the second answer of the next run can tell. */
const day = (ms: number): readonly Step[] => [
  { doing: checkIn, gap: 60_000 },
  { doing: checkOut, gap: 60_000 },
  { doing: { what: 'restart', down: 5_000, reboot: false }, gap: 1_000 },
  { doing: { what: 'clock', ms }, gap: 5_000 },
  { doing: checkIn, gap: HOUR / 2 },
  { doing: checkOut, gap: 60_000 },
];

test.each([1, 5, 20])(
  'a visit by a clock that was set %i h ahead ends up at its true times',
  async (hours) => {
    const { violations, trace, requests } = await run(calm(day(hours * HOUR)));
    expect(violations).toEqual([]);
    expect(requests.filter((each) => each.startsWith('PUT'))).toHaveLength(1);
    expect(trace.find((each) => each.includes('→ PUT'))).toContain(
      '{"CheckInDate":"2026-05-13T17:02:06Z","CheckOutDate":"2026-05-13T17:32:06Z"}',
    );
  },
);

test('a check-in by a clock that its own answer shows to be slow is put right, whatever write the disk does not take', async () => {
  const visit: readonly Step[] = [
    { doing: checkIn, gap: HOUR },
    { doing: checkOut, gap: 60_000 },
  ];
  for (let from = 0; from < 12; from++) {
    const plan = { ...calm(visit), fastBy: -HOUR, dateless: true, diskErrors: [{ from, count: 1 }] };
    const { violations } = await run(plan);
    expect(violations, `write ${from}`).toEqual([]);
  }
});

test('a check-in that waits while the clock is set back leaves with its own time', async () => {
  const visit: readonly Step[] = [
    { doing: checkIn, gap: 0 },
    { doing: { what: 'restart', down: 5_000, reboot: false }, gap: 1_000 },
    { doing: { what: 'clock', ms: -HOUR }, gap: HOUR },
    { doing: checkOut, gap: 60_000 },
  ];
  const { violations } = await run({ ...calm(visit), dateless: true });
  expect(violations).toEqual([]);
});

/** A request that is answered at once, before it reaches ServiceChannel. */
const answered = (status: number) =>
  ({
    kind: 'answer',
    arrives: null,
    ends: 100,
    answer: { status, body: 'error', retryAfter: null },
  }) as const;

test.each([-HOUR, HOUR])(
  'a refused stay that goes after the next one began ends where that one truly began (clock fast by %i ms)',
  async (fastBy) => {
    const visit: readonly Step[] = [
      { doing: checkIn, gap: HOUR },
      { doing: checkIn, gap: HOUR },
    ];
    const { violations } = await run({ ...calm(visit), fastBy, dateless: true, reports: [answered(404)] });
    expect(violations).toEqual([]);
  },
);
