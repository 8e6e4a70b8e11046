import { describe, expect, test } from 'vitest';
import type { ErrorReason } from '../../../main/servicechannel/answers.ts';
import { CHECK_IN, CHECK_OUT, chromiumError, HTML, json, plain, type Reply, rig } from './support.ts';

type Row = readonly [status: number, code: number, message: string, reason: ErrorReason];

/** API.md's table; the messages are those of the vendor's troubleshooting page and the seed where they are known. */
const ROWS: readonly Row[] = [
  [400, 502, 'Work order 1 not found', 'not-found'],
  [400, 503, 'TechsCount must be a number', 'field'],
  [400, 503, 'Provide your location to perform checkin/checkout', 'xml-permission'],
  [400, 503, 'Work type not found', 'work-type'],
  [400, 503, 'WorkTypeId 99 does not exist', 'work-type'],
  [400, 503, 'Check In/Out is premature', 'premature'],
  [400, 503, 'Check In/Out is out of date', 'out-of-date'],
  [400, 503, 'Check In/Out time should be close to current time on location', 'time-ahead'],
  [400, 503, 'Check In/Out time should be close to current location time', 'time-ahead'],
  [400, 503, 'User has not checked in', 'not-checked-in'],
  [400, 804, 'You have no permission to perform this action', 'xml-permission'],
  [400, 904, 'Extended status PARTS does not belong to COMPLETED', 'extended-status'],
  [400, 917, 'Invalid tracking number', 'tracking-number'],
  [400, 921, "Cannot update work order in 'completed' status", 'completed'],
  [400, 924, 'Work order is already invoiced', 'closed-for-check-in'],
  [
    400,
    924,
    'No changes can be made to this maintenance work order because it is premature',
    'closed-for-check-in',
  ],
  [400, 925, 'Your client is not participating in the GPS check-in process. Use IVR', 'closed-for-check-in'],
  [400, 924, 'Can’t do check in/out: out of “0.5” mile range.', 'mile-range'],
  [400, 941, 'Out of range', 'mile-range'],
  [400, 942, 'Out of range', 'mile-range'],
  [400, 1186, 'Work activity overlaps another', 'overlap'],
  [405, 503, 'Not allowed', 'not-allowed'],
  [406, 0, 'Already processed', 'not-allowed'],
];

const refusing = (reply: Reply) => rig(reply).client.checkIn(1, CHECK_IN);

describe('a refusal', () => {
  test.each(ROWS)('%i/%i “%s” is %s', async (status, code, message, reason) => {
    const reply = () => json(status, { ErrorCodes: [code], ErrorCode: code, ErrorMessage: message });
    const refusal = { reason, message, httpStatus: status, codes: [String(code)] };
    expect(await refusing(reply)).toEqual({ kind: 'refused', refusal });
    expect(await rig(reply).client.checkOut(1, CHECK_OUT)).toEqual({ kind: 'refused', refusal });
  });

  test('of something that is not there may have no code', async () => {
    const answer = await refusing(() => json(404, { ErrorMessage: 'Nothing here' }));
    expect(answer).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'not-found', message: 'Nothing here' },
    });
  });

  test.each([
    ['a list alone', { ErrorCodes: [503] }, ['503']],
    ['one code alone', { ErrorCode: 503 }, ['503']],
    ['text', { ErrorCodes: ['503'] }, ['503']],
    ['several', { ErrorCodes: [503, 904], ErrorCode: 503 }, ['503', '904']],
    ['a list of rubbish beside one', { ErrorCodes: [{}], ErrorCode: 503 }, ['503']],
  ])('has its codes as %s', async (_, codes, expected) => {
    const answer = await refusing(() => json(400, { ...codes, ErrorMessage: 'Check In/Out is premature' }));
    expect(answer).toMatchObject({ kind: 'refused', refusal: { reason: 'premature', codes: expected } });
  });

  test.each([
    ['WorkOrderNotFound', 'Work order 1 not found', 'not-found'],
    ['IncorrectField', 'User has not checked in', 'not-checked-in'],
    ['IncorrectField', 'Provide your location to perform checkin/checkout', 'xml-permission'],
    ['IncorrectField', 'Check In/Out is out of date', 'out-of-date'],
    ['NoPermission', 'You may not do this', 'xml-permission'],
    ['SomeName', 'Extended status X does not belong to primary status Y', 'extended-status'],
    ['SomeName', "Cannot update work order in 'completed' status", 'completed'],
    ['SomeName', 'Work order is invoiced', 'closed-for-check-in'],
    ['WorkActivityOverlap', '', 'overlap'],
    ['SomeName', 'Something nobody has heard of', 'unknown'],
  ])('with the name %s and “%s” is told by its words: %s', async (name, message, reason) => {
    const answer = await refusing(() =>
      json(400, { ErrorCodes: [name], ErrorCode: name, ErrorMessage: message }),
    );
    expect(answer).toMatchObject({ kind: 'refused', refusal: { reason, codes: [name], message } });
  });

  test.each<[string, Reply, number]>([
    ['a page', () => plain(400, HTML, { 'content-type': 'text/html' }), 400],
    ['plain words', () => plain(403, 'Blocked by your web filter'), 403],
    ['a list', () => json(400, [1]), 400],
    ['other JSON', () => json(400, { hello: 1 }), 400],
    ['a wrong type of message', () => json(400, { ErrorMessage: 7 }), 400],
    ["a web server's 404", () => plain(404, HTML), 404],
  ])('is ServiceChannel’s only in its own JSON: %s', async (_, reply, status) => {
    const detail = `HTTP ${status}`;
    expect(await refusing(reply)).toEqual({ kind: 'unknown', why: 'not-servicechannel', detail });
  });

  test.each([
    [400, 'unknown'],
    [401, 'xml-permission'],
    [405, 'not-allowed'],
    [406, 'not-allowed'],
  ])('without a body is nobody’s, and a %i may mean %s', async (status, reason) => {
    const error = { reason, message: '', httpStatus: status, codes: [] };
    expect(await refusing(() => plain(status, ''))).toMatchObject({ why: 'not-servicechannel', error });
  });

  test.each<[string, Reply]>([
    ['a 407', () => plain(407, HTML)],
    ["a 407 in Chromium's words", chromiumError('ERR_UNEXPECTED_PROXY_AUTH')],
  ])('is never what a proxy says of itself: %s has not left', async (_, reply) => {
    expect(await refusing(reply)).toMatchObject({ kind: 'unsent', why: 'offline' });
  });

  test('keeps the message as it came, without control characters and at most 500 characters', async () => {
    const message = `First line\r\n\tSecond\u0000– “ñ” 🔧\u202E${'🔧'.repeat(600)}`;
    const answer = await refusing(() => json(400, { ErrorCodes: [503], ErrorMessage: message }));
    if (answer.kind !== 'refused') throw new Error(answer.kind);
    expect(answer.refusal.message.startsWith('First line Second – “ñ” 🔧 🔧')).toBe(true);
    expect([...answer.refusal.message]).toHaveLength(500);
    expect(answer.refusal.message.isWellFormed()).toBe(true);
  });

  test('for want of a right is the XML permission only at a check-in or check-out', async () => {
    const reply = () => json(400, { ErrorCodes: [804], ErrorMessage: 'No permission' });
    const status = { primary: 'COMPLETED', extended: null, note: null };
    expect(await rig(reply).client.setStatus(1, status)).toMatchObject({ refusal: { reason: 'permission' } });
    expect(await rig(reply).client.workOrder(1)).toMatchObject({ refusal: { reason: 'permission' } });
  });
});
