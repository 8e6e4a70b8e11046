import { expect, test } from 'vitest';
import { answerError } from '../../../../main/app/commands/answer-error.ts';
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
