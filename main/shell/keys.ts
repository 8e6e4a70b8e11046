import type { BrowserWindow, Input } from 'electron';
import { HeldKeys } from '../platform/held-keys.ts';

/** Day, month and year come before the hour in every language that there are words for. */
const BEFORE_HOUR = 3;

/** Moves the focus from the date to the hour within the field that has it: only real keys reach its parts. */
export function selectHour({ webContents }: BrowserWindow): void {
  for (let part = 0; part < BEFORE_HOUR; part++)
    for (const type of ['keyDown', 'keyUp'] as const) webContents.sendInputEvent({ type, keyCode: 'Right' });
}

/** Gives the page a key as if it had been pressed now. */
function press({ webContents }: BrowserWindow, { key, control, shift }: Input): void {
  const modifiers: ('control' | 'shift')[] = [];
  if (control) modifiers.push('control');
  if (shift) modifiers.push('shift');
  const keyCode = key === ' ' ? 'Space' : 'Enter';
  for (const type of ['keyDown', 'char', 'keyUp'] as const)
    webContents.sendInputEvent({ type, keyCode, modifiers });
}

/** A key that was held down before a window came up presses nothing in it. */
export function ignoreHeldKeys(window: BrowserWindow): void {
  const held = new HeldKeys(() => performance.now());
  let pressing = false;
  window.on('show', () => held.comesUp());
  window.on('focus', () => held.comesUp());
  window.webContents.on('before-input-event', (event, input) => {
    if (pressing || input.type !== 'keyDown') return;
    const waits = held.hold(input, () => {
      if (window.isDestroyed()) return;
      pressing = true;
      press(window, input);
      pressing = false;
    });
    if (waits) event.preventDefault();
  });
}
