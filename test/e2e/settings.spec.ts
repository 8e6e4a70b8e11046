import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DEMO_CLIENT } from '../sandbox/data-users.ts';
import { expect, keptTest, test } from './app.ts';
import { openFromTray, type RunningApp, signIn } from './drive.ts';
import { inMain } from './in-main.ts';
import { givePolicy } from './policy.ts';

async function openSettings(app: RunningApp): Promise<Page> {
  const page = await openFromTray(app, 'Settings', 'settings');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  return page;
}

const kept = (folder: string): Record<string, unknown> => {
  const file = join(folder, 'settings.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
};

test('each setting is kept as it is typed, and is there at the next start', async ({ start, folder }) => {
  const first = await start();
  await first.open();
  let page = await openSettings(first);
  await page.locator('input[name="idleMinutes"]').fill('45');
  await page.locator('input[name="endOfDay"]').fill('16:45');
  await page.locator('select[name="timeFormat"]').selectOption('12');
  await page.locator('input[name="workdays"][value="7"]').uncheck();
  await page.locator('input[name="notifications"]').uncheck();
  await expect
    .poll(() => kept(folder))
    .toMatchObject({
      idleMinutes: 45,
      endOfDay: '16:45',
      timeFormat: '12',
      workdays: [1, 2, 3, 4, 5, 6],
      notifications: false,
    });
  await first.close();
  const second = await start();
  await second.open();
  page = await openSettings(second);
  await expect(page.locator('input[name="idleMinutes"]')).toHaveValue('45');
  await page.getByRole('button', { name: 'Restore defaults' }).click();
  await expect(page.locator('input[name="idleMinutes"]')).toHaveValue('30');
});

keptTest(
  'the shortcut has its kept value, is shown and may be typed as people write it',
  async ({ app, folder }) => {
    await app.open();
    const page = await openSettings(app);
    const field = page.getByRole('textbox', { name: 'Shortcut that opens OnSite' });
    await expect(field).toHaveValue('CommandOrControl+Shift+O');
    await expect(field).toHaveAccessibleDescription(/^Ctrl\+Shift\+O /);
    await field.press('Control+Alt+k');
    await expect(page.getByText('Ctrl+Alt+K', { exact: true })).toBeVisible();
    await expect(field).toHaveValue('CommandOrControl+Alt+K');
    await expect.poll(() => kept(folder)).toMatchObject({ shortcut: 'CommandOrControl+Alt+K' });
    for (const text of ['CommandOrControl+Shift+P', 'Ctrl+Shift+Q']) {
      await field.fill(text);
      await expect.poll(() => kept(folder)).toMatchObject({ shortcut: text });
      await expect(field).toHaveValue(text);
      await expect(page.getByText(text.replace('CommandOrControl', 'Ctrl'), { exact: true })).toBeVisible();
    }
  },
);

test('a client secret that is typed is kept in the keychain, signs in, and is in no window and no file', async ({
  start,
  folder,
  sandbox,
}) => {
  const policy = givePolicy(folder, sandbox, { clientId: undefined, clientSecret: undefined });
  const app = await start({ policy });
  const popup = await app.open();
  const page = await openSettings(app);
  const secret = page.locator('input[name="clientSecret"]');
  await secret.fill(DEMO_CLIENT.secret);
  await secret.press('Tab');
  await expect(page.getByRole('alert')).toHaveText('Type the client ID.');
  await page.locator('input[name="clientId"]').fill(DEMO_CLIENT.id);
  await expect.poll(() => kept(folder)).toMatchObject({ clientId: DEMO_CLIENT.id });
  await secret.focus();
  await secret.press('Enter');
  await expect(secret).toHaveValue('');
  await expect(secret).toHaveAttribute('placeholder', 'Saved');
  await app.open();
  await popup.getByRole('textbox', { name: 'Client ID' }).fill(DEMO_CLIENT.id);
  await signIn(popup);
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeVisible();
  expect(readFileSync(join(folder, 'settings.json'), 'utf8')).not.toContain(DEMO_CLIENT.secret);
});

keptTest('what cannot be is said beside its field, and nothing is changed', async ({ app, folder }) => {
  await app.open();
  const page = await openSettings(app);
  const field = page.locator('input[name="requestTimeoutSeconds"]');
  await field.fill('0');
  await expect(page.getByRole('alert')).toHaveText('A whole number from 1 to 600, please.');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  expect(kept(folder)).not.toHaveProperty('requestTimeoutSeconds');
  await field.fill('20');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect.poll(() => kept(folder)).toMatchObject({ requestTimeoutSeconds: 20 });
});

test('what the policy decides is locked, and says whose it is', async ({ start, folder, sandbox }) => {
  const policy = givePolicy(folder, sandbox, { idleMinutes: 20, theme: 'dark' });
  const app = await start({ policy });
  await app.open();
  const page = await openSettings(app);
  for (const control of ['input[name="idleMinutes"]', 'select[name="theme"]', 'input[name="clientId"]'])
    await expect(page.locator(control)).toBeDisabled();
  await expect(page.locator('input[name="idleMinutes"]')).toHaveAccessibleDescription('Set by your company');
  await expect(page.locator('input[name="techsCount"]')).toBeEnabled();
});

keptTest('the theme changes at once in every window', async ({ app }) => {
  const popup = await app.open();
  const page = await openSettings(app);
  const ground = (of: Page) => of.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.locator('select[name="theme"]').selectOption('dark');
  for (const each of [page, popup]) await expect.poll(() => ground(each)).toBe('rgb(27, 30, 34)');
  await page.locator('select[name="theme"]').selectOption('light');
  for (const each of [page, popup]) await expect.poll(() => ground(each)).toBe('rgb(255, 255, 255)');
});

test('OnSite starts at login where that is chosen', async ({ start, folder }) => {
  const config = join(folder, 'config');
  const app = await start({ env: { XDG_CONFIG_HOME: config } });
  await app.open();
  const page = await openSettings(app);
  const file = join(config, 'autostart/onsite.desktop');
  await page.locator('input[name="launchAtLogin"]').check();
  await expect.poll(() => existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8')).toMatch(/^Exec="\//m);
  await page.locator('input[name="launchAtLogin"]').uncheck();
  await expect.poll(() => existsSync(file)).toBe(false);
  rmSync(config, { recursive: true, force: true });
});

keptTest('the connection is checked in words, and diagnostics name nobody', async ({ app }) => {
  const popup = await app.open();
  await signIn(popup);
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeVisible();
  const page = await openSettings(app);
  await page.getByRole('button', { name: 'Check connection' }).click();
  await expect(page.getByText('You are signed in as demo.')).toBeVisible();
  await expect(page.getByText('The icon is in the tray.')).toBeVisible();
  await page.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = await inMain(app.electron, ({ clipboard }) => clipboard.readText());
  expect(copied).toContain('idleMinutes: 30');
  expect(copied).not.toContain('onsite-demo');
  await page.screenshot({ path: 'test-results/settings-light.png', fullPage: true });
  await page.locator('select[name="theme"]').selectOption('dark');
  await page.screenshot({ path: 'test-results/settings-dark.png', fullPage: true });
});
