import { pidOf } from './tray.ts';

/** Stops the program of a bus name: it is there and takes calls, and answers none until what this returns is called. */
export async function holdService(name: string): Promise<() => void> {
  const pid = await pidOf(name);
  process.kill(pid, 'SIGSTOP');
  return () => void process.kill(pid, 'SIGCONT');
}
