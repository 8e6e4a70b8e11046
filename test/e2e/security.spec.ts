import { createSocket } from 'node:dgram';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, keptTest, test } from './app.ts';
import type { RunningApp } from './drive.ts';
import { inMain } from './in-main.ts';

/** Takes the place of the system's browser; the returned function says which pages were opened. */
async function fakeBrowser({ electron }: RunningApp): Promise<() => Promise<string[]>> {
  await inMain(electron, ({ shell }) => {
    process.env.TEST_OPENED = '[]';
    shell.openExternal = async (url) => {
      process.env.TEST_OPENED = JSON.stringify([...JSON.parse(process.env.TEST_OPENED ?? '[]'), url]);
    };
  });
  return async () => JSON.parse(await inMain(electron, () => process.env.TEST_OPENED ?? '[]'));
}

const popupIsThere = (app: RunningApp) =>
  inMain(app.electron, ({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some((w) => w.webContents.getURL().includes('/popup/')),
  );

/** Listens on this computer for anything at all, over TCP and UDP, on one port. */
async function listening() {
  const heard: string[] = [];
  const tcp = createServer((socket) => {
    heard.push('tcp');
    socket.on('data', (data) => heard.push(data.toString('latin1'))).on('error', () => undefined);
  });
  await new Promise<void>((resolve) => {
    tcp.listen(0, '127.0.0.1', resolve);
  });
  const address = tcp.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const udp = createSocket('udp4').on('message', (data) => heard.push(data.toString('latin1')));
  await new Promise<void>((resolve) => {
    udp.bind(port, '127.0.0.1', resolve);
  });
  const close = () => {
    tcp.close();
    udp.close();
  };
  return { heard, port, close };
}

keptTest('a page that somebody else has taken over sends nothing anywhere', async ({ app }) => {
  const popup = await app.open();
  const { heard, port, close } = await listening();
  const outcomes = await popup.evaluate(async (at) => {
    const url = `http://127.0.0.1:${at}/canary`;
    const said = (work: Promise<unknown>) =>
      work.then(
        () => 'sent',
        () => 'blocked',
      );
    const loads = (element: HTMLElement) =>
      new Promise((resolve, reject) => {
        element.onload = resolve;
        element.onerror = reject;
        document.head.append(element);
      });
    const socket = () =>
      new Promise((resolve, reject) => {
        const ws = new WebSocket(`ws://127.0.0.1:${at}/canary`);
        ws.onopen = resolve;
        ws.onerror = reject;
      });
    const turn = async () => {
      const server = { username: 'canary-user', credential: 'canary' };
      const peer = new RTCPeerConnection({
        iceServers: ['udp', 'tcp'].map((over) => ({
          ...server,
          urls: `turn:127.0.0.1:${at}?transport=${over}`,
        })),
      });
      const gathered = new Promise<void>((resolve) => {
        peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve();
      });
      peer.createDataChannel('canary');
      await peer.setLocalDescription(await peer.createOffer());
      await gathered;
      peer.close();
      throw new Error('gathered');
    };
    return {
      fetch: await said(fetch(url, { mode: 'no-cors' })),
      image: await said(loads(Object.assign(new Image(), { src: url }))),
      script: await said(loads(Object.assign(document.createElement('script'), { src: url }))),
      style: await said(
        loads(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url })),
      ),
      socket: await said(Promise.resolve().then(socket)),
      beacon: await said(Promise.resolve(navigator.sendBeacon(url, 'canary')).then(() => Promise.reject())),
      turn: await said(turn()),
    };
  }, port);
  expect(new Set(Object.values(outcomes))).toEqual(new Set(['blocked']));
  expect(heard).toEqual([]);
  close();
});

test('a page has no name looked up, and reads no clipboard', async ({ start, folder }) => {
  const log = join(folder, 'network.json');
  const app = await start({ args: [`--log-net-log=${log}`] });
  const popup = await app.open();
  await inMain(app.electron, ({ clipboard }) => clipboard.writeText('canary of another program'));
  const outcomes = await popup.evaluate(() => {
    const add = (tag: string, attributes: Readonly<Record<string, string>>) => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      document.body.append(element);
      return element;
    };
    add('meta', { 'http-equiv': 'x-dns-prefetch-control', content: 'on' });
    for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'preload', 'icon', 'manifest'])
      add('link', { rel, href: `https://canary-${rel}.example/`, as: 'image' });
    add('a', { href: 'https://canary-anchor.example/', ping: 'https://canary-ping.example/' }).click();
    const field = add('textarea', {});
    field.focus();
    document.execCommand('paste');
    return { calls: 'RTCPeerConnection' in window, pasted: Reflect.get(field, 'value') };
  });
  expect(outcomes).toEqual({ calls: false, pasted: '' });
  // A frame can call: its page is ended before the name has gone anywhere.
  const called = popup.evaluate(async () => {
    const blank = document.body.appendChild(document.createElement('iframe'));
    const Peer = Reflect.get(blank.contentWindow ?? {}, 'RTCPeerConnection');
    const peer: RTCPeerConnection = new Peer({
      iceServers: [{ urls: 'turn:canary-turn.example?transport=tcp', username: 'a', credential: 'b' }],
    });
    peer.createDataChannel('canary');
    await peer.setLocalDescription(await peer.createOffer());
    await new Promise(() => undefined);
  });
  await expect(called).rejects.toThrow(/closed|crashed|destroyed/i);
  await expect.poll(() => popupIsThere(app)).toBe(false);
  const again = await app.open();
  await expect(again.getByRole('textbox', { name: 'Username' })).toBeVisible();
  const ended = app.electron.waitForEvent('close');
  // The log is whole when the app has ended by itself.
  await inMain(app.electron, ({ app: running }) => running.exit(0)).catch(() => undefined);
  await ended;
  const written = readFileSync(log, 'utf8');
  expect(written).toContain('"constants"');
  expect([...new Set(written.match(/canary-\w+/g))]).toEqual([]);
});

test('a page stays where it is; where it gets away all the same, its window ends', async ({ start }) => {
  const app = await start();
  const popup = await app.open();
  await popup.evaluate(() => {
    location.href = 'https://www.servicechannel.com/';
  });
  await popup.evaluate(() => {
    location.href = '/settings/index.html';
  });
  expect(popup.url()).toBe('app://onsite/popup/index.html');
  expect(await popupIsThere(app)).toBe(true);
  await popup
    .evaluate(() => {
      location.href = 'about:blank';
    })
    .catch(() => undefined);
  await expect.poll(() => popupIsThere(app)).toBe(false);
  const again = await app.open();
  await expect(again.getByRole('textbox', { name: 'Username' })).toBeVisible();
});

keptTest('a window that the app did not make as it makes its own ends at once', async ({ app }) => {
  await app.open();
  const before = await inMain(app.electron, ({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await inMain(app.electron, ({ BrowserWindow }) => {
    new BrowserWindow({ show: false });
  });
  await expect
    .poll(() => inMain(app.electron, ({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
    .toBe(before);
});

/** Presses a button that the page was given, which runs `script`. */
async function click(popup: Page, urls: readonly string[]): Promise<void> {
  await popup.evaluate((open) => {
    document.querySelector('#canary')?.remove();
    const button = document.createElement('button');
    button.id = 'canary';
    button.textContent = 'Canary';
    button.onclick = () => {
      for (const url of open) window.open(url);
    };
    document.body.prepend(button);
  }, urls);
  await popup.getByRole('button', { name: 'Canary' }).click();
}

test('a click opens one page of ServiceChannel in the browser, and no other', async ({ start }) => {
  const app = await start();
  const opened = await fakeBrowser(app);
  const popup = await app.open();
  await click(popup, [
    'http://www.servicechannel.com/',
    'https://user@www.servicechannel.com/',
    'https://www.servicechannel.com:8443/',
    'https://servicechannel.com.example.org/',
    'https://example.org/',
    'file:///etc/passwd',
    'onsite://workorder/1',
    'https://www.servicechannel.com/one',
    'https://www.servicechannel.com/two',
  ]);
  await expect.poll(opened).toEqual(['https://www.servicechannel.com/one']);
  await click(popup, ['https://sb2.servicechannel.com/three']);
  await expect
    .poll(opened)
    .toEqual(['https://www.servicechannel.com/one', 'https://sb2.servicechannel.com/three']);
  expect(await inMain(app.electron, ({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('no permission, no position, no file, and no channel but the commands', async ({ start, folder }) => {
  const popup = await (await start()).open();
  const outcomes = await popup.evaluate(async () => {
    const position = new Promise<string>((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('told'),
        ({ code }) => resolve(code === 1 ? 'denied' : 'unknown'),
      );
    });
    const file = document.createElement('a');
    file.href = URL.createObjectURL(new Blob(['canary']));
    file.download = 'canary.txt';
    file.click();
    const send: unknown = Reflect.get(window.onsite, 'send');
    const other = typeof send === 'function' ? send('app:another', null) : null;
    return {
      position: await position,
      camera: await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'given',
        () => 'denied',
      ),
      notification: await Notification.requestPermission(),
      other: await other.then(
        () => 'answered',
        (error: Error) => error.message,
      ),
      node: typeof Reflect.get(window, 'require') + typeof Reflect.get(window, 'process'),
    };
  });
  expect(outcomes).toEqual({
    position: 'denied',
    camera: 'denied',
    notification: 'denied',
    other: 'no such command',
    node: 'undefinedundefined',
  });
  for (const at of [folder, process.env.HOME ?? folder, join(process.env.HOME ?? folder, 'Downloads')])
    expect(existsSync(at) ? readdirSync(at).filter((name) => name.startsWith('canary')) : []).toEqual([]);
});

keptTest(
  'the policy of the pages is in their answer, and says what a meta element cannot',
  async ({ app }) => {
    const popup = await app.open();
    const blocked = await popup.evaluate(async () => {
      const heard: string[] = [];
      const allHeard = new Promise<void>((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          heard.push(effectiveDirective);
          if (new Set(heard).size === 3) resolve();
        });
      });
      const base = Object.assign(document.createElement('base'), { href: 'https://example.org/' });
      document.head.append(base);
      const form = Object.assign(document.createElement('form'), { action: 'https://example.org/' });
      document.body.append(form);
      form.submit();
      await fetch('/popup/index.html').catch(() => undefined);
      await allHeard;
      return [...new Set(heard)].toSorted();
    });
    expect(blocked).toEqual(['base-uri', 'connect-src', 'form-action']);
  },
);
