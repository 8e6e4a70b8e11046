import type { BrowserWindow, Input } from 'electron';

/** A key that was down before its window came up is heard there within this time, ms: desktops repeat after 660. */
const COMING_UP = 750;
/** One that is held is heard again within this time, ms. */
const REPEATED = 150;

const isPress = ({ key }: Input): boolean => key === 'Enter' || key === ' ';

/** Keys that are held with others: they end no repeating. */
const MODIFIERS: readonly string[] = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta'];

/** The page gets its key as if it had been pressed now. */
function press({ webContents }: BrowserWindow, { key, control, shift }: Input): void {
  const modifiers: ('control' | 'shift')[] = [];
  if (control) modifiers.push('control');
  if (shift) modifiers.push('shift');
  const keyCode = key === ' ' ? 'Space' : 'Enter';
  for (const type of ['keyDown', 'char', 'keyUp'] as const)
    webContents.sendInputEvent({ type, keyCode, modifiers });
}

/**
 * A window that comes up under a key that is held down hears it as pressed there, and would do what has the focus.
 * So for a moment Enter and Space reach the page only after it is clear that they are not repeated. A desktop repeats
 * only the key that was pressed last: once another is pressed, as in a text, none of the two is held any more.
 */
export function ignoreHeldKeys(window: BrowserWindow): void {
  let upSince = Number.NEGATIVE_INFINITY;
  let pressing = false;
  const waiting = new Map<string, { readonly input: Input; readonly timer: NodeJS.Timeout }>();
  const comesUp = () => {
    upSince = performance.now();
  };
  const pressNow = (input: Input) => {
    waiting.delete(input.key);
    if (window.isDestroyed()) return;
    pressing = true;
    press(window, input);
    pressing = false;
  };
  const otherPressed = () => {
    upSince = Number.NEGATIVE_INFINITY;
    for (const { input, timer } of waiting.values()) {
      clearTimeout(timer);
      pressNow(input);
    }
  };
  window.on('show', comesUp);
  window.on('focus', comesUp);
  window.webContents.on('before-input-event', (event, input) => {
    if (pressing || input.type !== 'keyDown' || MODIFIERS.includes(input.key)) return;
    if (performance.now() - upSince > COMING_UP) return;
    if (!isPress(input)) return otherPressed();
    event.preventDefault();
    const before = waiting.get(input.key);
    clearTimeout(before?.timer);
    waiting.delete(input.key);
    if (!before && !input.isAutoRepeat)
      waiting.set(input.key, { input, timer: setTimeout(() => pressNow(input), REPEATED) });
  });
}
