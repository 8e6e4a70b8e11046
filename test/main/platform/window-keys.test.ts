import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ignoreHeldKeys, selectHour } from '../../../main/platform/window-keys.ts';
import { FakeWindow, preventable } from '../shell/electron.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A window that has just come up; `type` presses keys in it and tells those that its page got, in their order. */
function justUp() {
  const window = new FakeWindow();
  ignoreHeldKeys(window);
  window.emit('focus');
  const { pressed } = window.webContents;
  const key = (name: string, isAutoRepeat = false) => {
    const event = preventable();
    window.webContents.emit('before-input-event', event, { type: 'keyDown', key: name, isAutoRepeat });
    if (!event.defaultPrevented) pressed.push(name);
  };
  return { pressed, key, type: (text: string) => [...text].forEach((each) => void key(each)) };
}

test('a text that is typed at once arrives as it was typed', () => {
  const { pressed, type } = justUp();
  type('oak plaza 2');
  expect(pressed.join('')).toBe('oak plaza 2');
});

test('a space or Enter that begins what is typed comes before the rest', () => {
  for (const [first, sent] of [
    [' ', 'Space'],
    ['Enter', 'Enter'],
  ] as const) {
    const { pressed, key, type } = justUp();
    key(first);
    type('ab');
    vi.runAllTimers();
    expect(pressed).toEqual([sent, 'a', 'b']);
  }
});

test('Enter that is held while the window comes up is not heard, with Shift neither', () => {
  const { pressed, key } = justUp();
  key('Enter');
  key('Shift');
  for (let repeats = 0; repeats < 5; repeats++) key('Enter', true);
  vi.runAllTimers();
  expect(pressed).toEqual(['Shift']);
});

test('Enter that is pressed once is heard a moment later', () => {
  const { pressed, key } = justUp();
  key('Enter');
  expect(pressed).toEqual([]);
  vi.runAllTimers();
  expect(pressed).toEqual(['Enter']);
});

test('the hour is behind day, month and year, by keys that the field cannot tell from a person’s', () => {
  const window = new FakeWindow();
  selectHour(window);
  expect(window.webContents.pressed).toEqual(['Right', 'Right', 'Right']);
});
