import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { policyFor, writePolicy } from '../test/sandbox/policy.ts';

const ROOT = join(import.meta.dirname, '..');

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const isRoot = process.getuid?.() === 0;

/** Starts the sandbox as a process of its own and passes on what it prints; resolves with its address. */
function startSandbox(): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [join(ROOT, 'test/sandbox/main.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the sandbox ended with code ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      console.log(line);
      const url = /^Sandbox on (http:\S+)/.exec(line)?.[1];
      if (url) resolve({ url, child });
    });
  });
}

function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<number> {
  const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

const WHAT_TO_DO = `
Sign in with the user above, type a work order number, check in.
OnSite sits in the tray: click its icon to open and close it. Every report the sandbox records is printed here.
Ctrl+C ends both.
`;

async function showApp(folder: string, policy: string): Promise<number> {
  console.log(WHAT_TO_DO);
  const electron: unknown = createRequire(import.meta.url)('electron');
  const args = ['.', `--user-data-dir=${join(folder, 'data')}`, ...(isRoot ? ['--no-sandbox'] : [])];
  return run(String(electron), args, { ONSITE_POLICY: policy });
}

/** Walks the real app through a visit on a virtual desktop, where no person can click. */
async function showTour(policy: string): Promise<number> {
  console.log('\nThere is no display: walking the app through a visit on a virtual desktop.');
  return run('bash', ['build/desktop.sh', process.execPath, 'build/tour.ts'], { ONSITE_POLICY: policy });
}

const folder = mkdtempSync(join(tmpdir(), 'onsite-demo-'));
const { url, child } = await startSandbox();
// The tour does not wait for what could be taken back.
const settings = hasDisplay ? {} : { undoSeconds: 0 };
const policy = writePolicy(folder, policyFor({ url, apiUrl: `${url}/v3` }, settings));
process.exitCode = await (hasDisplay ? showApp(folder, policy) : showTour(policy));
child.removeAllListeners('exit');
child.kill();
rmSync(folder, { recursive: true, force: true });
