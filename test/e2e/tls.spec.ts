import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { authority, type Certificate, selfSigned } from './certificate.ts';
import { type RunningApp, signIn } from './drive.ts';
import { inMain } from './in-main.ts';
import { givePolicy } from './policy.ts';

const DAY = 24 * 60 * 60_000;

/** Answers over TLS with a certificate; it notes each request that comes through. */
async function serverWith(certificate: Certificate) {
  const asked: string[] = [];
  let greeted = 0;
  const server = createServer(certificate, (request, response) => {
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

/** A home folder in which Chromium trusts an authority, as an administrator's certificate is trusted on Linux. */
function homeThatTrusts(folder: string, cert: string): string {
  const home = join(folder, 'home');
  const store = `sql:${join(home, '.pki/nssdb')}`;
  mkdirSync(join(home, '.pki/nssdb'), { recursive: true });
  const file = join(home, 'authority.pem');
  writeFileSync(file, cert);
  execFileSync('certutil', ['-N', '-d', store, '--empty-password']);
  execFileSync('certutil', ['-A', '-d', store, '-t', 'C,,', '-n', 'authority of this test', '-i', file]);
  return home;
}

/** The ways that reads, reports and tokens take, whatever the form asks for: what each says. */
const reached = (app: RunningApp, url: string): Promise<string[]> =>
  inMain(
    app.electron,
    async ({ net, session }, to) => {
      const said = (work: Promise<unknown>) =>
        work.then(() => 'answered').catch((error: Error) => error.message);
      const writes = session.fromPartition('onsite-write', { cache: false });
      return [await said(net.fetch(to)), await said(writes.fetch(to, { method: 'POST', body: 'canary' }))];
    },
    url,
  );

const lasting = { host: 'localhost', from: Date.now() - DAY, until: Date.now() + 30 * DAY };

for (const [what, wanted, error] of [
  ['its own signature alone', null, /ERR_CERT_AUTHORITY_INVALID/],
  ['another host’s name', { ...lasting, host: 'api.example.org' }, /ERR_CERT_COMMON_NAME_INVALID/],
  [
    'an end that has passed',
    { ...lasting, from: Date.now() - 30 * DAY, until: Date.now() - DAY },
    /ERR_CERT_DATE_INVALID/,
  ],
] as const)
  test(`a server whose certificate has ${what} is sent nothing, and that is said`, async ({
    start,
    folder,
  }) => {
    const trusted = authority('OnSite test authority');
    // That is its only fault: the authority is trusted, but for the one that has none.
    const server = await serverWith(wanted ? trusted.issue(wanted) : selfSigned(lasting));
    const policy = givePolicy(folder, { url: server.url, apiUrl: `${server.url}/v3` });
    const app = await start({ policy, env: { HOME: homeThatTrusts(folder, trusted.cert) } });
    const popup = await app.open();
    await signIn(popup);
    await expect(popup.getByText(/could not show that it is ServiceChannel/)).toBeVisible();
    for (const said of await reached(app, server.url)) expect(said).toMatch(error);
    expect(server.greeted()).toBeGreaterThan(1);
    expect(server.asked).toEqual([]);
    server.close();
  });

test('a server whose certificate comes from an authority that the system trusts is asked', async ({
  start,
  folder,
}) => {
  const trusted = authority('OnSite test authority');
  const server = await serverWith(trusted.issue(lasting));
  const policy = givePolicy(folder, { url: server.url, apiUrl: `${server.url}/v3` });
  const app = await start({ policy, env: { HOME: homeThatTrusts(folder, trusted.cert) } });
  await app.open();
  expect(await reached(app, server.url)).toEqual(['answered', 'answered']);
  expect(server.asked).toEqual(['GET /', 'POST /']);
  server.close();
});
