import { describe, expect, test } from 'vitest';
import type { ProblemView } from '../../preload/contract.ts';
import { en as t } from '../../words/en.ts';

const stay = { from: { ms: 0, offset: 0 }, to: { ms: 1, offset: 0 }, techsCount: 2 };
const about = (over: Partial<ProblemView>) => ({
  kind: 'check-out' as const,
  problem: null,
  stay,
  mistaken: false,
  ...over,
});
const problem = (reason: NonNullable<ProblemView['problem']>['reason']) => ({
  reason,
  message: '',
  httpStatus: 400,
  codes: [],
});

describe('a note to the client', () => {
  const WHEN = '24 Nov 2026, 08:00–11:40';

  test.each(['completed', 'closed-for-check-in', 'not-checked-in', 'out-of-date'] as const)(
    'about %s says when, and how many were there',
    (reason) => {
      const text = t.noteDraft(about({ problem: problem(reason) }), WHEN);
      expect(text).toMatch(/^On site 24 Nov 2026, 08:00–11:40, 2 technicians\. .*\.$/);
      expect(text).not.toMatch(/!|undefined|null/);
    },
  );

  test('about a mistaken check-in claims no time on site', () => {
    for (const over of [{ mistaken: true }, { kind: 'restore' as const }])
      expect(t.noteDraft(about(over), WHEN)).not.toContain('On site');
  });
});

test('a work activity says when it counts one of several technicians', () => {
  expect(t.activityAdvice(1)).not.toContain('one technician');
  expect(t.activityAdvice(3)).toContain('one technician of 3.');
});

test('what waits too long says until when, and afterwards that it is too late', () => {
  const late = {
    workOrderId: 7,
    kind: 'check-out',
    pause: true,
    at: stay.from,
    until: stay.to,
    count: 3,
  } as const;
  expect(t.lateTitle(late, 'Mon 9:14')).toBe('The pause of Mon 9:14 on 7 still waits to be sent');
  expect(t.lateAdvice(late, 'Mon 9:14', false)).toMatch(/^3 reports .* until Mon 9:14/);
  expect(t.lateAdvice({ ...late, count: 1 }, 'Mon 9:14', true)).toMatch(/^ServiceChannel .* older/);
});
