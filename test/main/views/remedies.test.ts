import { describe, expect, test } from 'vitest';
import { type RemedyFacts, remediesOf } from '../../../main/views/remedies.ts';
import { REFUSAL_REASONS } from '../../../main/visit/problem.ts';

const FACTS: RemedyFacts = {
  kind: 'check-in',
  state: 'refused',
  reason: 'unknown',
  mistaken: false,
  told: false,
  changeable: true,
  activity: false,
  earliest: false,
  held: false,
  status: false,
  takesNone: false,
  sendable: true,
};

const KINDS = ['check-in', 'check-out', 'status', 'note', 'activity', 'deletion', 'restore'] as const;
const every = KINDS.flatMap((kind) =>
  [...REFUSAL_REASONS, null].flatMap((reason) =>
    [true, false].flatMap((told) => [true, false].map((mistaken) => ({ kind, reason, told, mistaken }))),
  ),
);

const all = (over: Partial<RemedyFacts>) => {
  const { remedies, more } = remediesOf({ ...FACTS, ...over });
  return [...remedies, ...more];
};

describe('a refusal', () => {
  test('always offers `Don’t report this…`, last of those in sight', () => {
    for (const over of every) {
      expect(remediesOf({ ...FACTS, ...over }).remedies.at(-1), JSON.stringify(over)).toBe('discard');
    }
  });

  test('has no dead end: something can be done beside giving it up, and nothing is offered twice', () => {
    for (const over of every) {
      const names = all(over);
      expect(names.length, JSON.stringify(over)).toBeGreaterThan(1);
      expect(new Set(names).size, JSON.stringify(over)).toBe(names.length);
    }
  });

  test('of a number that ServiceChannel does not know begins with another number', () => {
    expect(all({ reason: 'not-found' })[0]).toBe('wrong-number');
    expect(all({ reason: 'not-found', kind: 'check-out' })).not.toContain('wrong-number');
  });

  test('of a closed order begins with a word to the client; once told, that they enter it', () => {
    expect(all({ reason: 'completed' })[0]).toBe('tell-client');
    const told = remediesOf({ ...FACTS, reason: 'completed', told: true });
    expect(told.remedies[0]).toBe('client-enters');
    expect(told.remedies).not.toContain('tell-client');
    expect(told.more).toContain('tell-client');
  });

  test.each([
    ['premature', { earliest: true }, 'check-in-at'],
    ['out-of-date', { activity: true }, 'record-activity'],
    ['not-checked-in', { kind: 'check-out', held: true }, 'correct-record'],
  ] as const)('%s offers its repair only where the facts for it are known', (reason, fact, name) => {
    expect(all({ reason, ...fact })[0]).toBe(name);
    expect(all({ reason })).not.toContain(name);
  });

  test('of a client who requires the phone offers that for an arrival', () => {
    expect(all({ reason: 'xml-permission' })[0]).toBe('by-phone');
    expect(all({ reason: 'xml-permission', kind: 'check-out' })).not.toContain('by-phone');
  });
});

test('an unknown outcome is decided by a person', () => {
  expect(all({ state: 'unconfirmed', reason: null })).toEqual([
    'it-was-recorded',
    'send-again',
    'open-order',
    'discard',
  ]);
});

describe('a check-out that was given up', () => {
  const given = { kind: 'check-out', reason: null } as const;

  test('while it is on site can be changed or leave without a status', () => {
    expect(all({ ...given, state: 'on-site' })).toEqual(['change', 'without-status']);
  });

  test('that another person closed can be corrected or explained', () => {
    expect(all({ ...given, state: 'closed' })).toEqual(['correct-record', 'note-closed', 'open-order']);
  });

  test('on an order that takes no check-out begins with the client', () => {
    expect(all({ ...given, state: 'parked', takesNone: true })[0]).toBe('tell-client');
    expect(all({ ...given, state: 'parked' })[0]).toBe('change');
    expect(all({ ...given, state: 'parked', sendable: false })).toEqual([
      'tell-client',
      'open-order',
      // No read shows that it is closed where entries name no user.
      'it-was-recorded',
    ]);
  });
});
