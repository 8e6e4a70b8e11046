import { createServer } from 'node:https';
import { expect, test } from './app.ts';
import { selfSigned } from './certificate.ts';
import { signIn } from './drive.ts';
import { givePolicy } from './policy.ts';

const DAY = 24 * 60 * 60_000;

/** Answers over TLS with a certificate that no authority vouches for; it notes each request that comes through. */
async function untrusted(host: string, from: number, until: number) {
  const asked: string[] = [];
  let greeted = 0;
  const server = createServer(selfSigned({ host, from, until }), (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end('{}');
  });
  server.on('connection', () => {
    greeted += 1;
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return { url: `https://localhost:${port}`, asked, greeted: () => greeted, close: () => server.close() };
}

for (const [what, host, from, until] of [
  ['its own signature alone', 'localhost', -DAY, 30 * DAY],
  ['another host’s name', 'api.example.org', -DAY, 30 * DAY],
  ['an end that has passed', 'localhost', -30 * DAY, -DAY],
] as const)
  test(`a server whose certificate has ${what} is sent nothing, and that is said`, async ({
    start,
    folder,
  }) => {
    const server = await untrusted(host, Date.now() + from, Date.now() + until);
    const policy = givePolicy(folder, { url: server.url, apiUrl: `${server.url}/v3` });
    const app = await start({ policy });
    const popup = await app.open();
    await signIn(popup);
    await expect(popup.getByText(/could not show that it is ServiceChannel/)).toBeVisible();
    // The ways that reads, reports and tokens take, whatever the form above asks for.
    const errors = await app.electron.evaluate(async ({ net, session }, url) => {
      const said = (work: Promise<unknown>) =>
        work.then(() => 'answered').catch((error: Error) => error.message);
      const writes = session.fromPartition('onsite-write', { cache: false });
      return [await said(net.fetch(url)), await said(writes.fetch(url, { method: 'POST', body: 'canary' }))];
    }, server.url);
    for (const error of errors) expect(error).toMatch(/ERR_CERT_/);
    expect(server.greeted()).toBeGreaterThan(1);
    expect(server.asked).toEqual([]);
    server.close();
  });
