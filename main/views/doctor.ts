import type { DoctorView } from '../../preload/contract.ts';
import { diagnosisOf } from '../storage/examine-aside.ts';

/** How the record on this computer is, in short. */
export async function doctorView(folder: string): Promise<DoctorView> {
  const { fault, copyAt, waiting, undecided } = await diagnosisOf(folder);
  return { fault, copyAt, checkedAt: Date.now(), waiting: waiting.length, undecided: undecided.length };
}
