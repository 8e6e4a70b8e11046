import { parentPort, workerData } from 'node:worker_threads';
import { examineFolder } from './doctor.ts';

/** Examines the database of a folder in a thread of its own: of a large one that takes seconds. */
parentPort?.postMessage(examineFolder(String(workerData)));
