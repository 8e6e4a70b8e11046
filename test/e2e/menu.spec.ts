import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from './app.ts';
import { isShown } from './drive.ts';
import { movePointer, pressKey, regionOf } from './keyboard-and-pointer.ts';
import type { Region } from './screen.ts';

const run = promisify(execFile);

/** Windows on the screen, by their ids. A menu is one without a name. */
async function windows(): Promise<ReadonlyMap<string, Region>> {
  const { stdout } = await run('xwininfo', ['-root', '-children']);
  const lines = stdout.matchAll(/^\s+(0x[0-9a-f]+) .*?(\d+)x(\d+)\+-?\d+\+-?\d+\s+\+(-?\d+)\+(-?\d+)$/gm);
  return new Map(
    [...lines].map(([, id = '', width, height, x, y]) => [
      id,
      { x: Number(x), y: Number(y), width: Number(width), height: Number(height) },
    ]),
  );
}

test('the menu that is opened by keyboard opens at its button, wherever the pointer is', async ({
  start,
}) => {
  const app = await start();
  const popup = await app.open();
  const menuButton = popup.getByRole('button', { name: 'Menu' });
  const button = await regionOf(app, menuButton);
  await movePointer({ x: 200, y: 700 });
  await menuButton.focus();
  const before = await windows();
  const opened = async () =>
    [...(await windows())].find(([id, { width }]) => !before.has(id) && width > 50)?.[1] ?? null;
  await pressKey('Return');
  await expect.poll(opened, { message: 'menu' }).not.toBeNull();
  const menu = await opened();
  const bottom = button.y + button.height;
  expect(Math.abs((menu?.y ?? 0) - bottom), `${JSON.stringify({ menu, button })}`).toBeLessThanOrEqual(8);
  expect(menu?.x).toBeLessThan(button.x + button.width);
  expect((menu?.x ?? 0) + (menu?.width ?? 0)).toBeGreaterThan(button.x);
  await pressKey('Escape');
  await expect.poll(opened).toBeNull();
  expect(await isShown(app.electron)).toBe(true);
});
