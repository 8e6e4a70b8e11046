import type { OffsetAt } from './times.ts';

const MINUTES = 60;

function formatOf(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
}

/** Reads `GMT-07:00`, and `GMT` for none; minutes east of UTC. */
function minutesOf(name: string): number {
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * MINUTES + Number(minutes));
}

/** The clock of a zone by its IANA name; null where none is given, or this computer knows none of that name. */
export function clockOf(zone: string | null): OffsetAt | null {
  const format = zone ? formatOf(zone) : null;
  if (!format) return null;
  return (ms) => {
    const name = format.formatToParts(ms).find(({ type }) => type === 'timeZoneName');
    return minutesOf(name?.value ?? '');
  };
}
