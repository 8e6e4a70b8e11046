/**
 * Settings with which no question opens by itself while something is measured: nobody uses this desktop for hours, and it
 * may be any time of the day.
 */
export const UNASKED = { workdays: [], idleMinutes: 600 };

/** A server that answers nobody: the one whose user the visits are of. */
export const NOBODY = { url: 'http://127.0.0.1:9', apiUrl: 'http://127.0.0.1:9/v3' };
