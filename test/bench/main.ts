import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { activate, trayItem } from '../e2e/tray.ts';
import { type Watcher, watchActiveWindow, watchTray } from './watch.ts';

/**
 * `npm run bench [-- --runs N]`: start → tray and click → popup, of OnSite beside a bare Electron tray app, in the same
 * run. It asserts nothing.
 */

const ROOT = join(import.meta.dirname, '../..');
const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const RUNS = Number(values.runs);
/** The app is let be this long between tray and click: by then its popup is warm, as it is for a person. */
const REST_MS = 3_000;

const APPS = { bare: join(ROOT, 'test/bench/bare'), OnSite: ROOT } as const;

interface Sample {
  readonly tray: number;
  readonly popup: number;
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Fails with what an app said when it ends. */
async function endedTooEarly(path: string, child: ChildProcess): Promise<never> {
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  await once(child, 'close');
  throw new Error(`${path} ended before it was measured: ${said}`);
}

async function measure(path: string, tray: Watcher, active: Watcher): Promise<Sample> {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-bench-'));
  const electron: unknown = createRequire(import.meta.url)('electron');
  const registered = tray.next(/StatusNotifierItemRegistered/);
  const started = performance.now();
  const child = spawn(String(electron), [path, '--no-sandbox', `--user-data-dir=${folder}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const { at: inTray } = await Promise.race([registered, endedTooEarly(path, child)]);
  await rest(REST_MS);
  const focused = active.next(/window id # 0x[1-9a-f]/);
  const item = await trayItem(child.pid ?? 0);
  if (!item) throw new Error(`${path} is not in the tray`);
  const clicked = performance.now();
  await activate(item);
  const { at: shown } = await focused;
  child.kill('SIGKILL');
  await once(child, 'exit');
  await rest(500);
  rmSync(folder, { recursive: true, force: true });
  return { tray: inTray - started, popup: shown - clicked };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const range = (values: readonly number[]) =>
  `${median(values).toFixed(0)} ms (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)})`;

const tray = watchTray();
const active = watchActiveWindow();
const samples: Record<keyof typeof APPS, Sample[]> = { bare: [], OnSite: [] };
await rest(1_000);
for (let run = 0; run < RUNS; run++) {
  for (const name of ['bare', 'OnSite'] as const) samples[name].push(await measure(APPS[name], tray, active));
}
tray.stop();
active.stop();
console.log(`${RUNS} runs each, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; median (least–most)`);
for (const [name, taken] of Object.entries(samples)) {
  const trays = taken.map((sample) => sample.tray);
  const popups = taken.map((sample) => sample.popup);
  console.log(`${name.padEnd(8)} start → tray ${range(trays)}   click → popup ${range(popups)}`);
}
