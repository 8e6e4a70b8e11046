export type Cell = string | number | null;

/** Excel looks for it, or reads UTF-8 as something else. */
const BYTE_ORDER_MARK = '\ufeff';
const LINE_END = '\r\n';

/**
 * Begins like a formula for a spreadsheet, full-width signs and leading blanks or marks included.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A cell by RFC 4180; what would be run as a formula begins with an apostrophe. */
function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = value.toWellFormed();
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV: UTF-8 with a byte-order mark, CRLF, RFC 4180, and nothing in it that a spreadsheet would run. */
export function csvOf(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(cell).join(','));
  return BYTE_ORDER_MARK + lines.map((line) => line + LINE_END).join('');
}
