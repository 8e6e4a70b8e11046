import { expect, test } from 'vitest';
import { acceleratorOf, type Pressed } from '../../../renderer/settings/accelerator.ts';

const press = (key: string, code: string, modifiers = ''): Pressed => ({
  key,
  code,
  ctrlKey: modifiers.includes('c'),
  metaKey: modifiers.includes('m'),
  altKey: modifiers.includes('a'),
  shiftKey: modifiers.includes('s'),
});

test.each([
  [press('O', 'KeyO', 'cs'), 'CommandOrControl+Shift+O'],
  [press('o', 'KeyO', 'm'), 'CommandOrControl+O'],
  // The key's name is the same with Shift and on other keyboards.
  [press('!', 'Digit1', 'cs'), 'CommandOrControl+Shift+1'],
  [press('ø', 'KeyO', 'a'), 'Alt+O'],
  [press(' ', 'Space', 'ca'), 'CommandOrControl+Alt+Space'],
  [press('ArrowUp', 'ArrowUp', 'c'), 'CommandOrControl+Up'],
  [press('F9', 'F9'), 'F9'],
])('%j is a shortcut', (pressed, accelerator) => {
  expect(acceleratorOf(pressed)).toBe(accelerator);
});

test.each([
  press('Control', 'ControlLeft', 'c'),
  press('Shift', 'ShiftLeft', 'cs'),
  // These would be taken away from every other program.
  press('o', 'KeyO'),
  press('O', 'KeyO', 's'),
  press('Enter', 'Enter'),
])('%j is none yet', (pressed) => {
  expect(acceleratorOf(pressed)).toBeNull();
});
