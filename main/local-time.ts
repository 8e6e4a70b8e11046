/** Minutes east of UTC in this computer's zone at an instant (ms). */
export const offsetAt = (ms: number): number => 0 - new Date(ms).getTimezoneOffset();

/** The instant (ms) of what `<input type="datetime-local">` gives, in this computer's zone; null when it is no time. */
export function parseLocal(text: string): number | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?$/.exec(text);
  if (!parts) return null;
  const [year, month, day, hour, minute] = parts.slice(1).map(Number);
  if (year === undefined || month === undefined) return null;
  // There is no 30 February and no 24:01, though Date would count on.
  const wall = new Date(Date.UTC(year, month - 1, day, hour, minute));
  if (wall.toISOString().slice(0, 16) !== text.slice(0, 16)) return null;
  return new Date(year, month - 1, day, hour, minute).getTime();
}
