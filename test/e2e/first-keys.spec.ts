import { expect, test } from './app.ts';
import { isShown, pageOf, type RunningApp, signIn, trayItemOf } from './drive.ts';
import { inMain } from './in-main.ts';
import { getsKeys, typeText } from './keyboard-and-pointer.ts';
import { activate, chooseFromTray } from './tray.ts';

/** Pages are drawn so many times slower than here: an old laptop with other things to do. */
const SLOWER = 20;

/** From now on the pages of new windows are slow from the first line on. */
const slowDown = ({ electron }: RunningApp): Promise<void> =>
  inMain(
    electron,
    ({ app }, rate) => {
      app.on('browser-window-created', (_event, { webContents }) => {
        webContents.debugger.attach();
        void webContents.debugger.sendCommand('Emulation.setCPUThrottlingRate', { rate });
      });
    },
    SLOWER,
  );

/** Types as soon as the keys go to the popup: all of it is in the field that comes first. */
async function expectKeysTaken(app: RunningApp): Promise<void> {
  await expect.poll(() => getsKeys(app, '/popup/'), { intervals: [20], timeout: 20_000 }).toBe(true);
  await typeText('technician');
  const popup = await pageOf(app.electron, 'popup');
  await expect(popup.getByRole('textbox', { name: 'Username' })).toHaveValue('technician');
}

test('the popup that a click opens for the first time takes the first key that is pressed, however slow its page', async ({
  start,
}) => {
  const app = await start();
  await slowDown(app);
  const item = await trayItemOf(app.pid);
  await activate(item);
  await expectKeysTaken(app);
});

test('a double click on the icon opens the popup, which shows its page when it comes', async ({ start }) => {
  const app = await start();
  await slowDown(app);
  const item = await trayItemOf(app.pid);
  // Begun together: one after the other, a busy computer may be done with the page in between, and the second click hides it.
  await Promise.all([activate(item), activate(item)]);
  await expectKeysTaken(app);
  expect(await isShown(app.electron)).toBe(true);
});

test('Settings and Timesheet are shown with their page in them, however slow it is', async ({ start }) => {
  const app = await start();
  await signIn(await app.open());
  await slowDown(app);
  // Of each window that comes onto the screen: is its text there?
  await inMain(app.electron, ({ app: program }) => {
    const withText: boolean[] = [];
    Reflect.set(globalThis, 'withText', withText);
    program.on('browser-window-created', (_event, window) => {
      window.once('show', async () => {
        const letters = await window.webContents.executeJavaScript('document.body.innerText.length');
        withText.push(letters > 20);
      });
    });
  });
  const shown: boolean[] = [];
  for (const entry of ['Settings', 'Timesheet']) {
    await chooseFromTray(app.pid, entry);
    shown.push(true);
    const withText = () => inMain(app.electron, () => Reflect.get(globalThis, 'withText'));
    await expect.poll(withText, { message: entry, timeout: 20_000 }).toEqual(shown);
  }
});
