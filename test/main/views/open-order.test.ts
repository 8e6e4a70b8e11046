import { describe, expect, test } from 'vitest';
import { type RemedyFacts, remediesOf } from '../../../main/views/remedies.ts';
import type { Report } from '../../../main/visit/types.ts';

const KINDS: readonly Report['kind'][] = [
  'check-in',
  'check-out',
  'status',
  'note',
  'activity',
  'deletion',
  'restore',
];

const facts = (kind: Report['kind'], over: Partial<RemedyFacts> = {}): RemedyFacts => ({
  kind,
  state: 'refused',
  reason: 'not-allowed',
  mistaken: false,
  told: false,
  changeable: false,
  activity: false,
  earliest: false,
  held: false,
  status: false,
  takesNone: false,
  sendable: true,
  ...over,
});

describe('where the advice is to look in ServiceChannel, the way there is in sight', () => {
  test.each(KINDS)('at a refused %s that is perhaps done already', (kind) => {
    for (const told of [false, true]) {
      const { remedies } = remediesOf(facts(kind, { told }));
      expect(remedies.filter((name) => name === 'open-order')).toHaveLength(1);
    }
  });

  test.each(KINDS)('at a %s that nobody knows of', (kind) => {
    expect(remediesOf(facts(kind, { state: 'unconfirmed', reason: null })).remedies).toContain('open-order');
  });

  test('and nowhere else among refusals', () => {
    expect(remediesOf(facts('check-in', { reason: 'premature' })).remedies).not.toContain('open-order');
  });
});
