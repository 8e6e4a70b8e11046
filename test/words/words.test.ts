import { describe, expect, test } from 'vitest';
import type { RefusalReason } from '../../main/visit/problem.ts';
import type { CommandError, DeliveryRow, Fault, Notice, NumberFault } from '../../preload/contract.ts';
import { OWN_SETTINGS } from '../../preload/contract.ts';
import { en as t } from '../../words/en.ts';

/** A key that is missing or too much fails the type check; what it says is tried below. */
const REFUSAL_REASONS: Readonly<Record<RefusalReason, true>> = {
  'not-found': true,
  'xml-permission': true,
  permission: true,
  'work-type': true,
  premature: true,
  'out-of-date': true,
  'time-ahead': true,
  'not-checked-in': true,
  field: true,
  'extended-status': true,
  'tracking-number': true,
  completed: true,
  'closed-for-check-in': true,
  'mile-range': true,
  overlap: true,
  'not-allowed': true,
  'server-error': true,
  'not-on-record': true,
  'status-unknown': true,
  'open-elsewhere': true,
  unknown: true,
};
const REASONS = Object.keys(REFUSAL_REASONS).filter((key): key is RefusalReason => key in REFUSAL_REASONS);

const previous = { ms: 0, offset: 0 };
const FAULTS: { readonly [R in Fault['reason']]: Extract<Fault, { reason: R }> } = {
  'already-on-site': { reason: 'already-on-site', workOrderId: 107002896 },
  'before-previous': { reason: 'before-previous', previous },
  'clock-behind': { reason: 'clock-behind', previous },
  'after-next': { reason: 'after-next', next: previous },
  'counts-from': { reason: 'counts-from', at: previous },
  'in-future': { reason: 'in-future' },
  'too-old': { reason: 'too-old' },
  'still-open': { reason: 'still-open' },
  'elsewhere-then': { reason: 'elsewhere-then', workOrderId: 107002896 },
  'break-order': { reason: 'break-order' },
  'same-number': { reason: 'same-number' },
  'in-question': { reason: 'in-question' },
  'too-late': { reason: 'too-late' },
  'not-now': { reason: 'not-now' },
};

const NUMBER_FAULTS: readonly NumberFault[] = ['empty', 'not-digits', 'out-of-range'];
const problem = { reason: 'unknown', message: 'Not today.', httpStatus: 400, codes: [] } as const;
const says = (code: 'wrong-password' | 'wrong-client' | 'not-now'): readonly CommandError[] =>
  ['', 'The account is locked.'].map((message) => ({ code, message }));
const COMMAND_ERRORS: { readonly [C in CommandError['code']]: readonly CommandError[] } = {
  'work-order': NUMBER_FAULTS.map((fault) => ({ code: 'work-order', fault })),
  technicians: NUMBER_FAULTS.map((fault) => ({ code: 'technicians', fault })),
  time: (['not-a-time', 'skipped', 'twice'] as const).map((fault) => ({ code: 'time', fault })),
  rule: Object.values(FAULTS).map((fault) => ({ code: 'rule', fault })),
  'signed-out': [{ code: 'signed-out' }],
  unclear: [{ code: 'unclear' }],
  'wrong-password': says('wrong-password'),
  'wrong-client': says('wrong-client'),
  'not-now': says('not-now'),
  cancelled: [{ code: 'cancelled' }],
  'no-client': [{ code: 'no-client' }],
  'still-waiting': [
    { code: 'still-waiting', count: 1 },
    { code: 'still-waiting', count: 3 },
  ],
  browser: [
    { code: 'browser', why: 'denied', message: '' },
    { code: 'browser', why: 'denied', message: 'Not today.' },
    { code: 'browser', why: 'timeout', message: '' },
    { code: 'browser', why: 'port', message: '127.0.0.1:8400' },
    { code: 'browser', why: 'no-browser', message: '' },
  ],
  offline: [{ code: 'offline' }],
  untrusted: [{ code: 'untrusted' }],
  'note-empty': [{ code: 'note-empty' }],
  'note-unknown': [{ code: 'note-unknown' }],
  unreadable: [{ code: 'unreadable' }],
  refused: [
    { code: 'refused', problem },
    { code: 'refused', problem: { ...problem, message: '' } },
  ],
  'not-kept': [{ code: 'not-kept', detail: 'The disk is full.' }],
  policy: [{ code: 'policy' }],
  file: (['full', 'denied', 'locked', 'gone'] as const)
    .map((code): CommandError => ({ code: 'file', path: '/tmp/week.csv', fault: { code } }))
    .concat([{ code: 'file', path: '/tmp/week.csv', fault: { code: 'other', detail: 'EIO' } }]),
  'bad-request': [{ code: 'bad-request' }],
  setting: OWN_SETTINGS.map((key) => ({ code: 'setting' as const, key })),
  unexpected: [{ code: 'unexpected' }],
};

const NOTICES: { readonly [C in Notice['code']]: Extract<Notice, { code: C }> } = {
  'policy-invalid': {
    code: 'policy-invalid',
    path: '/etc/policy.json',
    fault: { code: 'setting', key: 'idleMinutes', why: 'least', than: '0' },
  },
  'settings-set-aside': { code: 'settings-set-aside', path: '/kept.json' },
  'settings-not-kept': { code: 'settings-not-kept', path: '/settings.json', detail: 'ENOSPC' },
  'database-set-aside': { code: 'database-set-aside', path: '/kept.db', copyFrom: null },
  'database-log-lost': { code: 'database-log-lost' },
  'database-damaged': { code: 'database-damaged', path: '/onsite.db', detail: 'EBUSY' },
  'visits-unreadable': { code: 'visits-unreadable', workOrderIds: [7, null] },
  'no-keychain': { code: 'no-keychain' },
  'left-in-keychain': { code: 'left-in-keychain' },
  clock: { code: 'clock', differenceMs: 240_000 },
  'shortcut-taken': { code: 'shortcut-taken', shortcut: 'Alt+O' },
  'login-start-not-set': { code: 'login-start-not-set', detail: 'EACCES' },
  unexpected: { code: 'unexpected' },
  'tray-not-done': { code: 'tray-not-done', error: { code: 'not-kept', detail: 'The disk is full.' } },
};

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
    expect(state({ state: 'recorded', mechanicId: 5, by: 'answer' })).toBe('Recorded');
    expect(state({ state: 'recorded', mechanicId: 5, by: 'answer' }, '9:15')).toBe('Recorded at 9:15');
    expect(state({ state: 'recorded', mechanicId: null, by: 'phone' }, '9:15')).toBe(
      'By phone: not sent from here',
    );
    expect(state({ state: 'recorded', mechanicId: null, by: 'technician' })).toBe('Recorded, as you said');
  });
});
