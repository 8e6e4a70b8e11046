import type { Reply } from './exchange.ts';
import { parseJson } from './text.ts';

const DEFAULT_MS = 5_000;
const LEAST_MS = 1_000;
const MOST_MS = 3_600_000;

/**
 * How long a 429 asks us to wait, in ms: Retry-After in seconds or as an HTTP date, 5 s when it is missing or unreadable.
 * A date is measured against the answer's own Date where there is one, since this computer's clock (`now`, ms) may be wrong.
 */
export function retryAfterMs(headers: Headers, now: number): number {
  const given = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(given)) return within(Number(given) * 1000);
  const until = Date.parse(given);
  if (Number.isNaN(until)) return DEFAULT_MS;
  return within(until - (serverDate(headers) ?? now));
}

/** The instant in the Date header (ms, whole seconds), or null. */
export function serverDate(headers: Headers): number | null {
  const ms = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(ms) ? null : ms;
}

/** A cache on the way answered: its Date is an earlier instant's. */
const isFromCache = (headers: Headers): boolean =>
  Number(headers.get('age') ?? 0) > 0 || /\bhit\b/i.test(headers.get('x-cache') ?? '');

/**
 * The instant that ServiceChannel says it is (ms), or null. A page of a proxy in between has a Date too, and a cache an
 * old one: only fresh answers in JSON are believed.
 */
export function freshDate({ headers, text }: Pick<Reply, 'headers' | 'text'>): number | null {
  return isFromCache(headers) || parseJson(text) === undefined ? null : serverDate(headers);
}

function within(ms: number): number {
  return Math.min(MOST_MS, Math.max(LEAST_MS, ms));
}
