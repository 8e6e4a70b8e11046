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

type Limited = Judged & { readonly limit: number };

const topOf = (index: number): number => TOP + index * LINE;
const lengthOf = ({ reached, limit }: Limited): number =>
  Math.max(2, Math.min(reached / limit, MOST) * AT_LIMIT);

const bar = (row: Limited, index: number): string =>
  `<text x="${LEFT - 10}" y="${topOf(index) + 15}" text-anchor="end">${escaped(row.what)}</text>
<rect x="${LEFT}" y="${topOf(index) + 4}" width="${lengthOf(row).toFixed(0)}" height="15" rx="2" fill="${COLOURS[row.verdict]}"/>`;

/** The value that was reached, readable over the line of the limit as well. */
function figure(row: Limited, index: number): string {
  const value = row.beside ? `${row.reached.toFixed(2)} ×` : `${shown(row.reached)} ${row.unit}`;
  return `<text x="${(LEFT + lengthOf(row) + 6).toFixed(0)}" y="${topOf(index) + 16}" stroke="#ffffff" stroke-width="4" paint-order="stroke">${value}</text>`;
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
${judged.map(figure).join('\n')}
</svg>
`;
}
