import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileOf, HEADERS } from '../../../main/platform/page-files.ts';

const ROOT = join('/', 'app');

test('an address of ours is a file below the pages', () => {
  expect(fileOf(ROOT, 'app://onsite/popup/index.html#here')).toBe(join(ROOT, 'popup/index.html'));
});

test.each([
  'app://other/popup/index.html',
  'app://onsite/..%2f..%2fetc/passwd',
  'app://onsite/..%2fapp-other/x',
  'app://onsite/',
  'app://onsite/%ff%zz',
])('%s is none', (url) => {
  expect(fileOf(ROOT, url)).toBeNull();
});

test('a page may load what is ours alone', () => {
  expect(HEADERS['content-security-policy']).toMatch(/^default-src 'none'/);
  expect(HEADERS['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);
});
