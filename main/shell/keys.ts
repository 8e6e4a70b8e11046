import type { BrowserWindow } from 'electron';

/** Day, month and year come before the hour in every language that there are words for. */
const BEFORE_HOUR = 3;

/** Moves the focus from the date to the hour within the field that has it: only real keys reach its parts. */
export function selectHour({ webContents }: BrowserWindow): void {
  for (let part = 0; part < BEFORE_HOUR; part++)
    for (const type of ['keyDown', 'keyUp'] as const) webContents.sendInputEvent({ type, keyCode: 'Right' });
}
