/** `1 minute`, `2 minutes`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** A number of minutes in words. */
export const minutes = (count: number): string => counted(count, 'minute');

/** `1 h 42 min` from whole minutes. */
export const duration = (total: number): string =>
  total < 60 ? `${total} min` : `${Math.floor(total / 60)} h ${total % 60} min`;
