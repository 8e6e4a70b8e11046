import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Something outside of the app that tells in lines what it sees. */
export class Watcher {
  readonly #child: ChildProcess;
  readonly #waiting = new Set<{ pattern: RegExp; seen: (line: string, at: number) => void }>();

  constructor(command: string, args: readonly string[]) {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    this.#child = child;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const at = performance.now();
      for (const each of this.#waiting) if (each.pattern.test(line)) each.seen(line, at);
    });
  }

  /** The next line like that, with the instant it came (ms of `performance.now`). Fails after a minute. */
  next(pattern: RegExp): Promise<{ line: string; at: number }> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`nothing like ${pattern} was seen`)), 60_000);
      const each = {
        pattern,
        seen: (line: string, at: number) => {
          clearTimeout(timer);
          this.#waiting.delete(each);
          resolve({ line, at });
        },
      };
      this.#waiting.add(each);
    });
  }

  stop(): void {
    this.#child.kill();
  }
}

/** Tray items as they register with the panel. */
export const watchTray = (): Watcher =>
  new Watcher('gdbus', ['monitor', '--session', '--dest', 'org.kde.StatusNotifierWatcher']);

/** The active window as the window manager sets it. */
export const watchActiveWindow = (): Watcher => new Watcher('xprop', ['-spy', '-root', '_NET_ACTIVE_WINDOW']);
