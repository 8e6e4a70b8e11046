import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEMO_CLIENT, DEMO_USER } from '../../sandbox/data-users.ts';
import { everythingRead } from './everything-read.ts';
import { appRig, MAIN_STREET, until } from './rig.ts';

const PASSWORDS = ['canary-password', 'canary-password-wrong'];

/** The texts that a server can repeat: they are shown, kept, or both. */
const TEXTS = ['ErrorMessage', 'error_description', 'Description', 'FullName', 'Name', 'Trade', 'NoteData'];

/** A network whose server repeats every secret that it was ever given, and gave, in whatever text it answers. */
class Echo {
  readonly heard = new Set<string>();

  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const sent = await request.clone().text();
    this.#hear(request.headers.get('authorization')?.replace(/^\w+ /, ''));
    for (const name of ['password', 'refresh_token']) this.#hear(new URLSearchParams(sent).get(name));
    const response = await fetch(request);
    const text = await response.text();
    const headers = new Headers({ 'content-type': response.headers.get('content-type') ?? '' });
    const { status } = response;
    return new Response(status === 204 ? null : this.#repeat(text), { status, headers });
  };

  #hear(secret: string | null | undefined): void {
    if (secret && secret.length >= 8) this.heard.add(secret);
  }

  #repeat(text: string): string {
    if (!/^[[{]/.test(text)) return text;
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null) {
      const entries = Object.entries(json);
      for (const [name, value] of entries)
        if (/^(access|refresh)_token$/.test(name)) this.#hear(String(value));
    }
    return JSON.stringify(json, (name, value) =>
      typeof value === 'string' && TEXTS.includes(name) ? `${value} ${[...this.heard].join(' ')}` : value,
    );
  }
}

/** Every file of the data folder but the policy, which gives the client's secret itself. */
const filesOf = (folder: string): string =>
  readdirSync(folder)
    .filter((name) => name !== 'policy.json')
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');

test('a server that repeats secrets gets none of them into a window, an error or a file', async () => {
  const echo = new Echo();
  echo.heard.add(DEMO_CLIENT.secret);
  const { send, snapshot, checkIn, core, desktop, folder, sandbox, system } = await appRig(
    { workdays: [] },
    echo.fetch,
  );
  const told: unknown[] = [
    await send('session:sign-in', {
      userName: DEMO_USER.userName,
      password: 'canary-password-wrong',
      clientId: DEMO_CLIENT.id,
      clientSecret: DEMO_CLIENT.secret,
      environment: 'custom',
    }),
  ];
  const user = sandbox.sandbox.state.users.find(({ userName }) => userName === DEMO_USER.userName);
  if (user) user.password = 'canary-password';
  told.push(
    await send('session:sign-in', {
      userName: DEMO_USER.userName,
      password: 'canary-password',
      clientId: DEMO_CLIENT.id,
      clientSecret: DEMO_CLIENT.secret,
      environment: 'custom',
    }),
  );
  // OnSite has forgotten it, and could not tell any more that a text holds it.
  for (const password of PASSWORDS) echo.heard.delete(password);
  await checkIn();
  await until(() => core.mine[0]?.pairs[0]?.checkIn.delivery.state === 'recorded');
  await until(async () => Boolean((await snapshot()).current?.workOrder?.store));
  // The next requests need a new token, and tell the server the refresh token.
  system.pass(11 * 60_000);
  const order = sandbox.sandbox.state.workOrders.find(({ id }) => id === MAIN_STREET);
  if (order) order.status = { primary: 'COMPLETED', extended: null };
  await send('visit:pause', { visitId: core.mine[0]?.id ?? '', at: null });
  await until(async () => (await snapshot()).problems.length === 1);
  told.push(await send('work-order:look-up', { workOrder: '107002931' }));
  told.push(
    await everythingRead({ send }),
    await snapshot(),
    desktop.shell.shown,
    desktop.said,
    desktop.clipboard,
  );
  const shown = JSON.stringify(told);
  expect(shown).toContain('…');
  expect(echo.heard.size).toBeGreaterThanOrEqual(6);
  const files = filesOf(folder);
  for (const secret of [...echo.heard, ...PASSWORDS]) {
    expect(shown).not.toContain(secret);
    expect(files).not.toContain(secret);
  }
});
