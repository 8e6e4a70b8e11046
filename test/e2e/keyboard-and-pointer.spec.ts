import { expect, keptTest, test } from './app.ts';
import { expectState, isShown, pageOf } from './drive.ts';
import { clickOn, clickTrayIcon, holdKey, pressKey, regionOf, typeText } from './keyboard-and-pointer.ts';
import { expectRecorded, recorded } from './reports.ts';
import { pictureOfDesktop, pictureOfWindow, regionOfWindow } from './screen.ts';
import { trayItem } from './tray.ts';

for (const scale of [1, 2])
  test(`the pointer opens the popup and a check-in is made with keyboard and pointer, scale ${scale}`, async ({
    start,
    sandbox,
  }, testInfo) => {
    const app = await start({ scale });
    await expect.poll(() => trayItem(app.pid)).not.toBeNull();
    await clickTrayIcon();
    await expect.poll(() => isShown(app.electron)).toBe(true);
    const popup = await pageOf(app.electron, 'popup');
    await clickOn(app, popup.getByRole('textbox', { name: 'Username' }));
    await typeText('demo');
    await pressKey('Tab');
    await typeText('demo');
    await pressKey('Return');
    await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeFocused();
    await typeText('107002896');
    await clickOn(app, popup.getByRole('button', { name: 'Check in', exact: true }));
    await expectState(popup, 'On site');
    await expectRecorded(sandbox, 1);
    expect(recorded(sandbox)).toEqual(['check-in 107002896 type 1 × 1']);
    const desktop = await pictureOfDesktop();
    await desktop.save(testInfo.outputPath('desktop.png'));
    expect([desktop.width, desktop.height]).toEqual([1280, 800]);
  });

keptTest(
  'a key that is held repeats, and what the window shows is what the desktop shows',
  async ({ app }) => {
    const popup = await app.open();
    const field = popup.getByRole('textbox', { name: 'Username' });
    await field.focus();
    await holdKey('x', 1_200);
    await expect(field).toHaveValue(/^xx+$/);
    const window = await regionOfWindow(app, popup);
    const text = await regionOf(app, field);
    expect(text.x).toBeGreaterThan(window.x);
    const seen = await pictureOfWindow(app, popup);
    const inside = { ...text, x: text.x - window.x + 2, y: text.y - window.y + 2 };
    const ground = seen.at(inside.x, inside.y);
    expect(seen.crop(inside).countOther(ground, 40)).toBeGreaterThan(50);
  },
);
