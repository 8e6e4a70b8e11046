import { describe, expect, test } from 'vitest';
import type { Stay } from '../../../main/records/compare.ts';
import { readHeld } from '../../../main/records/held-reader.ts';
import type { Answer } from '../../../main/servicechannel/answers.ts';
import type { Client, WorkActivity } from '../../../main/servicechannel/client.ts';
import { DAY } from '../../../main/visit/time.ts';
import { fakeClient, OFFLINE } from '../fake-client.ts';
import { offsetIn, USER } from '../visit/support.ts';

const SPAN = { from: Date.parse('2026-11-23T05:00Z'), to: Date.parse('2026-11-23T05:00Z') + 7 * DAY };
const EAST = () => [() => -300];
const HERE: readonly Stay[] = [
  {
    workOrderId: 7,
    from: Date.parse('2026-11-24T15:00Z'),
    to: Date.parse('2026-11-24T16:00Z'),
    techsCount: 1,
  },
];
const REFUSED = {
  kind: 'refused',
  refusal: { reason: 'not-allowed', message: 'No', httpStatus: 400, codes: [] },
} as const satisfies Answer<never>;

const activity = (over: Partial<WorkActivity>): WorkActivity => ({
  id: '1',
  workOrderId: 7,
  userId: USER,
  userName: 'tech',
  workType: 'Repair',
  techsCount: 1,
  timeIn: '2026-11-24T15:00:00Z',
  timeOut: '2026-11-24T16:00:00Z',
  ...over,
});
const ok =
  (...value: WorkActivity[]) =>
  async () =>
    ({ kind: 'ok', value }) as const;
const read = (answers: Partial<Client>) =>
  readHeld(
    { userId: USER, authUserId: null, userNames: ['tech'], client: fakeClient(answers) },
    SPAN,
    HERE,
    EAST,
  );

describe('the stays that ServiceChannel holds', () => {
  test('are read at once for all days, a colleague’s left out', async () => {
    const ownActivities = ok(activity({}), activity({ id: '2', userId: 1, userName: 'not-allowed' }));
    expect(await read({ ownActivities })).toEqual({ kind: 'ok', value: HERE });
  });

  test('are asked for behind what reports need, where that is wanted', async () => {
    const asked: unknown[] = [];
    const client = fakeClient({
      ownActivities: async (_from, _to, _user, options) => {
        asked.push(options);
        return { kind: 'ok', value: [] };
      },
      workActivities: async (_order, options) => {
        asked.push(options);
        return { kind: 'ok', value: [] };
      },
    });
    const options = { standsBack: true };
    await readHeld({ userId: USER, authUserId: null, userNames: [], client, options }, SPAN, HERE, EAST);
    expect(asked).toEqual([options, options]);
  });

  test('are read per work order where all at once is refused, or finds nothing', async () => {
    const workActivities = ok(activity({ workOrderId: null }));
    expect(await read({ ownActivities: async () => REFUSED, workActivities })).toEqual({
      kind: 'ok',
      value: HERE,
    });
    expect(await read({ ownActivities: ok(), workActivities })).toEqual({ kind: 'ok', value: HERE });
  });

  test('without an offset are those nearest to a stay of ours', async () => {
    const ownActivities = ok(activity({ timeIn: '2026-11-24T10:00:00', timeOut: '2026-11-24T11:00:00' }));
    expect(await read({ ownActivities })).toEqual({ kind: 'ok', value: HERE });
  });

  test.each([
    ['summer', '2026-06-10', '2026-06-10T15:00Z', '2026-06-10T16:30Z', '08:00:00', '09:30:00'],
    ['winter', '2026-12-10', '2026-12-10T16:00Z', '2026-12-10T17:30Z', '08:00:00', '09:30:00'],
    // Los Angeles: summer time ends on 1 November 2026 at 09:00 UTC, three hours after New York’s.
    ['the night between', '2026-11-01', '2026-11-01T07:30Z', '2026-11-01T11:00Z', '00:30:00', '03:00:00'],
  ])(
    'without an offset may be the location’s own, here in %s',
    async (_, date, from, to, timeIn, timeOut) => {
      const clocks = ['America/New_York', 'America/Los_Angeles'].map(offsetIn);
      const here = { workOrderId: 7, from: Date.parse(from), to: Date.parse(to), techsCount: 1 };
      const times = { timeIn: `${date}T${timeIn}`, timeOut: `${date}T${timeOut}` };
      const client = fakeClient({ ownActivities: ok(activity(times)) });
      const who = { userId: USER, authUserId: null, userNames: ['tech'], client };
      const span = { from: here.from - DAY, to: here.to + DAY };
      const read = (known: typeof clocks) => readHeld(who, span, [here], () => known);
      expect(await read(clocks)).toEqual({ kind: 'ok', value: [here] });
      // Where the order tells no zone it cannot be known.
      expect(await read(clocks.slice(0, 1))).not.toEqual({ kind: 'ok', value: [here] });
    },
  );

  test('without an offset are meant by the clock of their own day in the week in which the clocks change', async () => {
    // New York: summer time ends on Sunday, 1 November 2026 at 06:00 UTC.
    const newYork = (ms: number) => (ms < Date.parse('2026-11-01T06:00Z') ? -240 : -300);
    const span = { from: Date.parse('2026-10-26T04:00Z'), to: Date.parse('2026-11-02T05:00Z') };
    const stay = (from: string, to: string) => ({
      workOrderId: 7,
      from: Date.parse(from),
      to: Date.parse(to),
      techsCount: 1,
    });
    const heldBeside = async (here: Stay, timeIn: string, timeOut: string) => {
      const client = fakeClient({ ownActivities: ok(activity({ timeIn, timeOut })) });
      const who = { userId: USER, authUserId: null, userNames: ['tech'], client };
      const answer = await readHeld(who, span, [here], () => [newYork]);
      return answer.kind === 'ok' ? answer.value : answer;
    };
    const sunday = stay('2026-11-01T14:00Z', '2026-11-01T16:00Z');
    expect(await heldBeside(sunday, '2026-11-01T09:00:00', '2026-11-01T11:00:00')).toEqual([sunday]);
    expect(await heldBeside(sunday, '2026-11-01T14:00:00', '2026-11-01T16:00:00')).toEqual([sunday]);
    const saturday = stay('2026-10-31T13:00Z', '2026-10-31T15:00Z');
    expect(await heldBeside(saturday, '2026-10-31T09:00:00', '2026-10-31T11:00:00')).toEqual([saturday]);
    const night = stay('2026-11-01T04:30Z', '2026-11-01T08:00Z');
    expect(await heldBeside(night, '2026-11-01T00:30:00', '2026-11-01T03:00:00')).toEqual([night]);
    const twice = stay('2026-11-01T05:10Z', '2026-11-01T06:40Z');
    expect(await heldBeside(twice, '2026-11-01T01:10:00', '2026-11-01T01:40:00')).toEqual([twice]);
    // An hour later by the office, not an hour of the clock's.
    const moved = stay('2026-11-01T15:00Z', '2026-11-01T17:00Z');
    expect(await heldBeside(sunday, '2026-11-01T10:00:00', '2026-11-01T12:00:00')).toEqual([moved]);
  });

  test('that are open have no end, and those of other weeks are none', async () => {
    const ownActivities = ok(activity({ timeOut: null }), activity({ timeIn: '2026-11-21T15:00:00Z' }));
    expect(await read({ ownActivities })).toEqual({ kind: 'ok', value: [{ ...HERE[0], to: null }] });
  });

  test('are not claimed where there is no connection', async () => {
    expect(await read({ ownActivities: async () => OFFLINE })).toEqual(OFFLINE);
  });
});
