import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The system's packer with its arguments, by the kind of package. */
const COMMANDS = {
  // It checks what a package needs before it touches what is installed, waits for another packer, and goes back to no
  // older version.
  deb: [
    ...['/usr/bin/apt-get', '-y', '-q', '--no-install-recommends'],
    ...['-o', 'DPkg::Lock::Timeout=120', 'install'],
  ],
  rpm: ['/usr/bin/rpm', '--upgrade'],
} as const;

/** The program and the arguments that install a package. @param isRoot false: the system asks for a password first */
export function installCommand(
  kind: keyof typeof COMMANDS,
  file: string,
  isRoot: boolean,
): readonly string[] {
  return [...(isRoot ? [] : ['/usr/bin/pkexec']), ...COMMANDS[kind], file];
}

/**
 * Installs a package of this system over the running program, by no shell; the program goes on meanwhile.
 * @throws Error with what the packer said
 */
export async function installPackage(kind: keyof typeof COMMANDS, file: string): Promise<void> {
  const [program = '', ...args] = installCommand(kind, file, process.getuid?.() === 0);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  await run(program, args, { env, cwd: '/', maxBuffer: 4 * 1024 * 1024 });
}
