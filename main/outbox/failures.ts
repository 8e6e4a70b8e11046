import type { Refusal } from '../servicechannel/answers.ts';

/** After so many tries that were answered in the same way, and left nothing at ServiceChannel, a person decides. */
const MOST_TRIES = 2;

interface Failure {
  readonly error: Refusal;
  /** Tries that ended so, and of which ServiceChannel was seen to hold nothing. */
  readonly absences: number;
}

/** A gateway that finds no server says nothing about the report. */
const speaksOfReport = ({ httpStatus, message, codes }: Refusal) =>
  httpStatus <= 500 || message !== '' || codes.length > 0;

/** Counts, by report, how often ServiceChannel failed at it with the same answer. */
export class Failures {
  readonly #last = new Map<string, Failure>();

  /** A try ended without a certain answer; `error` is ServiceChannel's own where it failed at it. */
  failed(reportId: string, error: Refusal | undefined): void {
    const last = this.#last.get(reportId);
    if (!error || !speaksOfReport(error)) this.#last.delete(reportId);
    else if (JSON.stringify(last?.error) !== JSON.stringify(error))
      this.#last.set(reportId, { error, absences: 0 });
  }

  /** ServiceChannel certainly holds nothing of it. Returns its answer when that was the same too often. */
  absent(reportId: string): Refusal | null {
    const last = this.#last.get(reportId);
    if (!last) return null;
    const absences = last.absences + 1;
    if (absences < MOST_TRIES) this.#last.set(reportId, { ...last, absences });
    else this.#last.delete(reportId);
    return absences < MOST_TRIES ? null : last.error;
  }

  forget(reportId: string): void {
    this.#last.delete(reportId);
  }
}
