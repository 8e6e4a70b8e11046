import { chanceFrom } from '../chance.ts';

export type Click = 'check-in' | 'pause' | 'resume' | 'check-out';

/** One run: what is clicked, how the sandbox misbehaves, and when the app is killed. */
export interface Plan {
  readonly clicks: readonly Click[];
  readonly faults: readonly object[];
  /** Ms after the first click. */
  readonly killAfter: number;
  /** Ms between two clicks. */
  readonly pace: number;
  /** Every other run holds its reports for Undo, and is killed while it does. */
  readonly undoSeconds: number;
}

const HTML = { status: 200, body: '<html>Welcome</html>', contentType: 'text/html' };

const VISITS: readonly (readonly Click[])[] = [
  ['check-in', 'check-out'],
  ['check-in', 'pause', 'resume', 'check-out'],
  ['check-in', 'pause', 'resume', 'pause', 'resume', 'check-out'],
];

/** The plan of run `index` of a seed: the same on every computer, though the instants of the clicks are not. */
export function planOf(seed: number, index: number): Plan {
  const chance = chanceFrom(seed * 7919 + index);
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(chance() * from.length)];
  const fault = () => {
    const record = pick(['before', 'never']);
    const skip = Math.floor(chance() * 3);
    const on = { method: 'POST', path: 'universalCheck', skip };
    return pick<object>([
      { ...on, record, drop: true },
      { ...on, record: 'before', drop: true },
      { ...on, record, delayMs: 200 + Math.floor(chance() * 4_000) },
      { ...on, record, answer: { status: 502, body: 'Bad gateway' } },
      { ...on, record, answer: HTML },
    ]);
  };
  const faults = Array.from({ length: 1 + Math.floor(chance() * 3) }, fault).flatMap((each) => each ?? []);
  return {
    clicks: pick(VISITS) ?? [],
    faults,
    killAfter: Math.floor(chance() * 2_600),
    pace: Math.floor(chance() * 400),
    undoSeconds: index % 2 === 0 ? 0 : 10,
  };
}
