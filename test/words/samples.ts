import type { RefusalReason } from '../../main/visit/problem.ts';
import type { CommandError, Fault, Notice, NumberFault } from '../../preload/contract.ts';
import { OWN_SETTINGS } from '../../preload/contract.ts';

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
  codes: true,
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
  'elsewhere-then': true,
  unknown: true,
};
export const REASONS = Object.keys(REFUSAL_REASONS).filter(
  (key): key is RefusalReason => key in REFUSAL_REASONS,
);

export const previous = { ms: 0, offset: 0 };
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
  'reported-by-another': { reason: 'reported-by-another' },
  'of-colleague': { reason: 'of-colleague', userId: 1544988, fault: { reason: 'too-old' } },
  'in-question': { reason: 'in-question' },
  'too-late': { reason: 'too-late' },
  'not-now': { reason: 'not-now' },
};

const NUMBER_FAULTS: readonly NumberFault[] = ['empty', 'not-digits', 'out-of-range'];
export const problem = { reason: 'unknown', message: 'Not today.', httpStatus: 400, codes: [] } as const;
const says = (code: 'wrong-password' | 'wrong-client' | 'not-now'): readonly CommandError[] =>
  ['', 'The account is locked.'].map((message) => ({ code, message }));
export const COMMAND_ERRORS: { readonly [C in CommandError['code']]: readonly CommandError[] } = {
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
  damaged: [{ code: 'damaged' }],
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
  'no-map': [{ code: 'no-map' }],
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

export const NOTICES: { readonly [C in Notice['code']]: Extract<Notice, { code: C }> } = {
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
  'no-sandbox': { code: 'no-sandbox' },
  'left-in-keychain': { code: 'left-in-keychain' },
  clock: { code: 'clock', differenceMs: 240_000 },
  'shortcut-taken': { code: 'shortcut-taken', shortcut: 'Alt+O' },
  'language-unknown': { code: 'language-unknown', language: 'de' },
  'login-start-not-set': { code: 'login-start-not-set', detail: 'EACCES' },
  unexpected: { code: 'unexpected' },
  'tray-not-done': { code: 'tray-not-done', error: { code: 'not-kept', detail: 'The disk is full.' } },
};
