/**
 * Reads CSV as RFC 4180 has it, and nothing looser: every record ends with CRLF and has as many cells as the first.
 * @throws where the text is no such CSV
 */
export function readCsv(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let rest = csv;
  while (rest !== '') {
    const found = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
    if (!found) throw new Error(`no CSV: ${JSON.stringify(rest.slice(0, 60))}`);
    const [whole, quoted, bare = '', end] = found;
    cells.push(quoted?.replaceAll('""', '"') ?? bare);
    rest = rest.slice(whole.length);
    if (end !== '\r\n') continue;
    rows.push(cells);
    cells = [];
  }
  if (cells.length > 0 || rows.some((row) => row.length !== rows[0]?.length))
    throw new Error('no CSV: records of different lengths');
  return rows;
}
