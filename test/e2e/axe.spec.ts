import { expect, keptTest as test } from './app.ts';
import { chooseSettings } from './choose-settings.ts';
import { expectClean } from './clean.ts';
import { pageOf } from './drive.ts';
import { beOnSite, momentOf } from './moments.ts';
import { power } from './power.ts';
import { chooseFromTray } from './tray.ts';

// The other states of the popup, and the questions, are looked at on the walk of texts.spec.ts.
test('axe finds nothing where somebody is back, nor in the record of Settings', async ({ app }) => {
  // Long enough for a slow computer to open the form before the next absence: no pointer moves here.
  const popup = await app.open();
  await chooseSettings(popup, { idleMinutes: 0.15, workdays: [] });
  await beOnSite(popup);
  const idle = await momentOf(app.electron, 'OnSite – Idle');
  await power(app.electron, 'resume');
  await idle.getByRole('button', { name: 'I had a break' }).click();
  await expectClean(idle, 'break');
  await chooseFromTray(app.pid, 'Settings');
  const settings = await pageOf(app.electron, 'settings');
  await expect(settings.getByText(/Sound, checked at/)).toBeVisible();
  await expectClean(settings, 'settings');
});
