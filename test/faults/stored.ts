import FOUND_IN from './found-in.json' with { type: 'json' };

/** In which schedule of its list's seed each breakage showed first, the last time that `npm run faults:find` ran. */
const foundIn: ReadonlyMap<string, number> = new Map(Object.entries(FOUND_IN));

export interface FoundAgain<F> {
  readonly found: F | null;
  /** It was found where found-in.json says, so that no other schedule ran. */
  readonly isWhereStored: boolean;
}

/**
 * Looks for a schedule in which a breakage shows. The one where it did the last time is tried alone before: looking
 * through all that come before it took minutes.
 *
 * @param most a number in the file over this is not tried
 * @param look looks through the first of the seed's schedules, or at one of them only, by its number
 */
export async function findAgain<F>(
  name: string,
  most: number,
  look: (only?: number) => Promise<F | null>,
): Promise<FoundAgain<F>> {
  const only = foundIn.get(name);
  const there = only === undefined || only >= most ? null : await look(only);
  if (there) return { found: there, isWhereStored: true };
  return { found: await look(), isWhereStored: false };
}
