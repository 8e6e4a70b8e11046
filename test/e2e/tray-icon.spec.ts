import { expect, keptTest, test } from './app.ts';
import { chooseSettings } from './choose-settings.ts';
import { checkIn, chooseStatus, signIn } from './drive.ts';
import { inMain } from './in-main.ts';
import { darkenPanel } from './panel.ts';
import { givePolicy } from './policy.ts';
import { expectIcon } from './tray-colours.ts';
import { throughTheStates } from './tray-states.ts';

test.afterEach(() => darkenPanel(false));

for (const theme of ['light', 'dark'] as const)
  keptTest(
    `each state has its picture in the tray, and a report that needs a person is a badge on it (${theme})`,
    async ({ app }) => {
      await darkenPanel(theme === 'dark');
      const popup = await app.open();
      await chooseSettings(popup, { theme });
      await signIn(popup);
      await throughTheStates(popup, (state) => expectIcon(app.pid, theme, state, false));
      await popup.getByRole('button', { name: 'Finish…' }).click();
      await chooseStatus(popup, 'No status change');
      await popup.getByRole('button', { name: 'Set status' }).click();
      await checkIn(popup, '107003003');
      await popup.getByRole('alert').first().waitFor();
      await throughTheStates(popup, (state) => expectIcon(app.pid, theme, state, true));
    },
  );

test('the picture follows the theme while it runs', async ({ start, folder, sandbox }) => {
  const policy = givePolicy(folder, sandbox, { theme: 'light' });
  const app = await start({ policy });
  const popup = await app.open();
  await signIn(popup);
  await expectIcon(app.pid, 'light', 'off', false);
  await darkenPanel(true);
  await inMain(app.electron, ({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark';
  });
  await expectIcon(app.pid, 'dark', 'off', false);
});

test('a theme that changes where there is no tray ends nothing', async ({ start }) => {
  const app = await start({ env: { DBUS_SESSION_BUS_ADDRESS: 'disabled:' } });
  await expect.poll(() => app.electron.windows().length, { timeout: 10_000 }).toBe(1);
  const thrown = await inMain(app.electron, ({ nativeTheme }) => {
    try {
      nativeTheme.emit('updated');
      return null;
    } catch (error) {
      return String(error);
    }
  });
  expect(thrown).toBeNull();
});
