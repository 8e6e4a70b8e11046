import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { activate, trayItem } from '../e2e/tray.ts';
import type { Watcher } from './watch.ts';

export const ROOT = join(import.meta.dirname, '../..');

/** The programs that are measured beside each other, on the same Electron. */
export const APPS = {
  bare: join(ROOT, 'test/bench/bare'),
  'bare-lazy': join(ROOT, 'test/bench/bare-lazy'),
  OnSite: ROOT,
} as const;
export type AppName = keyof typeof APPS;

/** The desktop, as it tells what happens on it. */
export interface Seen {
  readonly tray: Watcher;
  readonly active: Watcher;
}

export interface StartOptions {
  /** A data folder that stays; a fresh one, which goes with the program, when left out. */
  readonly folder?: string | undefined;
  readonly policy?: string | undefined;
}

export const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Fails with what a program said when it ends. */
async function endedTooEarly(path: string, child: ChildProcess): Promise<never> {
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  await once(child, 'close');
  throw new Error(`${path} ended before it was measured: ${said}`);
}

/** A program that is in the tray. */
export class Running {
  readonly #child: ChildProcess;
  readonly #seen: Seen;
  readonly #own: string | null;
  /** From the start of its process until the panel had its icon, ms. */
  readonly toTray: number;

  private constructor(child: ChildProcess, seen: Seen, own: string | null, toTray: number) {
    this.#child = child;
    this.#seen = seen;
    this.#own = own;
    this.toTray = toTray;
  }

  static async start(name: AppName, seen: Seen, options: StartOptions = {}): Promise<Running> {
    const own = options.folder === undefined ? mkdtempSync(join(tmpdir(), 'onsite-bench-')) : null;
    const electron: unknown = createRequire(import.meta.url)('electron');
    const registered = seen.tray.next(/StatusNotifierItemRegistered/);
    const args = [APPS[name], '--no-sandbox', `--user-data-dir=${options.folder ?? own}`];
    const started = performance.now();
    const child = spawn(String(electron), args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...(options.policy && { ONSITE_POLICY: options.policy }) },
    });
    const { at } = await Promise.race([registered, endedTooEarly(APPS[name], child)]);
    return new Running(child, seen, own, at - started);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** @returns from the click on the icon until its window has the focus, ms */
  async click(): Promise<number> {
    const item = await trayItem(this.pid);
    if (!item) throw new Error('it is not in the tray');
    const focused = this.#seen.active.next(/window id # 0x[1-9a-f]/);
    const clicked = performance.now();
    await activate(item);
    const { at } = await focused;
    return at - clicked;
  }

  /** Clicks the window away again. */
  async clickAway(): Promise<void> {
    const item = await trayItem(this.pid);
    if (!item) throw new Error('it is not in the tray');
    await activate(item);
    await rest(1_000);
  }

  async end(): Promise<void> {
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exited;
    await rest(300);
    if (this.#own) rmSync(this.#own, { recursive: true, force: true });
  }
}
