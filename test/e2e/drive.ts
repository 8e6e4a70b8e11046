import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { _electron, type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import { inMain } from './in-main.ts';
import { getsKeys } from './keyboard-and-pointer.ts';
import { activate, chooseFromTray, type TrayItem, trayItem } from './tray.ts';

/** Where the built app is started. */
export const ROOT = join(import.meta.dirname, '../..');

/** A package that is driven instead of the compiled app, see build/package/driven.ts. */
const PROGRAM = process.env.ONSITE_E2E_PROGRAM;

/**
 * The program under test with its arguments: the compiled app in this project's Electron, or a package. That one reads no
 * folder from its arguments, but takes itself for not packaged, and the first of them for it.
 */
export function commandOf(...args: readonly string[]): readonly [program: string, args: readonly string[]] {
  return [PROGRAM ?? String(createRequire(import.meta.url)('electron')), ['.', ...args]];
}

export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly pid: number;
  /** Clicks the tray icon and waits for the popup. */
  open(): Promise<Page>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Everything the app keeps lives here. */
  readonly folder: string;
  /** Path of the policy file; none when left out. */
  readonly policy?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Device scale factor, as of a screen set to 150 %: `1.5`. The desktop's own when left out. */
  readonly scale?: number;
}

/** Starts the built app in this desktop session. */
export async function launch(options: LaunchOptions): Promise<RunningApp> {
  const { folder, policy, env = {}, args = [], scale } = options;
  const scaled = scale === undefined ? [] : [`--force-device-scale-factor=${scale}`];
  const electron = await _electron.launch({
    cwd: ROOT,
    // Playwright would force the light theme.
    colorScheme: null,
    ...(PROGRAM && { executablePath: PROGRAM }),
    args: ['--no-sandbox', ...scaled, ...(PROGRAM ? [] : ['.']), `--user-data-dir=${folder}`, ...args],
    env: { ...process.env, ...(policy && { ONSITE_POLICY: policy }), ...env },
  });
  const pid = electron.process().pid ?? 0;
  return { electron, pid, open: () => openPopup(electron, pid), close: () => end(electron) };
}

/** Ends the app without a question, though a visit may be on site. A signal that it handles would wait for the debugger. */
async function end(electron: ElectronApplication): Promise<void> {
  const process = electron.process();
  if (process.exitCode !== null || process.signalCode !== null) return;
  const closed = electron.waitForEvent('close');
  process.kill('SIGKILL');
  await closed;
}

/** Is the popup on the screen? */
export const isShown = (electron: ElectronApplication): Promise<boolean> =>
  inMain(electron, ({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some((w) => w.webContents.getURL().includes('/popup/') && w.isVisible()),
  );

/**
 * A start, and a click that waits for it, on a computer that does other things (ms): each kill begins beside three more, and
 * once beside six desktops of the other tests that began as well, when 15 s were not enough.
 */
const STARTED_WITHIN = 30_000;

/** The tray item of a process, as soon as it has one. */
export async function trayItemOf(pid: number): Promise<TrayItem> {
  const found: TrayItem[] = [];
  const find = async () => {
    const item = await trayItem(pid);
    if (item) found.push(item);
    return item;
  };
  await expect.poll(find, { message: 'tray item', timeout: STARTED_WITHIN }).not.toBeNull();
  const [item] = found;
  if (!item) throw new Error('no tray item');
  return item;
}

/** How long an app that may hang is asked for its state (ms). */
const ANSWERS_WITHIN = 5_000;

/** The app's windows and the end of its log, for a failure that cannot be seen again. */
async function stateOf(electron: ElectronApplication): Promise<string> {
  const windows = inMain(electron, ({ app, BrowserWindow }) => ({
    folder: app.getPath('userData'),
    seen: BrowserWindow.getAllWindows().map((window) => [
      window.webContents.getURL(),
      window.isVisible() ? 'visible' : 'hidden',
      window.webContents.isLoading() ? 'loading' : 'loaded',
    ]),
  }));
  const answer = await Promise.race([windows, rest(ANSWERS_WITHIN, null)]);
  if (!answer) return 'the app does not answer';
  const log = readFileSync(join(answer.folder, 'onsite.log'), 'utf8').split('\n').slice(-4).join(' | ');
  return `${JSON.stringify(answer.seen)} ${log}`;
}

async function openPopup(electron: ElectronApplication, pid: number): Promise<Page> {
  const item = await trayItemOf(pid);
  if (!(await isShown(electron))) await activate(item);
  try {
    await expect.poll(() => isShown(electron), { timeout: STARTED_WITHIN }).toBe(true);
  } catch (cause) {
    throw new Error(`the popup is not shown: ${await stateOf(electron)}`, { cause });
  }
  return pageOf(electron, 'popup');
}

/** Waits until what is pressed goes to the popup, which is a moment after it is shown, or until it does no more. */
export const expectKeysInPopup = (app: RunningApp, expected = true): Promise<void> =>
  expect.poll(() => getsKeys(app, '/popup/')).toBe(expected);

/** The page of a window of ours that opens: Playwright hears of it a moment after the desktop shows it. */
export async function pageOf(electron: ElectronApplication, name: string): Promise<Page> {
  const find = () => electron.windows().find((window) => window.url().includes(`/${name}/`));
  await expect.poll(() => find() !== undefined, { message: `window ${name}` }).toBe(true);
  const page = find();
  if (!page) throw new Error(`no window ${name}`);
  return page;
}

/** The page of a window dies, as it does for want of memory. */
export async function killPage(electron: ElectronApplication, name: string): Promise<void> {
  const page = await pageOf(electron, name);
  await Promise.all([
    page.waitForEvent('crash'),
    inMain(
      electron,
      ({ BrowserWindow }, part) => {
        for (const { webContents } of BrowserWindow.getAllWindows())
          if (webContents.getURL().includes(`/${part}/`)) webContents.forcefullyCrashRenderer();
      },
      name,
    ),
  ]);
}

/**
 * Opens an ordinary window by its entry in the tray's menu. The popup closes when another window takes the focus from it,
 * which comes a moment after its page: both are waited for, so that what opens the popup next opens it.
 */
export async function openFromTray(
  { electron, pid }: Pick<RunningApp, 'electron' | 'pid'>,
  entry: string,
  name: 'settings' | 'timesheet',
): Promise<Page> {
  // Shown, it may be about to take the focus, or about to close since another window has it.
  await expect
    .poll(async () => !(await isShown(electron)) || (await getsKeys({ electron }, '/popup/')))
    .toBe(true);
  await chooseFromTray(pid, entry);
  const page = await pageOf(electron, name);
  await expect.poll(() => isShown(electron), { message: 'popup closed' }).toBe(false);
  return page;
}

export async function signIn(popup: Page, userName = 'demo', password = 'demo'): Promise<void> {
  await popup.getByRole('textbox', { name: 'Username' }).fill(userName);
  await popup.getByLabel('Password').fill(password);
  await popup.getByRole('button', { name: 'Sign in' }).click();
}

/** Types a number into the form, and waits for the order's details: its status is known from then on. */
export async function seeOrder(popup: Page, workOrder: number, store: string): Promise<void> {
  await popup.getByRole('textbox', { name: 'Work order' }).fill(String(workOrder));
  await popup.getByText(store).first().waitFor();
}

export async function checkIn(popup: Page, workOrder: string): Promise<void> {
  await popup.getByRole('textbox', { name: 'Work order' }).fill(workOrder);
  await popup.getByRole('button', { name: 'Check in', exact: true }).click();
}

/** Chooses how the work order stands. */
export const chooseStatus = (page: Page | Locator, status: string): Promise<void> =>
  page.getByRole('radiogroup', { name: 'Status' }).getByRole('radio', { name: status }).check();

/** Checks out of repair work with a status of the form. */
export async function checkOut(popup: Page, status: string, resolution = ''): Promise<void> {
  await popup.getByRole('button', { name: 'Check out…' }).click();
  await chooseStatus(popup, status);
  if (resolution) await popup.getByRole('textbox', { name: 'Resolution' }).fill(resolution);
  await popup.getByRole('button', { name: 'Check out', exact: true }).click();
}

/** `YYYY-MM-DDTHH:mm` of an instant (ms) in this computer's zone, as a datetime-local field takes it. */
export const localMinute = (ms: number): string =>
  new Date(ms - new Date(ms).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

/** Waits until the footer says so. */
export const expectDelivery = (popup: Page, text: string | RegExp): Promise<void> =>
  expect(popup.getByRole('status', { name: 'Delivery' })).toContainText(text);

export const expectState = (popup: Page, word: 'On site' | 'Paused' | 'Travelling'): Promise<void> =>
  expect(popup.getByText(word, { exact: true })).toBeVisible();
