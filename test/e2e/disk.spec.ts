import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, keptTest, test } from './app.ts';
import { checkIn, expectDelivery, expectState, signIn } from './drive.ts';
import { expectRecorded, recorded } from './reports.ts';

const WORK_ORDER = '107002896';

keptTest(
  'while another program holds the record locked, a click says that it was not kept, and nothing is sent',
  async ({ app, sandbox, folder }) => {
    const popup = await app.open();
    await signIn(popup);
    await popup.getByRole('textbox', { name: 'Work order' }).fill(WORK_ORDER);
    await popup.getByText('Main Street store').first().waitFor();
    const scanner = new DatabaseSync(join(folder, 'onsite.db'));
    scanner.exec('BEGIN IMMEDIATE');
    await checkIn(popup, WORK_ORDER);
    await expect(popup.getByRole('alert').filter({ hasText: 'locked' })).toBeVisible({ timeout: 20_000 });
    await expect(popup.getByText('On site', { exact: true })).toBeHidden();
    expect(recorded(sandbox)).toEqual([]);
    scanner.exec('ROLLBACK');
    scanner.close();
    await popup.getByRole('button', { name: 'Check in', exact: true }).click();
    await expectState(popup, 'On site');
    await expectRecorded(sandbox, 1);
  },
);

test('a damaged record is set aside at the next start, the copy is used, and both are told', async ({
  start,
  folder,
}) => {
  const first = await start();
  const popup = await first.open();
  await signIn(popup);
  await checkIn(popup, WORK_ORDER);
  await expectDelivery(popup, 'Everything recorded');
  await first.close();
  const path = join(folder, 'onsite.db');
  const bytes = readFileSync(path);
  bytes.fill(0xa5, 4096);
  writeFileSync(path, bytes);
  rmSync(`${path}-wal`, { force: true });
  const again = await (await start()).open();
  await expect(again.getByText(/damaged.*onsite\.db\.corrupt-/)).toBeVisible();
});

test('a log that somebody removed after a crash is told', async ({ start, folder }) => {
  const first = await start();
  const popup = await first.open();
  await signIn(popup);
  await checkIn(popup, WORK_ORDER);
  await expectState(popup, 'On site');
  await first.close();
  rmSync(join(folder, 'onsite.db-wal'));
  rmSync(join(folder, 'onsite.db-shm'), { force: true });
  const again = await (await start()).open();
  await expect(again.getByText(/last changes to the record on this computer are missing/)).toBeVisible();
});
