import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import fc from 'fast-check';
import * as v from 'valibot';
import { COMMANDS, type CommandName, isCommand } from '../../preload/commands.ts';
import { messagesFor } from '../messages/hostile.ts';
import { policyFor } from '../sandbox/policy.ts';
import { expect, keptTest, test } from './app.ts';
import { commandOf, ROOT, signIn } from './drive.ts';

const run = promisify(execFile);
const SEED = 20_261_126;
const PER_CHANNEL = 25;

/** A dialog or a menu of the system's, which a person would have to close, or the way out. */
const NEEDS_A_PERSON: readonly CommandName[] = [
  'timesheet:export',
  'timesheet:print',
  'app:menu',
  'app:hide',
  'session:sign-in-with-browser',
];

/** As a page can send it: what JSON carries. */
const asSent = (message: unknown): unknown =>
  JSON.parse(
    JSON.stringify(message, (_, value) => (typeof value === 'bigint' ? `${value}` : value)) ?? 'null',
  );

/**
 * Sends messages to one channel, all at once. They go to the page as one text: Playwright looks at each value of anything else.
 * @returns the codes of the answers; `late` where none came in three seconds
 */
const codesOf = (page: Page, name: CommandName, messages: readonly unknown[]): Promise<readonly string[]> =>
  page.evaluate(
    async ([command, text]) => {
      const all: readonly unknown[] = JSON.parse(text);
      const late = new Promise((resolve) => {
        setTimeout(() => resolve({ error: { code: 'late' } }), 3_000);
      });
      const { onsite }: { onsite: { send(name: string, message: unknown): Promise<unknown> } } = window;
      const send = (message: unknown) => onsite.send(command, message);
      const answers = await Promise.all(all.map((message) => Promise.race([send(message), late])));
      return answers.map((answer) => String(Object(Object(answer).error).code ?? 'answered'));
    },
    [name, JSON.stringify(messages)] as const,
  );

test('hostile messages get a typed answer on every channel, and ask nobody for anything', async ({
  start,
  sandbox,
}) => {
  test.setTimeout(300_000);
  const app = await start();
  const popup = await app.open();
  for (const name of Object.keys(COMMANDS).filter(isCommand)) {
    const schema = COMMANDS[name].request;
    const isFit = (message: unknown) => v.safeParse(schema, message).success;
    const all = fc.sample(messagesFor(schema, ['107002896', 'c1.1']), { numRuns: PER_CHANNEL, seed: SEED });
    const sent = all.map(asSent).filter((message) => !NEEDS_A_PERSON.includes(name) || !isFit(message));
    const codes = await codesOf(popup, name, sent);
    // The page of a sign-in that waits for its turn is not kept waiting here.
    const isRight = (code: string, message: unknown) =>
      code === 'late' || (code !== 'unexpected' && (code === 'bad-request') === !isFit(message));
    const wrong = sent.flatMap((message, index) => {
      const code = codes[index] ?? 'none';
      return isRight(code, message) ? [] : [{ code, message }];
    });
    expect(wrong, name).toEqual([]);
  }
  const asked = sandbox.sandbox.requests.map(({ path }) => path);
  // A sign-in is tried as often as a person asks for one.
  expect(asked.filter((path) => path !== '/oauth/token')).toEqual([]);
  // A setting may have opened another window, for which the popup has gone.
  await app.open();
  await signIn(popup);
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeVisible();
});

/** Follows links as the system does: by a second start on the same folder. */
function follow(folder: string, ...links: readonly string[]): Promise<unknown> {
  const [program, args] = commandOf('--no-sandbox', `--user-data-dir=${folder}`, ...links);
  return run(program, args, { cwd: ROOT });
}

keptTest(
  'a link longer than Chromium hands over ends the second start, not the app',
  async ({ app, folder }) => {
    test.setTimeout(300_000);
    const popup = await app.open();
    await expect(follow(folder, `onsite://workorder/${'9'.repeat(60_000)}`)).rejects.toThrow();
    await signIn(popup);
    await expect(popup.getByRole('textbox', { name: 'Work order' })).toHaveValue('');
  },
);

keptTest('a link with anything but a number in it does nothing', async ({ app, folder, sandbox }) => {
  test.setTimeout(300_000);
  const popup = await app.open();
  await signIn(popup);
  const field = popup.getByRole('textbox', { name: 'Work order' });
  await follow(folder, 'onsite://workorder/107002896');
  await expect(field).toHaveValue('107002896');
  const before = sandbox.sandbox.requests.length;
  await follow(
    folder,
    'onsite://workorder/107002931?check-in=1',
    'onsite://workorder/107002931/check-in',
    'onsite://workorder/../settings',
    'onsite://workorder/%31%30',
    'onsite://settings/idleMinutes/0',
    'onsite://user@workorder/107002931',
    'onsite://workorder:80/107002931',
    'onsite://workorder/-1',
    'onsite://workorder/<script>',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://www.servicechannel.com/',
  );
  // A second start shows the popup, as ever; the field is as it was.
  await expect(field).toHaveValue('107002896');
  await expect(popup.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();
  expect(sandbox.sandbox.reports).toHaveLength(0);
  expect(sandbox.sandbox.requests.slice(before).filter(({ method }) => method !== 'GET')).toEqual([]);
});

for (const [what, count] of [
  ['500,000 keys that nobody knows', 500_000],
  ['as many as go into the largest that is read', 60_000],
] as const)
  test(`settings with ${what} are set aside, and the app starts`, async ({ start, folder }) => {
    const keys = Array.from({ length: count }, (_, n) => `"key${n}":${n}`);
    writeFileSync(join(folder, 'settings.json'), `{"idleMinutes":45,${keys.join(',')}}`);
    const popup = await (await start()).open();
    await expect(popup.getByText(/settings\.json\.broken/)).toBeVisible();
    await expect(popup.getByRole('textbox', { name: 'Username' })).toBeVisible();
    expect(readdirSync(folder).filter((name) => name.startsWith('settings.json.broken'))).toHaveLength(1);
  });

const SOUND = JSON.stringify({ idleMinutes: 5 });
const isRoot = process.getuid?.() === 0;

for (const [what, make, said] of [
  ['is a pipe that nobody writes to', (path: string) => execFileSync('mkfifo', [path]), /not a regular file/],
  ['is a folder', (path: string) => mkdirSync(path), /not a regular file|cannot be read/],
  [
    'is larger than 1 MB',
    (path: string) => writeFileSync(path, `${SOUND}${' '.repeat(1_000_001)}`),
    /larger than 1 MB/,
  ],
  [
    'lies in a folder that others may write to',
    (path: string) => {
      writeFileSync(path, SOUND);
      chmodSync(join(path, '..'), 0o777);
    },
    /written by others/,
  ],
  [
    'belongs to another user',
    (path: string) => {
      writeFileSync(path, SOUND);
      chownSync(path, 65_534, 65_534);
    },
    /belongs to another user/,
  ],
] as const)
  test(`a policy that ${what} is told, and does not hold up the start`, async ({
    start,
    folder,
    sandbox,
  }) => {
    test.skip(process.platform !== 'linux', 'rights as on Linux');
    test.skip(what.includes('another user') && !isRoot, 'only root can give a file away');
    writeFileSync(
      join(folder, 'settings.json'),
      JSON.stringify(policyFor(sandbox, { clientSecret: undefined })),
    );
    const own = join(folder, 'policy');
    mkdirSync(own, { mode: 0o700 });
    const path = join(own, 'policy.json');
    // The umask is not to be what is told.
    const umask = process.umask(0o022);
    make(path);
    process.umask(umask);
    const popup = await (await start({ policy: path })).open();
    await expect(popup.getByText(said)).toBeVisible();
    expect(sandbox.sandbox.requests).toEqual([]);
  });
