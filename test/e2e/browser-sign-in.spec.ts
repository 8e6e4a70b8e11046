import { expect, test } from './app.ts';
import type { RunningApp } from './drive.ts';
import { inMain } from './in-main.ts';
import { givePolicy } from './policy.ts';

/** Takes the place of the system's browser; the returned function says which page was opened last. */
async function fakeBrowser({ electron }: RunningApp): Promise<() => Promise<URL>> {
  await inMain(electron, ({ shell }) => {
    shell.openExternal = async (url) => {
      process.env.TEST_OPENED = url;
    };
  });
  return async () => new URL(await inMain(electron, () => process.env.TEST_OPENED ?? ''));
}

test('with `signIn: "browser"` there is only one button; the page in the browser signs in', async ({
  start,
  sandbox,
  folder,
}) => {
  const app = await start({ policy: givePolicy(folder, sandbox, { signIn: 'browser' }) });
  const opened = await fakeBrowser(app);
  const popup = await app.open();
  await expect(popup.getByRole('textbox')).toHaveCount(0);
  await popup.getByRole('button', { name: 'Sign in with your browser' }).click();
  await expect(popup.getByText('in your browser. OnSite waits')).toBeVisible();
  const page = await opened();
  const redirect = page.searchParams.get('redirect_uri') ?? '';
  expect((await fetch(`${redirect}?state=wrong&code=x`)).status).toBe(400);
  const form = {
    ...Object.fromEntries(page.searchParams),
    username: 'demo',
    password: 'demo',
    action: 'login',
  };
  const shown = await fetch(page.origin + page.pathname, { method: 'POST', body: new URLSearchParams(form) });
  expect(await shown.text()).toContain('Go back to OnSite');
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeVisible();
  await expect.poll(() => fetch(redirect).catch(() => 'closed')).toBe('closed');
});

test('cancelled, it can be begun again; denied, it says so', async ({ start, sandbox, folder }) => {
  const app = await start({ policy: givePolicy(folder, sandbox, { signIn: 'browser' }) });
  const opened = await fakeBrowser(app);
  const popup = await app.open();
  const button = popup.getByRole('button', { name: 'Sign in with your browser' });
  await button.click();
  await expect(popup.getByText('in your browser. OnSite waits')).toBeVisible();
  await popup.getByRole('button', { name: 'Cancel' }).click();
  await expect(popup.getByRole('alert')).toContainText('Cancelled');
  await button.click();
  await expect(popup.getByText('in your browser. OnSite waits')).toBeVisible();
  const page = await opened();
  const redirect = page.searchParams.get('redirect_uri') ?? '';
  await fetch(`${redirect}?state=${page.searchParams.get('state')}&error=access_denied`).catch(() => null);
  await expect(popup.getByRole('alert')).toContainText('denied in the browser');
});
