import { describe, expect, test } from 'vitest';
import { callIn } from '../../../main/records/phone-call.ts';
import type { CheckInActivity } from '../../../main/servicechannel/client.ts';

const ME = { userId: 7, authUserId: 70, userNames: ['dana'] };
const FROM = Date.parse('2026-11-24T09:00:00Z');

const line = (over: Partial<CheckInActivity>): CheckInActivity => ({
  id: '1',
  userId: 7,
  userName: null,
  direction: 'in',
  times: ['2026-11-24T09:02:00Z'],
  workType: null,
  byPhone: true,
  ...over,
});

const found = (...lines: CheckInActivity[]) => callIn(lines, 'in', FROM, ME).recorded;

describe('a call is on the record', () => {
  test.each([
    ['by its user', {}],
    ['by a line that names nobody', { userId: null, byPhone: false }],
    ['made a little before it was asked for', { times: ['2026-11-24T08:35:00Z'] }],
  ])('%s', (_, over) => expect(found(line(over))).toMatchObject({ by: null }));

  test('by the company’s PIN, with the name that it carries', () => {
    expect(found(line({ userId: 99, userName: 'IVR Acme' }))).toEqual({
      at: Date.parse('2026-11-24T09:02:00Z'),
      by: 'IVR Acme',
    });
  });
});

test.each([
  ['the other direction', { direction: 'out' as const }],
  ['an unknown direction', { direction: 'unknown' as const }],
  ['a call of this morning', { times: ['2026-11-24T06:00:00Z'] }],
  ['a time that may mean several instants', { times: ['2026-11-24T09:02:00'] }],
  ['a colleague’s check-in by app', { userId: 99, userName: 'sam', byPhone: false }],
])('%s is not the call', (_, over) => expect(found(line(over))).toBeNull());
