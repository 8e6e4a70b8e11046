/** The middle of what was measured; of an even number the lower of the two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** @param share 0.99 for the value that 99 % do not exceed */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/**
 * Half of the distance between the quartiles, as a share of the median: the spread by which a limit may be missed. Of values
 * around nothing there is no such share.
 */
export function spread(values: readonly number[]): number {
  const middle = median(values);
  if (values.length < 2 || middle === 0) return 0;
  return (percentile(values, 0.75) - percentile(values, 0.25)) / 2 / middle;
}

/** A row of the bench: what OnSite took beside something else, round by round. */
export interface Row {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly ours: readonly number[];
  /** The same rounds of what it is measured beside; null where the limit is an amount. */
  readonly beside: { readonly name: string; readonly values: readonly number[] } | null;
  /** Below this both count as it: nothing is measured so finely. */
  readonly floor?: number;
  /** A ratio to what it is measured beside, or an amount, which must be reached. Null: it is only told. */
  readonly limit: number | null;
}

/** A row as it is shown and judged. */
export interface Judged extends Row {
  readonly median: number;
  readonly besideMedian: number | null;
  /** Ours ÷ beside; the amount where there is nothing beside. */
  readonly reached: number;
  /** As a share of what was reached. */
  readonly spread: number;
  /** `over`: past the limit by more than the spread. `near`: past it within the spread. */
  readonly verdict: 'ok' | 'near' | 'over' | 'told';
}

/** Rounds that were measured next to each other are compared: what disturbs the machine disturbs both. */
export function judge(row: Row): Judged {
  const { ours, beside, limit, floor = 0 } = row;
  const each = beside
    ? ours.map((value, round) => Math.max(value, floor) / Math.max(beside.values[round] ?? Number.NaN, floor))
    : ours;
  const reached = median(each);
  const around = spread(each);
  const past = limit === null || reached <= limit ? 'ok' : 'over';
  const within = past === 'over' && limit !== null && reached * (1 - around) <= limit;
  return {
    ...row,
    median: median(ours),
    besideMedian: beside && median(beside.values),
    reached,
    spread: around,
    verdict: limit === null ? 'told' : within ? 'near' : past,
  };
}
