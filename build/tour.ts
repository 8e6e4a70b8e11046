import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { checkOut, expectDelivery, expectState, launch, signIn } from '../test/e2e/drive.ts';
import { pictureOfDesktop } from '../test/e2e/screen.ts';

const ROOT = join(import.meta.dirname, '..');
const PICTURES = join(ROOT, 'screenshots');
const WORK_ORDER = '107002896';

let count = 0;

/** Takes the next picture. */
async function shoot(name: string, write: (path: string) => Promise<unknown>): Promise<void> {
  count += 1;
  await write(join(PICTURES, `tour-${count}-${name}.png`));
  console.log(`  ${name.replaceAll('-', ' ')}`);
}

/** Walks the real app through one visit by a click on the real tray icon, with a picture of every step. */
async function tour(folder: string): Promise<void> {
  const app = await launch({ folder });
  const popup = await app.open();
  const shootPopup = (name: string) => shoot(name, (path) => popup.screenshot({ path }));
  await shootPopup('signed-out');
  await signIn(popup);
  await popup.getByRole('textbox', { name: 'Work order' }).fill(WORK_ORDER);
  await popup.getByText('Main Street store').first().waitFor();
  await shootPopup('work-order');
  await popup.getByRole('button', { name: 'Check in', exact: true }).click();
  await expectState(popup, 'On site');
  await expectDelivery(popup, 'Everything recorded');
  await shootPopup('on-site');
  await shoot('whole-desktop', async (path) => (await pictureOfDesktop()).save(path));
  await popup.getByRole('button', { name: 'Pause', exact: true }).click();
  await expectState(popup, 'Paused');
  await expectDelivery(popup, 'Everything recorded');
  await shootPopup('paused');
  await popup.getByRole('button', { name: 'Resume' }).click();
  await expectState(popup, 'On site');
  await checkOut(popup, 'Parts on order', 'Replaced the cartridge; the supply valve needs a part.');
  await expectDelivery(popup, 'Everything recorded');
  await shootPopup('checked-out');
  await app.close();
}

mkdirSync(PICTURES, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'onsite-tour-'));
await tour(folder);
rmSync(folder, { recursive: true, force: true });
console.log(
  `The sandbox recorded the reports above. Pictures: ${relative(ROOT, PICTURES) || PICTURES}/tour-*.png`,
);
