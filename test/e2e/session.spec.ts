import { execFile } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RunningSandbox } from '../sandbox/server.ts';
import { expect, keptTest, test } from './app.ts';
import { checkIn, expectDelivery, expectState, pageOf, signIn } from './drive.ts';
import { givePolicy } from './policy.ts';
import { expectRecorded } from './reports.ts';
import { chooseFromTray } from './tray.ts';

const run = promisify(execFile);

/** The entries of OnSite that the desktop's own tool finds in the keychain. */
async function keychain(): Promise<string> {
  const { stdout, stderr } = await run('secret-tool', ['search', '--all', 'service', 'OnSite']).catch(() => ({
    stdout: '',
    stderr: '',
  }));
  return stdout + stderr;
}

keptTest(
  'an empty field of the sign-in says what to type, and nothing is asked of ServiceChannel; a wrong password is said, and the right one signs in',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    const name = popup.getByRole('textbox', { name: 'Username' });
    const password = popup.getByLabel('Password');
    await name.press('Enter');
    await expect(popup.getByRole('alert')).toHaveText('Type your username.');
    await expect(name).toBeFocused();
    await name.fill('demo');
    await expect(popup.getByRole('alert')).toHaveCount(0);
    await popup.getByRole('button', { name: 'Sign in' }).click();
    await expect(popup.getByRole('alert')).toHaveText('Type your password.');
    await expect(password).toBeFocused();
    await expect(password).toHaveAttribute('aria-invalid', 'true');
    expect(sandbox.sandbox.requests).toEqual([]);
    await password.fill('wrong');
    await password.press('Enter');
    await expect(popup.getByRole('alert')).toContainText('User name or password is wrong');
    await password.fill('demo');
    await password.press('Enter');
    await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeFocused();
  },
);

test('a wrong client is told from a wrong password and from a missing network', async ({
  start,
  sandbox,
  folder,
}) => {
  const policy = givePolicy(folder, sandbox, { clientSecret: 'wrong' });
  const popup = await (await start({ policy })).open();
  await signIn(popup);
  await expect(popup.getByRole('alert')).toContainText('client ID');
  await sandbox.close();
  await signIn(popup);
  await expect(popup.getByRole('alert')).toContainText('no connection');
});

test('the keychain holds the session: a restart is signed in, and sign-out forgets it', async ({
  start,
  sandbox,
}) => {
  const entry = `127.0.0.1:${sandbox.port} demo`;
  const first = await start();
  await signIn(await first.open());
  await expect.poll(keychain).toContain(entry);
  await first.close();
  const second = await start();
  const popup = await second.open();
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeVisible();
  await chooseFromTray(second.pid, 'Settings');
  await expect.poll(() => second.electron.windows().length).toBe(2);
  const settings = await pageOf(second.electron, 'settings');
  await settings.getByRole('button', { name: 'Sign out' }).click();
  await expect.poll(keychain).not.toContain(entry);
  await expect(popup.getByRole('textbox', { name: 'Username' })).toBeVisible();
});

test('no secret is in any file of the data folder', async ({ start, folder, sandbox }) => {
  const app = await start();
  const popup = await app.open();
  await signIn(popup);
  await checkIn(popup, '107002896');
  await expectRecorded(sandbox, 1);
  await expectDelivery(popup, 'Everything recorded');
  const tokens = sandbox.sandbox.requests.flatMap((request) => {
    const bearer = /^Bearer (\S+)/.exec(request.headers.authorization ?? '')?.[1];
    return bearer ? [bearer] : [];
  });
  expect(tokens.length).toBeGreaterThan(0);
  await app.close();
  const secrets = [...new Set(tokens), 'password=demo'];
  for (const secret of secrets) {
    const { stdout } = await run('grep', ['-rlaF', '--exclude=policy.json', secret, folder]).catch(() => ({
      stdout: '',
    }));
    expect(stdout).toBe('');
  }
});

test('the data folder and what is kept in it are their owner’s alone, also where they were wider', async ({
  start,
  folder,
}) => {
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'settings.json'), '{}', { mode: 0o644 });
  const app = await start();
  await signIn(await app.open());
  await expect.poll(() => existsSync(join(folder, 'onsite.db.backup'))).toBe(true);
  expect(statSync(folder).mode & 0o077).toBe(0);
  const wider = readdirSync(folder).filter((name) => {
    const stats = lstatSync(join(folder, name));
    return name !== 'policy.json' && stats.isFile() && stats.mode & 0o077;
  });
  expect(wider).toEqual([]);
});

/** Ends the access token, so that the next report needs a token call. */
async function endAccess(sandbox: RunningSandbox, refresh: boolean): Promise<void> {
  sandbox.sandbox.configure({ accessTokenSeconds: 1 });
  await fetch(`${sandbox.url}/__sandbox/tokens/expire`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ access: true, refresh }),
  });
}

keptTest(
  'a gateway’s answer to a token call ends no session: it is said, and the report goes when tokens come',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    await signIn(popup);
    await checkIn(popup, '107002896');
    await expectRecorded(sandbox, 1);
    await endAccess(sandbox, false);
    sandbox.sandbox.faults.add({
      path: '/oauth/token',
      times: 2,
      answer: { status: 403, body: { status: 403, error: 'Forbidden', path: '/oauth/token' } },
    });
    await popup.getByRole('button', { name: 'Pause' }).click();
    await expect(popup.getByText('sign-in does not work right now')).toContainText('“Forbidden');
    await expect(popup.getByRole('alert')).toHaveCount(0);
    await expectRecorded(sandbox, 2);
    await expect(popup.getByText('sign-in does not work right now')).toHaveCount(0);
  },
);

keptTest(
  'a sign-in that hangs says so, holds up no Pause, and can be cancelled',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    await signIn(popup);
    await checkIn(popup, '107002896');
    await expectRecorded(sandbox, 1);
    await endAccess(sandbox, true);
    await popup.getByRole('button', { name: 'Pause', exact: true }).click();
    await popup.getByRole('button', { name: 'Sign in…' }).click();
    sandbox.sandbox.faults.add({ path: '/oauth/token', delayMs: 25_000 });
    await signIn(popup);
    await expect(popup.getByText('Waiting for ServiceChannel')).toBeVisible();
    await popup.getByRole('button', { name: 'Back' }).click();
    await popup.getByRole('button', { name: 'Resume' }).click();
    await expectState(popup, 'On site');
    await popup.getByRole('button', { name: 'Sign in…' }).click();
    await popup.getByRole('button', { name: 'Cancel' }).click();
    await expect(popup.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
    await signIn(popup);
    await expectRecorded(sandbox, 3);
  },
);

keptTest(
  'a sign-in that ServiceChannel asks to wait with says until when, and goes by itself',
  async ({ app, sandbox }) => {
    sandbox.sandbox.faults.add({
      path: '/oauth/token',
      answer: { status: 429, headers: { 'retry-after': '3600' } },
    });
    const popup = await app.open();
    await signIn(popup);
    await expect(popup.getByText(/takes no more requests until \d/)).toBeVisible();
    await popup.getByRole('button', { name: 'Cancel' }).click();
    sandbox.sandbox.faults.add({ path: '/oauth/token', answer: { status: 429 } });
    await signIn(popup);
    await expect(popup.getByText('asks to wait a moment')).toBeVisible();
    await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeVisible({ timeout: 15_000 });
  },
);

keptTest(
  'a session that has ended asks for the sign-in again, and the visit goes on meanwhile',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    await signIn(popup);
    await checkIn(popup, '107002896');
    await expectRecorded(sandbox, 1);
    await endAccess(sandbox, true);
    await popup.getByRole('button', { name: 'Pause', exact: true }).click();
    await expectState(popup, 'Paused');
    await expect(popup.getByRole('alert')).toContainText('sign-in has ended');
    await expectDelivery(popup, '1 waiting to send');
    await popup.getByRole('button', { name: 'Sign in…' }).click();
    await signIn(popup);
    await expectRecorded(sandbox, 2);
    await expectState(popup, 'Paused');
  },
);
