import { HeldKeys } from './held-keys.ts';

/** A key as Electron gives it to a page. */
interface SentKey {
  readonly type: 'keyDown' | 'char' | 'keyUp';
  readonly keyCode: string;
  readonly modifiers?: ('control' | 'shift')[];
}

/** A key that was pressed, as Electron tells it. */
interface PressedKey {
  readonly type: string;
  readonly key: string;
  readonly control: boolean;
  readonly shift: boolean;
  readonly isAutoRepeat: boolean;
}

interface Page {
  sendInputEvent(key: SentKey): void;
  on(
    event: 'before-input-event',
    listener: (event: { preventDefault(): void }, key: PressedKey) => void,
  ): unknown;
}

/** A window, as far as it takes keys. */
export interface KeyWindow {
  readonly webContents: Page;
  isDestroyed(): boolean;
  on(event: 'show', listener: () => void): unknown;
  on(event: 'focus', listener: () => void): unknown;
}

/** Day, month and year come before the hour in every language that there are words for. */
const BEFORE_HOUR = 3;

/** Moves the focus from the date to the hour within the field that has it: only real keys reach its parts. */
export function selectHour({ webContents }: { readonly webContents: Pick<Page, 'sendInputEvent'> }): void {
  for (let part = 0; part < BEFORE_HOUR; part++)
    for (const type of ['keyDown', 'keyUp'] as const) webContents.sendInputEvent({ type, keyCode: 'Right' });
}

/** Gives the page a key as if it had been pressed now. */
function press({ webContents }: KeyWindow, { key, control, shift }: PressedKey): void {
  const modifiers: ('control' | 'shift')[] = [];
  if (control) modifiers.push('control');
  if (shift) modifiers.push('shift');
  const keyCode = key === ' ' ? 'Space' : 'Enter';
  for (const type of ['keyDown', 'char', 'keyUp'] as const)
    webContents.sendInputEvent({ type, keyCode, modifiers });
}

/** A key that was held down before a window came up presses nothing in it. */
export function ignoreHeldKeys(window: KeyWindow): void {
  const held = new HeldKeys(() => performance.now());
  let pressing = false;
  window.on('show', () => held.comesUp());
  window.on('focus', () => held.comesUp());
  window.webContents.on('before-input-event', (event, key) => {
    if (pressing || key.type !== 'keyDown') return;
    const waits = held.hold(key, () => {
      if (window.isDestroyed()) return;
      pressing = true;
      try {
        press(window, key);
      } finally {
        pressing = false;
      }
    });
    if (waits) event.preventDefault();
  });
}
