import { expect, test } from 'vitest';
import { offsetAt } from '../../main/local-time.ts';

test('an instant carries this computer’s offset, minutes east of UTC', () => {
  const ms = Date.parse('2026-05-13T10:00:00Z');
  const local = new Date(ms);
  const wall = Date.UTC(
    local.getFullYear(),
    local.getMonth(),
    local.getDate(),
    local.getHours(),
    local.getMinutes(),
  );
  expect(offsetAt(ms)).toBe((wall - ms) / 60_000);
});
