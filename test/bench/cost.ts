import { readdirSync, readFileSync } from 'node:fs';

/** The costs of a program with all its processes: what it holds now, and what it has used since its start. */
export interface Cost {
  /** Proportional set size of all, kB: memory that is shared counts by its share. */
  readonly pss: number;
  /** CPU time of all, ms, to 10. */
  readonly cpu: number;
  /** Voluntary context switches of all threads: how often something woke it up. */
  readonly switches: number;
}

const TICK_MS = 10;

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}

/** A process's parent and CPU ticks; fields are counted from behind the name, which may hold anything. */
function statOf(pid: number): { parent: number; ticks: number } {
  const [, after = ''] = read(`/proc/${pid}/stat`).split(/\) (?=[A-Z] )/);
  const fields = after.split(' ');
  return { parent: Number(fields[1] ?? 0), ticks: Number(fields[11] ?? 0) + Number(fields[12] ?? 0) };
}

/** A process and all below it. */
function family(root: number): readonly number[] {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const parents = new Map(pids.map((pid) => [pid, statOf(pid).parent]));
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid) ?? 0;
    return parent > 1 && (parent === root || isBelow(parent));
  };
  return [root, ...pids.filter((pid) => pid !== root && isBelow(pid))];
}

const number = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? 0);

function threadsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

const switchesOf = (pid: number): number =>
  threadsOf(pid)
    .map((tid) => number(read(`/proc/${pid}/task/${tid}/status`), /^voluntary_ctxt_switches:\s+(\d+)/m))
    .reduce((sum, each) => sum + each, 0);

/** Of a program by its first process. Linux only. */
export function costOf(pid: number): Cost {
  const sum = (of: (each: number) => number) => family(pid).reduce((total, each) => total + of(each), 0);
  return {
    pss: sum((each) => number(read(`/proc/${each}/smaps_rollup`), /^Pss:\s+(\d+)/m)),
    cpu: sum((each) => statOf(each).ticks * TICK_MS),
    switches: sum(switchesOf),
  };
}
