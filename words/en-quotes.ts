import { closed } from './quotes.ts';

/** ServiceChannel’s own words, closed with a full stop where they have none. */
export const says = (message: string): string => `ServiceChannel: “${closed(message)}”`;

/** ServiceChannel’s own words, where there are any, on a line of their own, then ours. */
export const afterTheirs = (message: string, ours: string): string =>
  message.trim() ? `${says(message)}\n${ours}` : ours;
