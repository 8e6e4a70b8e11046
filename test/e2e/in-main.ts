import type { ElectronApplication } from '@playwright/test';

type Electron = typeof import('electron');

/** So often an answer may be lost: during a start beside two busy loops it was twice in a row. */
const MOST_LOST = 5;

/** Makes each call of `inMain` one of its own. */
let calls = 0;

/**
 * Runs a function in the app's main process, once, and gives what it returns. V8's inspector holds a promise that it
 * waits for by a weak handle, and now and then loses the answer to garbage collection: the answer is kept in the app, and
 * asked for again. The function sees nothing of what is around it here, as with `evaluate`.
 */
export async function inMain<R, A = undefined>(
  app: ElectronApplication,
  act: (electron: Electron, argument: A) => R | Promise<R>,
  ...[argument]: A extends undefined ? [] : [A]
): Promise<R> {
  calls += 1;
  const call = { source: String(act), key: `answer ${calls}`, argument };
  const ask = (): Promise<R> =>
    app.evaluate((electron, { source, key, argument: given }) => {
      if (!Reflect.has(globalThis, key)) {
        const run = new Function(`return (${source})`)();
        Reflect.set(globalThis, key, run(electron, given));
      }
      return Reflect.get(globalThis, key);
    }, call);
  for (let lost = 0; ; lost++) {
    try {
      return await ask();
    } catch (error) {
      if (lost === MOST_LOST || !String(error).includes('garbage collected')) throw error;
    }
  }
}

/** The X server's number of the window that shows a page, as xwininfo and xprop take it. @param url a part of its address */
export const windowId = (app: ElectronApplication, url: string): Promise<number | undefined> =>
  inMain(
    app,
    ({ BrowserWindow }, part) =>
      BrowserWindow.getAllWindows()
        .find((each) => each.webContents.getURL().includes(part))
        ?.getNativeWindowHandle()
        .readUInt32LE(),
    url,
  );
