import { beforeEach, expect, test } from 'vitest';
import { Shortcut } from '../../../main/platform/shortcut.ts';

/** A desktop on which another program holds Control+P, and `none` is no shortcut. */
const held = new Map<string, () => void>();
const registry = {
  register: (accelerator: string, pressed: () => void) => {
    if (accelerator === 'none') throw new TypeError('conversion failure');
    if (accelerator === 'Control+P') return false;
    held.set(accelerator, pressed);
    return true;
  },
  unregister: (accelerator: string) => {
    if (!held.delete(accelerator)) throw new Error(`${accelerator} is not held`);
  },
};
let pressed: string[];
const press = (name: string) => () => void pressed.push(name);

beforeEach(() => {
  held.clear();
  pressed = [];
});

test('one is taken instead of the one before', () => {
  const shortcut = new Shortcut(registry);
  expect(shortcut.take('Control+O', press('first'))).toBe(true);
  expect(shortcut.take('Control+I', press('second'))).toBe(true);
  for (const run of held.values()) run();
  expect([[...held.keys()], pressed]).toEqual([['Control+I'], ['second']]);
});

test.each(['Control+P', 'none'])('%s cannot be taken, and none is held then', (accelerator) => {
  const shortcut = new Shortcut(registry);
  shortcut.take('Control+O', press('first'));
  expect(shortcut.take(accelerator, press('second'))).toBe(false);
  expect([...held.keys()]).toEqual([]);
  expect(shortcut.take('Control+O', press('first'))).toBe(true);
});

test('empty takes none', () => {
  const shortcut = new Shortcut(registry);
  shortcut.take('Control+O', press('first'));
  expect(shortcut.take('', press('second'))).toBe(true);
  expect([...held.keys()]).toEqual([]);
});
