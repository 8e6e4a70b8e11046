import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { localTime, NO_LOCAL_TIME, typedInstant, withTime } from '../../../renderer/ui/time-draft.ts';

const here = process.env.TZ;
beforeEach(() => {
  process.env.TZ = 'America/New_York';
});
afterEach(() => {
  if (here === undefined) delete process.env.TZ;
  else process.env.TZ = here;
});

const typed = (value: string, which: number | null = null) => ({ ...NO_LOCAL_TIME, value, which });
const error = (fault: string) => ({ code: 'time', fault });

describe('a local time that was typed', () => {
  test('is its instant', () => {
    expect(typedInstant(typed('2026-05-13T10:00'))).toBe(Date.parse('2026-05-13T14:00Z'));
    expect(typedInstant(typed(''))).toBeNull();
  });

  test('must be whole, must have been, and must say which one it was', () => {
    expect(typedInstant({ ...typed(''), unfinished: true })).toEqual(error('not-a-time'));
    expect(typedInstant(typed('2026-03-08T02:30'))).toEqual(error('skipped'));
    expect(typedInstant(typed('2026-11-01T01:30'))).toEqual(error('twice'));
    expect(typedInstant(typed('2026-11-01T01:30', 0))).toBe(Date.parse('2026-11-01T05:30Z'));
    expect(typedInstant(typed('2026-11-01T01:30', 1))).toBe(Date.parse('2026-11-01T06:30Z'));
  });

  test('sends nothing while it cannot be told', async () => {
    const sent: (number | null)[] = [];
    const send = async (at: number | null) => {
      sent.push(at);
      return { ok: true, value: null } as const;
    };
    expect(await withTime(typed('2026-11-01T01:30'), send)).toEqual({ ok: false, error: error('twice') });
    expect(sent).toEqual([]);
    await withTime(typed(''), send);
    expect(sent).toEqual([null]);
  });
});

test.each(['2026-11-01T05:50Z', '2026-11-01T06:50Z', '2026-03-08T07:10Z', '2026-07-01T12:00Z'])(
  'fifteen minutes before %s are fifteen minutes',
  (text) => {
    const ms = Date.parse(text) - 15 * 60_000;
    expect(typedInstant(localTime(ms + 17_000))).toBe(ms);
  },
);
