import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectState, launch, signIn } from '../../test/e2e/drive.ts';
import { clickOn, pressKey } from '../../test/e2e/keyboard-and-pointer.ts';
import { type Picture, pictureOfWindow } from '../../test/e2e/screen.ts';
import { policyFor, writePolicy } from '../../test/sandbox/policy.ts';
import { startSandbox } from '../../test/sandbox/server.ts';

/** So many frames are kept: what was before, and the first after the key was pressed. */
const FRAMES = 6;

/** Takes pictures one after the other until `end` has come. */
async function filmUntil(take: () => Promise<Picture>, end: Promise<void>): Promise<readonly Picture[]> {
  const frames: Picture[] = [];
  let over = false;
  const ended = end.finally(() => {
    over = true;
  });
  while (!over || frames.length < FRAMES) frames.push(await take());
  await ended;
  return frames;
}

/**
 * From the filled-in form to on site, as the desktop shows it, with the Enter key: `01.png` and so on, and all of them
 * beside each other in `sheet`.
 */
export async function film(folder: string, sheet: string): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'onsite-film-'));
  const sandbox = await startSandbox({ config: { tokenIntervalSeconds: 0 } });
  const app = await launch({
    folder: data,
    policy: writePolicy(data, policyFor(sandbox, { theme: 'light' })),
  });
  const popup = await app.open();
  await signIn(popup);
  await popup.getByRole('textbox', { name: 'Work order' }).fill('107002896');
  await popup.getByText('Main Street store').first().waitFor();
  await clickOn(app, popup.getByRole('textbox', { name: 'Work order' }));
  const take = () => pictureOfWindow(app, popup);
  const before = await take();
  await pressKey('Return');
  const after = await filmUntil(take, expectState(popup, 'On site'));
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  for (const [index, frame] of [before, ...after.slice(0, FRAMES - 1)].entries()) {
    const file = join(folder, `0${index + 1}.png`);
    await frame.save(file);
    files.push(file);
  }
  execFileSync('montage', [
    ...files,
    '-geometry',
    '+6+6',
    '-tile',
    `${FRAMES}x1`,
    '-background',
    '#cdd2d9',
    sheet,
  ]);
  await app.close();
  await sandbox.close();
  rmSync(data, { recursive: true, force: true });
}
