import { expect, test } from 'vitest';
import { answerError, DONE, readingRecord, resultOf } from '../../../../main/app/commands/results.ts';
import { DamageError } from '../../../../main/storage/cause.ts';
import { OFFLINE } from '../../fake-client.ts';

const unknown = (why: 'timeout' | 'broken' | 'server-error' | 'unreadable' | 'not-servicechannel') =>
  ({ kind: 'unknown', why, detail: '' }) as const;

test('a refusal keeps what ServiceChannel said', () => {
  const refusal = { reason: 'permission', message: 'Not yours', httpStatus: 400, codes: ['804'] } as const;
  expect(answerError({ kind: 'refused', refusal })).toEqual({ code: 'refused', problem: refusal });
});

test.each([
  [OFFLINE, 'offline'],
  [{ ...OFFLINE, why: 'signed-out' }, 'signed-out'],
  [{ ...OFFLINE, detail: 'ERR_CERT_AUTHORITY_INVALID' }, 'untrusted'],
  [{ ...OFFLINE, detail: 'ERR_CONNECTION_REFUSED' }, 'offline'],
  [unknown('timeout'), 'offline'],
  [unknown('broken'), 'offline'],
  [unknown('server-error'), 'offline'],
  [unknown('unreadable'), 'unreadable'],
  // A page of something between this computer and ServiceChannel.
  [unknown('not-servicechannel'), 'unreadable'],
] as const)('%j is said as %s', (answer, code) => {
  expect(answerError(answer)).toEqual({ code });
});

test('what the disk did not take is another error than what a rule forbids', () => {
  expect(resultOf({ ok: true })).toEqual(DONE);
  expect(resultOf({ ok: false, notKept: 'disk full' })).toEqual({
    ok: false,
    error: { code: 'not-kept', detail: 'disk full' },
  });
  expect(resultOf({ ok: false, fault: { reason: 'not-now' } })).toEqual({
    ok: false,
    error: { code: 'rule', fault: { reason: 'not-now' } },
  });
});

test('a damaged record is said beside what was asked for, and every other error goes on', async () => {
  const damaged = readingRecord(() => {
    throw new DamageError('pages that make no sense');
  });
  expect(await damaged).toEqual({ ok: false, error: { code: 'damaged' } });
  const other = readingRecord(() => Promise.reject(new Error('another')));
  await expect(other).rejects.toThrow('another');
});
