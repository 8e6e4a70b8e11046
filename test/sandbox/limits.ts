import type { Call } from './call.ts';
import { Refusal } from './errors.ts';
import { MINUTE } from './times.ts';

/** Counts a request for its client and its company; throws 429 with Retry-After when either has used up its minute. */
export function countRequest(call: Call, clientId: string, companyId: number): void {
  const buckets = [
    { key: `client ${clientId}`, limit: call.config.clientLimitPerMinute },
    { key: `company ${companyId}`, limit: call.config.companyLimitPerMinute },
  ];
  for (const { key, limit } of buckets) {
    const recent = recentTimes(call, key);
    const oldest = recent[0];
    if (limit > 0 && recent.length >= limit && oldest !== undefined) {
      const seconds = Math.max(1, Math.ceil((oldest + MINUTE - call.trueNow) / 1000));
      throw new Refusal(429, null, 'Too many requests', { 'retry-after': String(seconds) });
    }
  }
  for (const { key } of buckets) call.state.requestTimes.set(key, [...recentTimes(call, key), call.trueNow]);
}

function recentTimes(call: Call, key: string): number[] {
  return (call.state.requestTimes.get(key) ?? []).filter((time) => time > call.trueNow - MINUTE);
}
