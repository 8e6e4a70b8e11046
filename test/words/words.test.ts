import { describe, expect, test } from 'vitest';
import type { DeliveryRow } from '../../preload/contract.ts';
import { en as t } from '../../words/en.ts';
import { COMMAND_ERRORS, NOTICES, previous, problem, REASONS } from './samples.ts';

/** Lines of sentences, without an exclamation mark, a hole, or a typewriter's apostrophe. */
function expectSentence(text: string) {
  for (const line of text.split('\n')) expect(line).toMatch(/^[“A-Z].*[.?”]$/);
  expect(text).not.toMatch(/!|undefined|null|NaN|'/);
}

const at = () => '9:14';

describe('what people are told', () => {
  const KINDS = ['check-in', 'check-out', 'status', 'note', 'activity', 'deletion', 'restore'] as const;

  test.each(REASONS)('reason for %s names the client where it is known, and stands without', (reason) => {
    for (const subscriber of ['Acme', null])
      for (const kind of KINDS) {
        const text = t.advice[reason]({ kind, subscriber });
        expectSentence(text);
        // Read once, on a ladder: no sentence is long.
        for (const sentence of text.split(/[.?] /))
          expect(sentence.split(' ').length).toBeLessThanOrEqual(24);
      }
  });

  test('a missing XML permission says whom to ask for what, and the phone line', () => {
    const text = t.advice['xml-permission']({ kind: 'check-in', subscriber: 'Acme Stores' });
    expect(text).toContain('ServiceChannel administrator of Acme Stores');
    expect(text).toContain('“XML check-in/out” permission');
    expect(text).toContain('Or check in by phone: 1-516-500-7776.');
  });

  test.each(Object.values(COMMAND_ERRORS).flat())('error %j', (error) => {
    expectSentence(t.error(error, at));
  });

  test('a refusal quotes ServiceChannel', () => {
    expect(t.error({ code: 'refused', problem }, at)).toBe('ServiceChannel: “Not today.”');
    expect(t.says('Work order is already invoiced')).toBe(
      'ServiceChannel: “Work order is already invoiced.”',
    );
  });

  test.each(Object.values(NOTICES))('notice %j', (notice) => {
    expect(t.notice(notice, null)).not.toMatch(/!|undefined|null|NaN/);
  });

  test('the clock is said to be behind when ServiceChannel’s is ahead of it', () => {
    expect(t.notice({ code: 'clock', differenceMs: 240_000 }, null)).toContain('4 minutes behind');
    expect(t.notice({ code: 'clock', differenceMs: -45_000 }, null)).toContain('45 seconds ahead of');
  });
});

describe('delivery', () => {
  test.each([
    ['recorded', 0, 'Everything recorded'],
    ['told', 1, '1 waits for the client'],
    ['sending', 1, 'Sending…'],
    ['waiting', 2, '2 waiting to send'],
    ['attention', 1, '1 needs attention'],
    ['attention', 3, '3 need attention'],
  ] as const)('%s, %i: %s', (kind, count, words) => {
    expect(t.deliverySummary({ kind, count })).toBe(words);
  });

  const TITLED = {
    kind: 'check-in',
    pause: false,
    state: 'refused',
    mistaken: false,
    subscriber: 'Northwind Stores',
    told: null,
    problem: null,
    workOrderId: 107003003,
  } as const;
  const FAILED = { reason: 'server-error', message: 'Deadlock', httpStatus: 500, codes: [] } as const;

  test.each([
    [{}, 'Check-in of 15:02 on 107003003 was refused'],
    [
      { problem: { ...problem, reason: 'open-elsewhere' } },
      'Check-in of 15:02 on 107003003 has not been sent',
    ],
    [
      { problem: { ...problem, reason: 'elsewhere-then' } },
      'Check-in of 15:02 on 107003003 has not been sent',
    ],
    [{ kind: 'check-out', pause: true }, 'Pause of 15:02 on 107003003 was refused'],
    [{ kind: 'status' }, 'Status of 15:02 on 107003003 was refused'],
    [{ kind: 'deletion', mistaken: true }, 'The mistaken check-in of 15:02 on 107003003 is still there'],
    [{ problem: FAILED }, 'ServiceChannel failed at the check-in of 15:02 on 107003003'],
    [{ kind: 'restore' }, 'The status of 107003003 is not put back'],
    [{ told: { at: previous, recorded: true } }, 'Waiting for Northwind Stores'],
    [{ told: { at: previous, recorded: true }, subscriber: null }, 'Waiting for the client'],
    [{ state: 'unconfirmed' }, 'Nobody knows whether the check-in of 15:02 on 107003003 was recorded'],
    [{ state: 'on-site', kind: 'check-out' }, 'On site again since 15:02'],
    [{ state: 'parked', kind: 'check-out' }, 'Still open at ServiceChannel'],
    [{ state: 'closed', kind: 'check-out' }, 'ServiceChannel checked you out at 15:02'],
  ] as const)('a problem %j is called: %s', (over, words) => {
    expect(t.problemTitle({ ...TITLED, ...over }, '15:02')).toBe(words);
  });

  test('giving a report up says what is lost', () => {
    const lost = (minutes: number | null, open = false) =>
      t.lost({ kind: 'check-in', pause: false, mistaken: false, workOrderId: 7, minutes, open }, '19:36');
    expect(lost(42)).toBe('Don’t report it? 42 minutes on site will be lost.');
    expect(lost(1)).toContain('1 minute on site');
    expect(lost(null)).toBe('Don’t report it? The time since 19:36 will be lost.');
    expect(lost(25, true)).toContain('25 minutes on site');
  });

  test('what is left under a wrong number is said to stay there', () => {
    const left = {
      kind: 'deletion',
      pause: false,
      mistaken: true,
      workOrderId: 7,
      minutes: null,
      open: false,
    } as const;
    expect(t.lost(left, '9:14')).toBe('Leave it? 7 keeps the check-in of 9:14.');
    expect(t.lost({ ...left, kind: 'note', mistaken: false }, '9:14')).toBe(
      'Don’t send it? The client is not told.',
    );
  });

  test.each([
    t.wrongPassword('Account is locked'),
    t.wrongClient('Account is locked '),
    t.signInNotNow('Account is locked.'),
    t.noTokens('Account is locked'),
    t.gps('Account is locked'),
    t.lookUpRefused({ reason: 'not-found', message: 'Account is locked', httpStatus: 400, codes: [] }),
    t.browserFailed('denied', 'Account is locked'),
  ])('ServiceChannel’s words have a line of their own, closed with a full stop: %j', (text) => {
    expect(text.split('\n')).toEqual([
      'ServiceChannel: “Account is locked.”',
      expect.stringMatching(/^[A-Z].*\.$/),
    ]);
  });

  test('a refused report is shown with ServiceChannel’s words, one taken on trust as that', () => {
    const state = (delivery: DeliveryRow['delivery'], at: string | null = null) =>
      t.deliveryState({ delivery, waitsFor: null }, at);
    expect(state({ state: 'refused', problem })).toBe('Refused\nServiceChannel: “Not today.”');
    expect(state({ state: 'refused', problem: { ...problem, message: '' } })).toBe('Refused');
    expect(state({ state: 'refused', problem: { ...problem, reason: 'open-elsewhere' } })).toBe(
      'Waits for your answer: another check-in is open',
    );
    expect(state({ state: 'refused', problem: { ...problem, reason: 'elsewhere-then' } })).toBe(
      'Waits for your answer: another check-in covers a part of it',
    );
    expect(state({ state: 'recorded', mechanicId: 5, by: 'answer' })).toBe('Recorded');
    expect(state({ state: 'recorded', mechanicId: 5, by: 'answer' }, '9:15')).toBe('Recorded at 9:15');
    expect(state({ state: 'recorded', mechanicId: null, by: 'phone' }, '9:15')).toBe(
      'By phone: not sent from here',
    );
    expect(state({ state: 'recorded', mechanicId: null, by: 'technician' })).toBe('Recorded, as you said');
  });
});
