import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, onTestFinished } from 'vitest';
import { dataFolder } from '../storage/support.ts';

/** Puts a program named `gdbus` before the system's, for this test. @param script of a shell */
export function fakeBus(script: string): void {
  const folder = dataFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'gdbus'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const path = process.env.PATH;
  process.env.PATH = `${folder}:${path}`;
  onTestFinished(() => {
    process.env.PATH = path;
  });
}

/** The system's signals that end the app. */
export const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** Puts the listeners of signals back after each test of a file: vitest has its own. */
export function keepSignals(): void {
  const before = SIGNALS.map((signal) => [signal, process.listeners(signal)] as const);
  afterEach(() => {
    for (const [signal, listeners] of before) {
      process.removeAllListeners(signal);
      for (const listener of listeners) process.on(signal, listener);
    }
  });
}
