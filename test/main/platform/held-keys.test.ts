import { beforeEach, expect, test, vi } from 'vitest';
import { HeldKeys } from '../../../main/platform/held-keys.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function window() {
  let now = 10_000;
  const pressed: string[] = [];
  const held = new HeldKeys(() => now);
  const down = (key: string, isAutoRepeat = false) =>
    held.hold({ key, isAutoRepeat }, () => pressed.push(key));
  const pass = (ms: number) => {
    now += ms;
    vi.advanceTimersByTime(ms);
  };
  return { held, down, pass, pressed };
}

test('a key that is held while a window comes up presses nothing there', () => {
  const { held, down, pass, pressed } = window();
  held.comesUp();
  expect(down('Enter')).toBe(true);
  pass(30);
  expect(down('Enter', true)).toBe(true);
  pass(600);
  expect(pressed).toEqual([]);
});

test('one that is pressed there presses a moment later', () => {
  const { held, down, pass, pressed } = window();
  held.comesUp();
  expect(down(' ')).toBe(true);
  pass(150);
  expect(pressed).toEqual([' ']);
});

test('letters, and keys in a window that has been there, reach the page at once', () => {
  const { held, down, pass } = window();
  held.comesUp();
  expect(down('a')).toBe(false);
  pass(751);
  expect(down('Enter')).toBe(false);
});

test('a text with a space that is typed at once arrives in its order', () => {
  const { held, down, pass, pressed } = window();
  held.comesUp();
  expect(down('a')).toBe(false);
  held.comesUp();
  expect(down(' ')).toBe(true);
  expect(down('Shift')).toBe(false);
  expect(pressed).toEqual([]);
  expect(down('B')).toBe(false);
  expect(pressed).toEqual([' ']);
  pass(1_000);
  expect(pressed).toEqual([' ']);
});
