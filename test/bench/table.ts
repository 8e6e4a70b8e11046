import type { Judged } from './stats.ts';

/** A figure with as many digits as say something. */
export const shown = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);

const VERDICTS: Readonly<Record<Judged['verdict'], string>> = {
  ok: 'ok',
  near: 'within the spread',
  over: 'OVER',
  told: '',
};

function cells(row: Judged): readonly string[] {
  const { beside, besideMedian, limit, unit } = row;
  const isRatio = beside !== null;
  const ratio = `${row.reached.toFixed(2)} ×`;
  return [
    row.what,
    `${shown(row.median)} ${unit}`,
    besideMedian === null ? '' : `${shown(besideMedian)} ${unit} (${beside?.name})`,
    isRatio ? ratio : '',
    limit === null ? '' : `≤ ${isRatio ? `${limit.toFixed(2)} ×` : `${shown(limit)} ${unit}`}`,
    `± ${(row.spread * 100).toFixed(0)} %`,
    VERDICTS[row.verdict],
  ];
}

const HEADINGS = ['what', 'OnSite', 'beside', 'ratio', 'must reach', 'spread', ''];

/** As Markdown, which a terminal shows as well. */
export function table(rows: readonly Judged[]): string {
  const all = [HEADINGS, ...rows.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const lines = all.map(
    (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}
