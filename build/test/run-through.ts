import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { root } from '../setup/run.mjs';

/**
 * Runs a command whose output goes straight to the terminal, and hands on the signals that end this process.
 * @param priority of it and what it starts, as `os.setPriority` takes it; this process's own when left out
 */
export function runThrough(command: string, args: readonly string[], priority?: number): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit' });
    if (priority !== undefined && child.pid !== undefined) setPriority(child.pid, priority);
    const handOn = (signal: NodeJS.Signals) => child.kill(signal);
    process.on('SIGTERM', handOn);
    process.on('SIGINT', handOn);
    const end = (code: number) => {
      process.off('SIGTERM', handOn);
      process.off('SIGINT', handOn);
      resolve(code);
    };
    child.once('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`);
      end(127);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}
