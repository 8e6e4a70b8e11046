import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

function startMain(...args: string[]) {
  const child = spawn(process.execPath, [fileURLToPath(new URL('main.ts', import.meta.url)), ...args]);
  onTestFinished(() => {
    child.kill();
  });
  return child;
}

test('the command says where it is, who may sign in and what is recorded, and ends when told to', async () => {
  const child = startMain('--port', '0');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async () => String((await lines.next()).value);
  const url = /^Sandbox on (http:\/\/127\.0\.0\.1:\d+)$/.exec(await next())?.[1];
  const seen: string[] = [];
  while (!seen.at(-1)?.includes('107003011')) seen.push(await next());
  expect(seen.join('\n')).toMatch(/demo \/ demo.*onsite-demo \/ onsite-demo-secret.*107002896/s);

  const authorization = `Basic ${Buffer.from('onsite-demo:onsite-demo-secret').toString('base64')}`;
  const form = new URLSearchParams({ grant_type: 'password', username: 'demo', password: 'demo' });
  const tokens = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { authorization },
    body: form,
  });
  const { access_token: bearer } = await tokens.json();
  const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
  const body = '{"TechsCount":2}';
  await fetch(`${url}/v3/workorders/107002896/universalCheckIn`, { method: 'POST', headers, body });
  expect(await next()).toMatch(/^CHECK-IN +107002896 +user 1544987 +MechanicId \d+ +\{"TechsCount":2\}$/);

  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
});

test('a port that is none is refused', async () => {
  const [code] = await once(startMain('--port', 'http'), 'exit');
  expect(code).toBe(2);
});
