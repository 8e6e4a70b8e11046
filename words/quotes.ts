/** A message of ServiceChannel's, with a full stop where it has no end. */
export const closed = (message: string): string => {
  const text = message.trim();
  return /[.!?…]$/.test(text) ? text : `${text}.`;
};
