import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import { DEMO_CLIENT } from '../sandbox/data-users.ts';
import { type RunningSandbox, startSandbox } from '../sandbox/server.ts';
import { clickTray, trayItem } from './tray.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly pid: number;
  /** Clicks the tray icon and waits for the popup. */
  open(): Promise<Page>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly folder: string;
  /** The policy file; none when left out. */
  readonly policy?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

/** Starts the built app in this desktop session. */
export async function launch({ folder, policy, env = {}, args = [] }: LaunchOptions): Promise<RunningApp> {
  const electron = await _electron.launch({
    cwd: ROOT,
    args: ['--no-sandbox', '.', `--user-data-dir=${folder}`, ...args],
    env: { ...process.env, ...(policy && { ONSITE_POLICY: policy }), ...env },
  });
  const pid = electron.process().pid ?? 0;
  return {
    electron,
    pid,
    open: () => openPopup(electron, pid),
    close: () => electron.close(),
  };
}

async function isShown(electron: ElectronApplication): Promise<boolean> {
  return electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some((w) => w.webContents.getURL().includes('/popup/') && w.isVisible()),
  );
}

async function openPopup(electron: ElectronApplication, pid: number): Promise<Page> {
  await expect.poll(() => trayItem(pid), { message: 'tray item' }).not.toBeNull();
  if (!(await isShown(electron))) await clickTray(pid);
  await expect.poll(() => isShown(electron), { message: 'popup shown' }).toBe(true);
  const page = electron.windows().find((w) => w.url().includes('/popup/'));
  if (!page) throw new Error('no popup');
  await page.bringToFront();
  return page;
}

/** A policy file as an administrator would write it. */
export function writePolicy(folder: string, content: unknown): string {
  const path = join(folder, 'policy.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  chmodSync(path, 0o644);
  return path;
}

/** The policy that points the app to a sandbox. */
export const policyFor = (sandbox: RunningSandbox, more: object = {}) => ({
  apiUrl: sandbox.apiUrl,
  loginUrl: sandbox.url,
  clientId: DEMO_CLIENT.id,
  clientSecret: DEMO_CLIENT.secret,
  ...more,
});

export async function signIn(popup: Page, userName = 'demo', password = 'demo'): Promise<void> {
  await popup.getByRole('textbox', { name: 'Username' }).fill(userName);
  await popup.getByLabel('Password').fill(password);
  await popup.getByRole('button', { name: 'Sign in' }).click();
}

export async function checkIn(popup: Page, workOrder: string): Promise<void> {
  await popup.getByLabel('Work order').fill(workOrder);
  await popup.getByRole('button', { name: 'Check in', exact: true }).click();
}

interface Fixtures {
  readonly sandbox: RunningSandbox;
  /** A data folder of this test's own. */
  readonly folder: string;
  readonly policy: string;
  /** Starts the app on the sandbox; whatever is still running at the end is closed. */
  readonly start: (options?: Partial<LaunchOptions>) => Promise<RunningApp>;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's dependencies from this pattern.
  sandbox: async ({}, use) => {
    const sandbox = await startSandbox({ config: { tokenIntervalSeconds: 0 } });
    await use(sandbox);
    await sandbox.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'onsite-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  policy: async ({ folder, sandbox }, use) => {
    await use(writePolicy(folder, policyFor(sandbox)));
  },
  start: async ({ folder, policy }, use) => {
    const running: RunningApp[] = [];
    await use(async (options = {}) => {
      const app = await launch({ folder, policy, ...options });
      running.push(app);
      return app;
    });
    for (const app of running) await app.close().catch(() => undefined);
  },
});

export { expect };
