import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
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
