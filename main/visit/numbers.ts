/** `workorderId` is a positive int32 (API.md). */
export const LARGEST_WORK_ORDER = 2_147_483_647;
export const MOST_TECHNICIANS = 999;

/** Why a text is no number; `several`: more than one number is in it. */
export type NumberFault = 'empty' | 'not-digits' | 'several' | 'out-of-range';
export type Parsed =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly fault: NumberFault };

/** Digits 0–9 alone, as a number from 1 to `most`. */
export function parseDigits(text: string, most: number): Parsed {
  if (text === '') return { ok: false, fault: 'empty' };
  if (!/^[0-9]+$/.test(text)) return { ok: false, fault: 'not-digits' };
  const value = Number(text);
  return value >= 1 && value <= most ? { ok: true, value } : { ok: false, fault: 'out-of-range' };
}

/**
 * The text without what people paste and cannot see: zero-width characters, marks of the writing direction, byte-order
 * marks, soft hyphens, control characters. Blanks and line breaks stay, but for those at its ends.
 */
export const visible = (text: string): string =>
  text.replace(/[\p{Cf}\p{Variation_Selector}]|(?!\s)\p{Cc}/gu, '').trim();

/** Technicians who check in together: 1 to 999. */
export const parseTechnicians = (text: string): Parsed => parseDigits(visible(text), MOST_TECHNICIANS);
