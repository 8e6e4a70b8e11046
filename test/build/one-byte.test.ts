import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { narrow } from '../../build/vite/one-byte.ts';

test.each([
  ['text', "'9:14 – “été” … 😀'", '9:14 – “été” … 😀'],
  ['a template with what it is filled with', `\`\${1}–\${2} №\``, '1–2 №'],
  ['a regular expression', '/^[‐–]$/.test("–")', true],
  ['one that reads whole characters', '/^[😀]$/u.test("😀")', true],
  ['one from a raw template', 'new RegExp(String.raw`^[#№]\\s$`).test("№ ")', true],
  ['a name', 'var Œuvre = 3; Œuvre', 3],
])('%s means the same, in one byte per character', (_, code, means) => {
  const narrowed = narrow(code);
  expect(narrowed).toMatch(/^[\0-ÿ]*$/);
  expect(runInNewContext(narrowed)).toBe(means);
});
