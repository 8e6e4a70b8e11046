import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { seeOrder, signIn } from './drive.ts';
import { inMain } from './in-main.ts';

test.skip(process.platform !== 'linux', 'programs for a scheme are set up by files on Linux alone');

/** A program for maps that writes down the link it was opened with; the environment that has it, and that file. */
function mapProgram(folder: string) {
  const [applications, opened] = [join(folder, 'data/applications'), join(folder, 'opened')];
  mkdirSync(applications, { recursive: true });
  const script = join(folder, 'map.sh');
  writeFileSync(script, `#!/bin/sh\nprintf %s "$1" > ${opened}\n`, { mode: 0o755 });
  const entry = ['[Desktop Entry]', 'Type=Application', 'Name=Test map', `Exec=${script} %u`];
  const types = 'MimeType=x-scheme-handler/maps;';
  writeFileSync(join(applications, 'test-map.desktop'), `${[...entry, types].join('\n')}\n`);
  const defaults = '[Default Applications]\nx-scheme-handler/maps=test-map.desktop\n';
  writeFileSync(join(applications, 'mimeapps.list'), defaults);
  return { env: { XDG_DATA_HOME: join(folder, 'data') }, opened };
}

async function details(popup: Page): Promise<void> {
  await signIn(popup);
  await seeOrder(popup, 107_002_896, 'Main Street store');
  await popup.getByRole('button', { name: 'Details' }).first().click();
}

test('the address of an order opens in the system’s map', async ({ start, folder }) => {
  const { env, opened } = mapProgram(folder);
  const popup = await (await start({ env })).open();
  await details(popup);
  await popup.getByRole('button', { name: 'Show on the map' }).click();
  await expect
    .poll(() => existsSync(opened) && readFileSync(opened, 'utf8'))
    .toBe('maps:q=1%20Main%20Street%2C%20Springfield%20IL');
  await expect(popup.getByRole('alert')).toHaveCount(0);
});

test('without a program for maps the address is copied, and that is said', async ({ start, folder }) => {
  const app = await start({ env: { XDG_DATA_HOME: join(folder, 'data') } });
  const popup = await app.open();
  await details(popup);
  await popup.getByRole('button', { name: 'Show on the map' }).click();
  await expect(popup.getByRole('alert')).toHaveText(
    'No program for maps is set up on this computer. The address was copied instead.',
  );
  expect(await inMain(app.electron, ({ clipboard }) => clipboard.readText())).toBe(
    '1 Main Street, Springfield IL',
  );
  await popup.screenshot({ path: 'test-results/no-map.png' });
});
