import { describe, expect, test } from 'vitest';
import type { ProblemView } from '../../../preload/contract.ts';
import { arrange, seenAfter } from '../../../renderer/popup/problem-order.ts';

const told = { at: { ms: 0, offset: 0 }, recorded: true };
const problem = (reportId: string, over: Partial<Pick<ProblemView, 'state' | 'told'>> = {}) => ({
  reportId,
  state: 'refused' as const,
  told: null,
  ...over,
});

const UNTOUCHED = { working: null, opened: [] };

/** `a+ b` : a is shown in full, b as a line. */
const shown = (...given: Parameters<typeof arrange>) =>
  arrange(...given)
    .map((each) => `${each.problem.reportId}${each.open ? '+' : ''}`)
    .join(' ');

describe('problems', () => {
  const four = ['a', 'b', 'c', 'd'].map((id) => problem(id));

  test('the newest is open and on top, the others are a line each, the newest first', () => {
    expect(shown(four, { ...UNTOUCHED, seen: ['b', 'a', 'd', 'c'] })).toBe('c+ d a b');
  });

  test('what the client was told of waits below, in full, and is not the newest', () => {
    const all = [problem('a'), problem('b', { told }), problem('c'), problem('d', { told })];
    expect(shown(all, { ...UNTOUCHED, seen: ['a', 'b', 'c', 'd'] })).toBe('c+ d+ b+ a');
  });

  test('what became of a check-out that was given up is said in full, and is no question', () => {
    const all = [problem('a', { state: 'on-site' }), problem('b', { state: 'closed' }), problem('c')];
    expect(shown(all, { ...UNTOUCHED, seen: ['c', 'a', 'b'] })).toBe('c+ b+ a+');
    expect(shown([problem('a', { state: 'parked' })], { ...UNTOUCHED, seen: ['a'] })).toBe('a+');
  });

  test('one that is opened by a click stays where it is', () => {
    expect(shown(four, { seen: ['a', 'b', 'c', 'd'], working: null, opened: ['a'] })).toBe('d+ c b a+');
  });

  test('a form that is being filled in stays on top while newer ones come', () => {
    expect(shown(four, { seen: ['a', 'b', 'c', 'd'], working: 'b', opened: [] })).toBe('b+ d+ c a');
  });
});

test('what is refused anew comes into sight anew', () => {
  expect(seenAfter(['a', 'b'], ['b', 'a', 'c'])).toEqual(['a', 'b', 'c']);
  expect(seenAfter(['a', 'b', 'c'], ['b', 'c'])).toEqual(['b', 'c']);
  expect(seenAfter(['b', 'c'], ['a', 'b', 'c'])).toEqual(['b', 'c', 'a']);
});
