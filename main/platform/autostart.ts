import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** https://specifications.freedesktop.org/autostart-spec/latest/ */
const folderOf = (env: NodeJS.ProcessEnv) =>
  join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'autostart');

/** A path in a desktop entry's command: https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html */
const quoted = (path: string): string => `"${path.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`;

const entryOf = (program: string) => `[Desktop Entry]
Type=Application
Name=OnSite
Exec=${quoted(program)}
Icon=onsite
Terminal=false
X-GNOME-Autostart-enabled=true
`;

/**
 * Starts a program at login on Linux, or no more.
 * @param program its path
 * @throws where the folder cannot be written
 */
export function setAutostart(on: boolean, program: string, env: NodeJS.ProcessEnv = process.env): void {
  const folder = folderOf(env);
  const file = join(folder, 'onsite.desktop');
  if (!on) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, entryOf(program));
}
