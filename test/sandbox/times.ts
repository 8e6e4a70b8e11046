/** The milliseconds in one minute, hour and day. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,7})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/**
 * Reads an ISO 8601 time that says its offset ("Z" or "-04:00").
 * Returns milliseconds since 1970, or null when the text is something else or names a day or hour that does not exist.
 */
export function parseInstant(text: string): number | null {
  const parts = INSTANT.exec(text);
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0));
  if (year === undefined || month === undefined || day === undefined) return null;
  if ((hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return null;
  // Date.parse rolls 30 February over to March, so the calendar day is checked on its own.
  const civil = new Date(Date.UTC(year, month - 1, day));
  if (civil.getUTCDate() !== day) return null;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : instant;
}

/** Reads a plain day ("2026-01-31", taken as UTC) or a time with offset. Milliseconds since 1970, or null. */
export function parseDayOrInstant(text: string): number | null {
  return parseInstant(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
}

/** One for each zone: making one takes longer than a hundred uses of it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, made);
  return made;
}

/** The wall clock at `zone` as "2026-01-31T08:00:00", and its offset from UTC as "-05:00". */
export function wallClock(instant: number, zone: string): { local: string; offset: string } {
  const name =
    formatOf(zone)
      .formatToParts(instant)
      .find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const offset = name === 'GMT' ? '+00:00' : name.slice('GMT'.length);
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  const shift = (hours * HOUR + minutes * MINUTE) * (offset.startsWith('-') ? -1 : 1);
  return { local: new Date(instant + shift).toISOString().slice(0, 19), offset };
}
