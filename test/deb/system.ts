import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Runs apt-get without a question. */
export function apt(...args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['-y', '-q', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Runs dpkg. @returns whether it did what was asked */
export function dpkg(...args: readonly string[]): boolean {
  try {
    execFileSync('dpkg', args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Version and state of the installed package, as `0.1.0 installed`. */
export const installedState = (): string =>
  execFileSync('dpkg-query', ['--show', `--showformat=\${Version} \${db:Status-Status}`, 'onsite'], {
    encoding: 'utf8',
  });

/** True where this system's AppArmor understands a profile, so that the package brings its own: Debian 12's does not. */
export function takesProfile(profile: string): boolean {
  try {
    execFileSync('apparmor_parser', ['--skip-kernel-load', '--debug', profile], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The first process of the program that has this data folder, however it was started; null while there is none. */
export function processWith(folder: string): number | null {
  const argumentsOf = (pid: string): string => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    } catch {
      return '';
    }
  };
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((pid) => {
      // A Chromium that started itself anew joins its arguments by spaces.
      const all = argumentsOf(pid).split(/[\0 ]/);
      return all.includes(`--user-data-dir=${folder}`) && !all.some((each) => each.startsWith('--type='));
    });
  return found === undefined ? null : Number(found);
}
