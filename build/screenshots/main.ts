import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { desktopAtNoon } from '../../test/e2e/desktop.ts';
import {
  checkIn,
  chooseStatus,
  expectDelivery,
  expectState,
  launch,
  localMinute,
  signIn,
} from '../../test/e2e/drive.ts';
import { momentOf } from '../../test/e2e/moments.ts';
import { pictureOfDesktop } from '../../test/e2e/screen.ts';
import { chooseFromTray } from '../../test/e2e/tray.ts';
import { policyFor, writePolicy } from '../../test/sandbox/policy.ts';
import { type RunningSandbox, startSandbox } from '../../test/sandbox/server.ts';
import { furnish, trayPictures } from './desktop.ts';
import { film } from './film.ts';

import { guide } from './guide.ts';
import { timesheetPictures } from './timesheet.ts';

/**
 * `npm run screenshots`: pictures of the popup in its states, of the whole desktop, and of the tray icon in the panel,
 * light and dark, from the real app, and a short film of a check-in; sheets for the README; pictures for the guide.
 * `npm run screenshots -- guide` makes the guide's alone.
 */

const PICTURES = join(import.meta.dirname, '../../docs/pictures');
const SHEET = ['work-order', 'on-site', 'paused', 'checking-out', 'refused'];
const MINUTE = 60_000;

type Shoot = (name: string, page?: Page) => Promise<void>;

/** Fills the field that `Earlier…` opens with an instant some minutes ago. */
async function earlier(popup: Page, label: string, minutesAgo: number): Promise<void> {
  await popup.getByRole('button', { name: 'Earlier…' }).click();
  await popup.getByLabel(label).fill(localMinute(Date.now() - minutesAgo * MINUTE));
}

async function visit(popup: Page, shoot: Shoot, shootDesktop: () => Promise<void>): Promise<void> {
  await shoot('signed-out');
  await signIn(popup);
  await popup.getByRole('textbox', { name: 'Work order' }).fill('107002896');
  await popup.getByText('Main Street store').first().waitFor();
  await shoot('work-order');
  await popup.getByRole('spinbutton', { name: 'Technicians' }).fill('2');
  await earlier(popup, 'Arrived at', 133);
  await checkIn(popup, '107002896');
  await expectState(popup, 'On site');
  await earlier(popup, 'Left at', 61);
  await popup.getByRole('button', { name: 'Pause', exact: true }).click();
  await expectState(popup, 'Paused');
  await earlier(popup, 'Back at', 30);
  await popup.getByRole('button', { name: 'Resume', exact: true }).click();
  await expectState(popup, 'On site');
  await expectDelivery(popup, 'Everything recorded');
  await shoot('on-site');
  await shootDesktop();
  await popup.getByRole('button', { name: 'Check out…' }).click();
  await chooseStatus(popup, 'Parts on order');
  await popup
    .getByRole('textbox', { name: 'Resolution' })
    .fill('Replaced the cartridge; the supply valve needs a part.');
  await shoot('checking-out');
  await popup.getByRole('button', { name: 'Back' }).click();
}

async function errors(popup: Page, sandbox: RunningSandbox, shoot: Shoot): Promise<void> {
  await popup.getByRole('button', { name: 'Switch work order…' }).click();
  await checkIn(popup, '107002931');
  await popup.getByRole('heading', { name: '107002931' }).waitFor();
  await expectDelivery(popup, 'Everything recorded');
  await shoot('switched');
  await popup.getByRole('button', { name: 'Pause', exact: true }).click();
  await expectState(popup, 'Paused');
  await expectDelivery(popup, 'Everything recorded');
  await shoot('paused');
  await popup.getByRole('button', { name: 'Show delivery' }).click();
  await shoot('delivery');
  await popup.getByRole('button', { name: 'Back' }).click();
  for (const status of ['No status change', 'No status change']) {
    await popup.getByRole('button', { name: 'Finish…' }).click();
    await chooseStatus(popup, status);
    await popup.getByRole('button', { name: 'Set status' }).click();
  }
  await popup.getByRole('textbox', { name: 'Work order' }).fill('107003021');
  // So many reads come within a minute: this one may have to wait for its place among them.
  await popup.getByText('walk-in cooler').first().waitFor({ timeout: 70_000 });
  await shoot('long-names');
  await checkIn(popup, '107003003');
  await popup.getByRole('alert').first().waitFor();
  await shoot('refused');
  await sandbox.close();
  await popup.getByRole('textbox', { name: 'Work order' }).fill('107002760');
  await popup.getByRole('button', { name: 'Drive to…' }).click();
  await expectState(popup, 'Travelling');
  await shoot('travelling-offline');
}

async function picturesOf(theme: 'light' | 'dark'): Promise<void> {
  const sandbox = await startSandbox({ config: { tokenIntervalSeconds: 0 } });
  const folder = mkdtempSync(join(tmpdir(), 'onsite-pictures-'));
  const app = await launch({
    folder,
    policy: writePolicy(folder, policyFor(sandbox, { theme, idleMinutes: 30, undoSeconds: 0 })),
  });
  const popup = await app.open();
  const shoot: Shoot = async (name, page = popup) => {
    // After an act the buttons of the record rest for a moment.
    await expect(page.locator('[aria-disabled="true"]')).toHaveCount(0);
    await page.screenshot({ path: join(PICTURES, theme, `${name}.png`), animations: 'disabled' });
  };
  const shootDesktop = async () => (await pictureOfDesktop()).save(join(PICTURES, `desktop-${theme}.png`));
  await visit(popup, shoot, shootDesktop);
  await chooseFromTray(app.pid, 'Quit');
  const asked = await momentOf(app.electron, 'OnSite – Quit');
  await shoot('quit', asked);
  await asked.getByRole('button', { name: 'Don’t quit' }).click();
  await app.open();
  await errors(popup, sandbox, shoot);
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}

function sheetOf(theme: 'light' | 'dark'): void {
  const pictures = SHEET.map((name) => join(PICTURES, theme, `${name}.png`));
  const ground = theme === 'light' ? '#cdd2d9' : '#050607';
  const frame = [
    '-background',
    ground,
    '-geometry',
    '+12+12',
    '-gravity',
    'north',
    '-tile',
    `${SHEET.length}x1`,
  ];
  execFileSync('montage', [...pictures, ...frame, join(PICTURES, `popup-${theme}.png`)]);
}

/** Everything but the guide's pictures. */
async function others(): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    mkdirSync(join(PICTURES, theme), { recursive: true });
    await furnish(theme);
    await picturesOf(theme);
    for (const scale of [1, 2] as const) await timesheetPictures(theme, scale, join(PICTURES, theme));
    sheetOf(theme);
    await trayPictures(theme, join(PICTURES, `tray-${theme}.png`));
  }
  await furnish('light');
  await film(join(PICTURES, 'film'), join(PICTURES, 'film.png'));
}

const desktop = await desktopAtNoon();
await guide();
if (process.argv[2] !== 'guide') await others();
await desktop?.close();
console.log('Pictures are in docs/pictures.');
