import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { setAutostart } from '../../../main/platform/autostart.ts';
import { dataFolder } from '../storage/support.ts';

function desktop() {
  const folder = dataFolder();
  const file = join(folder, 'autostart/onsite.desktop');
  return { file, env: { XDG_CONFIG_HOME: folder } };
}

test('a desktop entry starts the program at login, whatever its path has in it', () => {
  const { file, env } = desktop();
  setAutostart(true, '/opt/On"Site $1/100%/onsite', env);
  expect(readFileSync(file, 'utf8')).toContain('Exec="/opt/On\\"Site \\$1/100%%/onsite"\n');
});

test('it is taken away again, also where there is none', () => {
  const { file, env } = desktop();
  setAutostart(true, '/opt/onsite', env);
  setAutostart(false, '/opt/onsite', env);
  expect(existsSync(file)).toBe(false);
  setAutostart(false, '/opt/onsite', env);
});
