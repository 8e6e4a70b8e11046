import { statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type Diagnosis, examineFolder } from './doctor.ts';

// The same file beside this one, compiled as this one is.
const SCRIPT = join(import.meta.dirname, `examine-worker${extname(import.meta.filename)}`);

/** An examination that is under way. */
export interface Examination {
  /** Rejects when it was ended. */
  readonly diagnosis: Promise<Diagnosis>;
  readonly end: () => void;
}

/** Up to this size (bytes) a file is examined within some ms: a thread would take more to start, and 3 MB. */
const SMALL = 1_000_000;

const isSmall = (folder: string): boolean =>
  (statSync(join(folder, 'onsite.db'), { throwIfNoEntry: false })?.size ?? 0) <= SMALL;

/** Examines the database of a folder while the app goes on: a large one, which may take seconds, in a thread of its own. */
export const examineAside = (folder: string): Examination =>
  isSmall(folder) ? examineHere(folder) : examineInThread(folder);

function examineHere(folder: string): Examination {
  const ended = new AbortController();
  return {
    diagnosis: turn(undefined, { signal: ended.signal }).then(() => examineFolder(folder)),
    end: () => ended.abort(),
  };
}

function examineInThread(folder: string): Examination {
  const worker = new Worker(SCRIPT, { workerData: folder });
  // It keeps no process from ending.
  worker.unref();
  return {
    diagnosis: new Promise((resolve, reject) => {
      worker.once('message', resolve);
      // Better late than unknown: without a thread it is examined here.
      worker.once('error', () => resolve(examineFolder(folder)));
      worker.once('exit', () => reject(new Error('the examination was ended')));
    }),
    end: () => void worker.terminate(),
  };
}

/** Those under way, by folder. */
const underWay = new Map<string, Promise<Diagnosis>>();

/**
 * How the database of a folder is. Every question that comes while an examination is under way gets its answer: a
 * thread for each could be asked for without end.
 */
export function diagnosisOf(folder: string): Promise<Diagnosis> {
  const running = underWay.get(folder);
  if (running) return running;
  const { diagnosis } = examineAside(folder);
  underWay.set(folder, diagnosis);
  const forget = () => void underWay.delete(folder);
  diagnosis.then(forget, forget);
  return diagnosis;
}
