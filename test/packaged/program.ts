import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from '@playwright/test';
import { askStatus } from '../../main/status-socket.ts';
import { pressKey, typeText } from '../e2e/keyboard-and-pointer.ts';
import { clickTray, trayItem, trayToolTip } from '../e2e/tray.ts';
import { DEMO_USER } from '../sandbox/data-users.ts';
import type { RunningSandbox } from '../sandbox/server.ts';

/** A busy machine starts the app slowly; nothing here is judged by its speed. */
export const PATIENCE = { timeout: 60_000 };

/** A packaged program as its user has it: fuses as shipped, no driver in it, only the tray, the keys and the bus. */
export class Program {
  readonly #path: string;
  readonly #folder: string;
  readonly #policy: string;
  #child: ChildProcess | null = null;

  /** @param folder its data folder */
  constructor(path: string, folder: string, policy: string) {
    this.#path = path;
    this.#folder = folder;
    this.#policy = policy;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Resolves when its icon is in the tray and its start has ended: the icon comes before it has read its policy. */
  async start(): Promise<void> {
    const args = ['--no-sandbox', `--user-data-dir=${this.#folder}`];
    this.#child = spawn(this.#path, args, {
      env: { ...process.env, ONSITE_POLICY: this.#policy },
      stdio: 'ignore',
    });
    await expect.poll(() => trayItem(this.pid), { ...PATIENCE, message: 'tray item' }).not.toBeNull();
    await expect.poll(() => askStatus(this.#folder), { ...PATIENCE, message: 'status' }).not.toBeNull();
  }

  async end(): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }

  /** Opens the popup by the tray icon and waits until the desktop's keys go to it. */
  async openPopup(): Promise<void> {
    await clickTray(this.pid);
    await this.hasKeys('OnSite');
  }

  /** Waits until the desktop's keys go to the window with this title. */
  async hasKeys(title: string): Promise<void> {
    const focused = () =>
      execFileSync('xdotool', ['getwindowfocus', 'getwindowname'], { encoding: 'utf8' }).trim();
    await expect.poll(focused, { ...PATIENCE, message: `${title} has the keys` }).toBe(title);
  }

  /** Types the demo user's name and password into the popup. */
  async typeSignIn(): Promise<void> {
    await typeText(DEMO_USER.userName);
    await pressKey('Tab');
    await typeText(DEMO_USER.password);
    await pressKey('Return');
  }

  /**
   * Waits until the form of a check-in is there after a sign-in, and has the keys: as it is shown it asks for the open orders.
   * The answer to who signed in is only on its way when the sandbox has that request: keys would go to the sign-in.
   */
  async showsForm({ sandbox }: RunningSandbox): Promise<void> {
    const ordersRead = () =>
      sandbox.requests.filter(({ path }) => path.includes('/odata/workorders?')).length;
    await expect.poll(ordersRead, { ...PATIENCE, message: 'the form is shown' }).toBeGreaterThan(0);
  }

  /** Waits until the icon says so. */
  async says(text: string): Promise<void> {
    await expect.poll(() => trayToolTip(this.pid), { ...PATIENCE, message: 'tooltip' }).toContain(text);
  }
}
