import type { Judged } from './stats.ts';
import { shown } from './table.ts';

const WIDTH = 820;
const LINE = 30;
const TOP = 54;
/** Where the bars begin; their length at the limit itself. */
const LEFT = 400;
const AT_LIMIT = 200;
/** A bar is drawn no longer than this many limits. */
const MOST = 1.6;

const COLOURS: Readonly<Record<Judged['verdict'], string>> = {
  ok: '#2e7d4f',
  near: '#b7791f',
  over: '#b3372f',
  told: '#6b7280',
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function bar(row: Judged & { readonly limit: number }, index: number): string {
  const y = TOP + index * LINE;
  const share = row.reached / row.limit;
  const length = Math.max(2, Math.min(share, MOST) * AT_LIMIT);
  const value = row.beside ? `${row.reached.toFixed(2)} ×` : `${shown(row.reached)} ${row.unit}`;
  return `<text x="${LEFT - 10}" y="${y + 15}" text-anchor="end">${escaped(row.what)}</text>
<rect x="${LEFT}" y="${y + 4}" width="${length.toFixed(0)}" height="15" rx="2" fill="${COLOURS[row.verdict]}"/>
<text x="${LEFT + length + 6}" y="${y + 16}" class="value">${value}</text>`;
}

/** Every row that has a limit as a bar beside the line of its limit; longer is worse. */
export function drawing(rows: readonly Judged[], title: string): string {
  const judged = rows.flatMap((row) => (row.limit === null ? [] : [{ ...row, limit: row.limit }]));
  const height = TOP + judged.length * LINE + 16;
  const x = LEFT + AT_LIMIT;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="#1f2933">
<title>${escaped(title)}</title>
<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>
<text x="16" y="22" font-size="13" font-weight="600">${escaped(title)}</text>
<text x="${x}" y="${TOP - 8}" text-anchor="middle">must reach</text>
${judged.map(bar).join('\n')}
<path d="M${x} ${TOP - 2}V${height - 12}" stroke="#1f2933" stroke-dasharray="3 3"/>
</svg>
`;
}
