import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const SCRIPT = join(import.meta.dirname, '../../build/desktop.sh');
/** Tells the desktop's environment as a line of JSON, then waits until its input ends: with this process, at the latest. */
const HOLD = 'console.log(JSON.stringify(process.env)); process.stdin.resume()';

/** How a virtual desktop differs from the usual one. */
export interface DesktopOptions {
  /** Its screen in pixels: `1366x768`. */
  readonly screen?: string;
  /** The edge that its panel and tray are at. */
  readonly panel?: 'top' | 'bottom';
}

/** A virtual desktop that is up. */
export interface Desktop {
  /** Ends it and everything in it. */
  close(): Promise<void>;
}

/**
 * Starts a virtual desktop (build/desktop.sh) and makes it the one of this process and of every program that it starts
 * from now on.
 * @throws with the script's words when it does not come up
 */
async function startDesktop({ screen, panel }: DesktopOptions): Promise<Desktop> {
  const child = spawn(SCRIPT, [process.execPath, '-e', HOLD], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...(screen && { ONSITE_DESKTOP_SCREEN: screen }),
      ...(panel && { ONSITE_DESKTOP_PANEL: panel }),
    },
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const ended = once(child, 'close');
  const line = once(createInterface({ input: child.stdout }), 'line');
  const first: unknown[] = await Promise.race([line, ended]);
  const [environment] = first;
  if (typeof environment !== 'string') throw new Error(`No desktop for this test. ${said.trim()}`);
  become(JSON.parse(environment));
  return {
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

function become(environment: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
}

/** A zone in which it is noon now. */
function zoneWhereItIsNoon(): string {
  const hoursEast = 12 - new Date().getUTCHours();
  return `Etc/GMT${hoursEast < 0 ? '+' : '-'}${Math.abs(hoursEast)}`;
}

/**
 * A desktop of this process's own, on which it is noon whenever it starts: nothing there meets midnight or the end of
 * the day by chance. The user's own desktop (null) but on Linux.
 */
export async function desktopAtNoon(options: DesktopOptions = {}): Promise<Desktop | null> {
  process.env.TZ = zoneWhereItIsNoon();
  return process.platform === 'linux' ? startDesktop(options) : null;
}
