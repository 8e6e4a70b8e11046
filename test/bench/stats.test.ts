import { expect, it } from 'vitest';
import { drawing } from './drawing.ts';
import { judge, type Row } from './stats.ts';
import { table } from './table.ts';

const row = (ours: readonly number[], values: readonly number[] | null, limit: number | null): Row => ({
  id: 'x',
  what: 'start → tray',
  unit: 'ms',
  ours,
  beside: values && { name: 'bare', values },
  limit,
});

it.each([
  ['below its limit', row([90, 95, 88], [100, 100, 100], 1), 'ok'],
  ['past it, but by less than the spread', row([80, 104, 140], [100, 100, 100], 1), 'near'],
  ['past it by more than the spread', row([150, 152, 149], [100, 100, 100], 1), 'over'],
  ['an amount past its limit', row([70], null, 60), 'over'],
  ['without a limit', row([70], null, null), 'told'],
])('%s', (_, measured, verdict) => {
  expect(judge(measured).verdict).toBe(verdict);
});

it('compares rounds that were measured next to each other', () => {
  // The second round was disturbed, for both.
  expect(judge(row([100, 400, 100], [100, 400, 100], 1))).toMatchObject({ reached: 1, spread: 0 });
});

it('knows no spread of values around nothing', () => {
  expect(judge(row([-2, 0, 3], null, 40))).toMatchObject({ spread: 0, verdict: 'ok' });
});

it('counts what is below the floor as the floor', () => {
  expect(judge({ ...row([10, 10, 10], [0, 0, 0], 1.05), floor: 60 })).toMatchObject({ reached: 1 });
});

it('a table and a drawing hold each row with its verdict', () => {
  const rows = [judge(row([150, 150, 150], [100, 100, 100], 1)), judge(row([70], null, null))];
  expect(table(rows)).toMatch(/start → tray .* 150 ms .* 100 ms \(bare\) .* 1\.50 × .* OVER/);
  const picture = drawing(rows, 'a < b');
  expect(picture).toContain('a &lt; b');
  expect(picture.match(/<rect x="400"/g)).toHaveLength(1);
});
