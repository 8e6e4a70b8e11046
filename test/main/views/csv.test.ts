import { expect, test } from 'vitest';
import { csvOf } from '../../../main/views/csv.ts';

const BOM = '\ufeff';

test('a table has a byte-order mark, its header, and a line end after each row', () => {
  expect(csvOf(['a', 'b'], [[1, null]])).toBe(`${BOM}a,b\r\n1,\r\n`);
});

test.each([
  ['plain', 'plain'],
  ['with, comma', '"with, comma"'],
  ['with "quotes"', '"with ""quotes"""'],
  ['two\nlines', '"two\nlines"'],
  [' blank', '" blank"'],
])('the text %j is the cell %j', (text, cell) => {
  expect(csvOf(['a'], [[text]])).toBe(`${BOM}a\r\n${cell}\r\n`);
});

test.each(['=1+1', '+1', '-1', '@x', '＝1', '\u200b=1', '\t1'])('%j is no formula', (text) => {
  expect(csvOf(['a'], [[text]])).toContain(`'${text}`);
});

test('a number is a number, a negative one too', () => {
  expect(csvOf(['a'], [[-5]])).toBe(`${BOM}a\r\n-5\r\n`);
});
