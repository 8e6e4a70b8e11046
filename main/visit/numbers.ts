/** `workorderId` is a positive int32 (API.md). */
export const LARGEST_WORK_ORDER = 2_147_483_647;
export const MOST_TECHNICIANS = 999;

export type NumberFault = 'empty' | 'not-digits' | 'out-of-range';
export type Parsed =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly fault: NumberFault };

function parseDigits(text: string, most: number): Parsed {
  if (text === '') return { ok: false, fault: 'empty' };
  if (!/^[0-9]+$/.test(text)) return { ok: false, fault: 'not-digits' };
  const value = Number(text);
  return value >= 1 && value <= most ? { ok: true, value } : { ok: false, fault: 'out-of-range' };
}

/**
 * A work order number as people write it: blanks, a leading `#` or `WO` and hyphens between digits are forgiven.
 * A leading hyphen on its own is a minus sign, and no number.
 */
export function parseWorkOrder(text: string): Parsed {
  const bare = text
    .trim()
    .replace(/^wo\s*[#:-]?\s*|^#\s*/i, '')
    .replace(/(?<=[0-9])[\s-]+(?=[0-9])/g, '');
  return parseDigits(bare, LARGEST_WORK_ORDER);
}

/** Technicians who check in together: 1 to 999. */
export const parseTechnicians = (text: string): Parsed => parseDigits(text.trim(), MOST_TECHNICIANS);
