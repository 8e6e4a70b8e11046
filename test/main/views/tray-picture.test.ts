import { expect, test } from 'vitest';
import { DISC_SIZE, discPixels, pictureKind } from '../../../main/views/tray-picture.ts';

test.each([
  ['darwin', false, '', 'darwin'],
  ['win32', true, '', 'dark-win32'],
  ['win32', false, '', 'light-win32'],
  ['linux', false, 'XFCE', 'light-linux'],
  ['linux', true, 'XFCE', 'dark-linux'],
  ['linux', false, 'ubuntu:GNOME', 'dark-linux'],
] as const)('on %s, dark %s, desktop “%s”, the picture is %s', (system, isDark, desktop, kind) => {
  expect(pictureKind({ system, isDark, desktop })).toBe(kind);
});

test('the disc that stands in has the state’s colour in its middle, and nothing at its corners', () => {
  const pixels = discPixels('onsite');
  const at = (x: number, y: number) => [
    ...pixels.subarray((y * DISC_SIZE + x) * 4, (y * DISC_SIZE + x) * 4 + 4),
  ];
  expect(at(11, 11)).toEqual([85, 160, 40, 255]);
  expect(at(0, 0)).toEqual([0, 0, 0, 0]);
});
