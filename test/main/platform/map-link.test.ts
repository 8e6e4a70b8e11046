import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapLink } from '../../../main/platform/map-link.ts';

test.each([
  ['darwin', 'maps:?q=1%20Main%20Street%2C%20Springfield%20IL'],
  ['win32', 'bingmaps:?where=1%20Main%20Street%2C%20Springfield%20IL'],
  ['linux', 'maps:q=1%20Main%20Street%2C%20Springfield%20IL'],
] as const)('the map of %s is asked for the words of the address', (platform, link) => {
  expect(mapLink(platform, '1 Main Street, Springfield IL')).toBe(link);
});

test('elsewhere there is no map', () => {
  expect(mapLink('freebsd', '1 Main Street')).toBeNull();
});

test('an address that strangers wrote stays one value of the link', () => {
  const address = fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed());
  fc.assert(
    fc.property(address, (text) => {
      const link = mapLink('win32', text) ?? '';
      expect(link).toMatch(/^bingmaps:\?where=[^&#\s"<>\\]*$/);
      expect(new URL(link).searchParams.get('where')).toBe(text);
    }),
  );
});
