import { expect, keptTest as test } from './app.ts';
import { isShown } from './drive.ts';
import { movePointer, pressKey, regionOf } from './keyboard-and-pointer.ts';
import { menuSince, windows } from './menu.ts';

test('the menu that is opened by keyboard opens at its button, wherever the pointer is', async ({ app }) => {
  const popup = await app.open();
  const menuButton = popup.getByRole('button', { name: 'Menu' });
  const button = await regionOf(app, menuButton);
  await movePointer({ x: 200, y: 700 });
  await menuButton.focus();
  const before = await windows();
  const opened = () => menuSince(before);
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
