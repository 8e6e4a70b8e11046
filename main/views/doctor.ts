import type { DoctorView } from '../../preload/contract.ts';
import { examine } from '../storage/doctor.ts';
import type { Storage } from '../storage/storage.ts';

/** How the record on this computer is, in short. */
export function doctorView({ opened, folder }: Storage): DoctorView {
  const { fault, copyAt, waiting, undecided } = examine(opened.db, folder);
  return { fault, copyAt, checkedAt: Date.now(), waiting: waiting.length, undecided: undecided.length };
}
