import { extname, join } from 'node:path';
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

/** Examines the database of a folder while the app goes on. */
export function examineAside(folder: string): Examination {
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
