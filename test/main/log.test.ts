import { existsSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { logError, logOutcomes, openLog } from '../../main/log.ts';
import { DEMO_CLIENT, DEMO_USER } from '../sandbox/data-users.ts';
import { appRig, MAIN_STREET, until } from './app/rig.ts';
import { dataFolder } from './storage/support.ts';

/** A log in a folder of its own, and what stands in it. */
function newLog() {
  const folder = dataFolder();
  openLog(folder);
  const path = join(folder, 'onsite.log');
  return { folder, path, text: () => (existsSync(path) ? readFileSync(path, 'utf8') : '') };
}

const RESOLUTION = 'Replaced the “left” hinge for Mrs Alvarez';

test('a visit leaves one line for each report and outcome, without a name and without what was written', async () => {
  const log = newLog();
  const app = await appRig();
  logOutcomes(app.core);
  await app.checkIn();
  await until(() => log.text().includes('recorded check-in'));
  const visitId = (await app.snapshot()).current?.id ?? '';
  app.system.pass(60_000);
  const leaving = { primaryStatus: 'Completed', extendedStatus: '', resolution: RESOLUTION } as const;
  expect(await app.send('visit:check-out', { visitId, at: null, ...leaving })).toEqual({
    ok: true,
    value: null,
  });
  await until(() => log.text().includes('recorded check-out'));
  const lines = log.text().trimEnd().split('\n');
  const ids = app.core.visits.state.visits.flatMap(({ pairs }) => [
    pairs[0]?.checkIn.id,
    pairs[0]?.checkOut?.id,
  ]);
  expect(lines.map((line) => line.slice(line.indexOf('[info]')).split(/\s+/).slice(1))).toEqual([
    ['sending', 'check-in', String(MAIN_STREET), ids[0]],
    ['recorded', 'check-in', String(MAIN_STREET), ids[0]],
    ['sending', 'check-out', String(MAIN_STREET), ids[1]],
    ['recorded', 'check-out', String(MAIN_STREET), ids[1]],
  ]);
  for (const kept of [RESOLUTION, DEMO_USER.userName, DEMO_USER.password, DEMO_CLIENT.secret])
    expect(log.text()).not.toContain(kept);
});

test('a refusal is kept by its reason and codes', async () => {
  const log = newLog();
  const app = await appRig();
  logOutcomes(app.core);
  await app.checkIn('107002899');
  await until(() => log.text().includes('refused check-in'));
  expect(log.text()).toMatch(/refused check-in 107002899 \S+ [a-z-]+/);
});

test.each<[string, () => unknown]>([
  ['JSON', () => JSON.parse('Alvarez')],
  ['valibot', () => v.parse(v.picklist(['a', 'b']), RESOLUTION)],
])('an error of %s is kept with its place, and without the text that it quotes', (_, fail) => {
  const log = newLog();
  try {
    fail();
  } catch (error) {
    logError(error);
  }
  expect(log.text()).toContain('log.test.ts');
  expect(log.text()).not.toContain('Alvarez');
});

test('an error about a file does not say whose home folder it lies in', () => {
  const log = newLog();
  const error = new Error(`EACCES: permission denied, open '${join(homedir(), 'data', 'onsite.db')}'`);
  error.stack = `${error.message}\n    at ${pathToFileURL(join(homedir(), 'onsite', 'index.js')).href}:1:1`;
  logError(error);
  expect(log.text()).toContain(`'~${join('/', 'data', 'onsite.db')}'`);
  expect(log.text()).toContain('at ~/onsite/index.js:1:1');
  expect(log.text()).not.toContain(homedir());
});

test('a log of 5 MB makes room for a new one, and one older file is kept', () => {
  const log = newLog();
  const long = 'x'.repeat(500_000);
  for (let count = 0; count < 30; count++) logError(long);
  const older = join(log.folder, 'onsite.old.log');
  for (const path of [log.path, older]) expect(statSync(path).size).toBeLessThan(6 * 1024 * 1024);
  logError('the newest');
  expect(log.text()).toContain('the newest');
});
