import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProtocolResponse } from 'electron';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  app,
  electron,
  FakeSession,
  FakeWindow,
  openExternal,
  preventable,
  session,
  sessionsMade,
} from './electron.ts';

vi.mock('electron', () => electron);
const { limitPages, secure } = await import('../../../main/shell/security.ts');
const { serveScheme } = await import('../../../main/shell/app-protocol.ts');
const { register, pageUrl } = await import('../../../main/platform/own-pages.ts');
const { windowOptions } = await import('../../../main/shell/windows.ts');

const FOLDER = mkdtempSync(join(tmpdir(), 'onsite-pages-'));
/** The folder of our pages; beside it lies what they may not read. */
const ROOT = join(FOLDER, 'app');
afterAll(() => rmSync(FOLDER, { recursive: true }));
beforeAll(() => {
  for (const [folder, file, content] of [
    ['app/popup', 'index.html', '<title>popup</title>'],
    ['app/assets', 'popup.js', 'page()'],
    ['app/assets', 'popup.css', 'p {}'],
    ['app/assets', 'popup.exe', 'other'],
    ['app-other', 'x', 'secret'],
  ] as const) {
    mkdirSync(join(FOLDER, folder), { recursive: true });
    writeFileSync(join(FOLDER, folder, file), content);
  }
  secure(ROOT, () => ['files.example.com']);
  // Without a window no session is there: the first one of a program costs 11 MB.
  expect(sessionsMade()).toEqual([]);
  windowOptions('popup');
});
beforeEach(() => openExternal.mockClear());

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

// The fake stands for Electron's own class, which the register asks nothing of but to be one window.
function popup() {
  const window = new FakeWindow();
  Reflect.apply(register, null, [window, 'popup']);
  return window;
}

describe('a page', () => {
  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'stays where it is: %s',
    (name) => {
      const event = preventable();
      popup().webContents.emit(name, event, 'https://www.servicechannel.com/');
      expect(event.defaultPrevented).toBe(true);
    },
  );

  test.each([
    'about:blank',
    'https://example.org/',
    'app://onsite/settings/index.html',
    'file:///etc/passwd',
  ])('that got to %s has no window any more', (url) => {
    const window = popup();
    window.webContents.emit('did-navigate', {}, url);
    expect(window.isDestroyed()).toBe(true);
  });

  test('with a frame in it has no window any more', () => {
    const window = popup();
    window.webContents.emit('frame-created', {}, { frame: { parent: null } });
    expect(window.isDestroyed()).toBe(false);
    window.webContents.emit('frame-created', {}, { frame: { parent: { parent: null } } });
    expect(window.isDestroyed()).toBe(true);
  });

  test('is its own at whichever place in it', () => {
    const window = popup();
    window.webContents.emit('did-navigate', {}, `${pageUrl('popup')}#here`);
    expect(window.isDestroyed()).toBe(false);
  });

  test('has no name looked up, and reads no clipboard', () => {
    limitPages();
    const [name, settings] = app.commandLine.appendSwitch.mock.lastCall ?? [];
    expect(name).toBe('blink-settings');
    expect(settings?.split(',')).toEqual(['dnsPrefetchingEnabled=false', 'DOMPasteAllowed=false']);
  });

  test('sends nothing past the proxy by WebRTC', () => {
    expect(popup().webContents.webRtc).toBe('disable_non_proxied_udp');
  });
});

describe('a window', () => {
  test('that is not in the register ends in the next turn', async () => {
    const [stranger, own] = [new FakeWindow(), popup()];
    await nextTurn();
    expect([stranger.isDestroyed(), own.isDestroyed()]).toEqual([true, false]);
  });

  test('of ours is sandboxed, isolated, and has nothing of Node in it', () => {
    expect(windowOptions('popup').webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      session: session.fromPartition('onsite-pages'),
    });
  });
});

describe('a link', () => {
  const open = (url: string, click = true) => {
    const { webContents } = popup();
    if (click) webContents.emit('input-event', {}, { type: 'mouseDown' });
    const answer = webContents.openHandler?.({ url });
    return { answer, webContents };
  };

  test.each([
    'https://servicechannel.com/',
    'https://www.servicechannel.com/sc/wo?id=1',
    'https://sb2.servicechannel.com:443/',
    'https://files.example.com/x',
    'https://a.files.example.com/x',
  ])('%s opens in the browser, and never here', (url) => {
    expect(open(url).answer).toEqual({ action: 'deny' });
    expect(openExternal).toHaveBeenCalledWith(url);
  });

  test.each([
    ['http', 'http://www.servicechannel.com/'],
    ['no URL', 'servicechannel'],
    ['a program', 'file:///usr/bin/xterm'],
    ['our own scheme', 'onsite://workorder/1'],
    ['a user name', 'https://me@www.servicechannel.com/'],
    ['a password', 'https://:secret@www.servicechannel.com/'],
    ['a port', 'https://www.servicechannel.com:8443/'],
    ['a host that begins so', 'https://servicechannel.com.example.org/'],
    ['a host that ends so', 'https://notservicechannel.com/'],
    ['another host', 'https://example.com/'],
  ])('with %s opens nowhere', (_, url) => {
    expect(open(url).answer).toEqual({ action: 'deny' });
    expect(openExternal).not.toHaveBeenCalled();
  });

  test('opens once per click', () => {
    const { webContents } = open('https://www.servicechannel.com/1');
    webContents.openHandler?.({ url: 'https://www.servicechannel.com/2' });
    expect(openExternal).toHaveBeenCalledTimes(1);
    webContents.emit('input-event', {}, { type: 'mouseMove' });
    webContents.openHandler?.({ url: 'https://www.servicechannel.com/3' });
    expect(openExternal).toHaveBeenCalledTimes(1);
    webContents.emit('input-event', {}, { type: 'rawKeyDown' });
    webContents.openHandler?.({ url: 'https://www.servicechannel.com/4' });
    expect(openExternal).toHaveBeenCalledTimes(2);
  });
});

describe.each([
  ['the default session', () => session.defaultSession],
  ['the session of our pages', () => session.fromPartition('onsite-pages')],
  ['a session that comes later', () => session.fromPartition('later')],
])('%s', (_, of) => {
  test.each(['geolocation', 'media', 'notifications', 'clipboard-read', 'openExternal'])(
    'denies %s',
    (what) => {
      const answers: unknown[] = [];
      of().handlers.get('request')?.({}, what, (answer: unknown) => answers.push(answer));
      expect(answers).toEqual([false]);
      expect(of().handlers.get('check')?.({}, what)).toBe(false);
    },
  );

  test('denies devices and downloads', () => {
    expect(of().handlers.get('device')?.({})).toBe(false);
    const event = preventable();
    of().emit('will-download', event);
    expect(event.defaultPrevented).toBe(true);
  });
});

test('our pages have no network, this computer’s own included', () => {
  expect(session.fromPartition('onsite-pages').proxy).toEqual({
    mode: 'fixed_servers',
    proxyRules: '127.0.0.1:1',
    proxyBypassRules: '<-loopback>',
  });
  expect(app.listenerCount('session-created')).toBe(1);
});

describe('our own scheme', () => {
  /** As a page asks a session for a file of ours. */
  const ask = (of: FakeSession, url: string, method = 'GET') =>
    new Promise<ProtocolResponse>((answer) => {
      of.handlers.get('app')?.({ url, method }, answer);
    });

  const get = async (url: string, method?: string) => {
    const {
      statusCode = 200,
      headers,
      data,
      error,
    } = await ask(session.fromPartition('onsite-pages'), url, method);
    return { error, statusCode, headers: new Map(Object.entries(headers ?? {})), text: String(data) };
  };

  test('serves nothing before the network is taken from its session', async () => {
    const [to, secured] = [new FakeSession(), Promise.withResolvers<void>()];
    // The fake stands for Electron's own class, which this asks for its protocol alone.
    Reflect.apply(serveScheme, null, [to, ROOT, secured.promise]);
    const answer = ask(to, 'app://onsite/popup/index.html');
    expect(await Promise.race([answer, nextTurn()])).toBeUndefined();
    secured.resolve();
    expect(String((await answer).data)).toBe('<title>popup</title>');
  });

  test('serves a page of ours with a policy that lets nothing in or out', async () => {
    const { headers, statusCode, text } = await get('app://onsite/popup/index.html');
    expect([statusCode, text]).toEqual([200, '<title>popup</title>']);
    const policy = String(headers.get('content-security-policy')).split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy.join()).not.toMatch(/connect-src|unsafe|\*|https?:/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-dns-prefetch-control')).toBe('off');
  });

  test.each([
    ['another host', 'app://other/popup/index.html'],
    ['a file outside', 'app://onsite/..%2f..%2fetc/passwd'],
    ['a folder that begins like it', 'app://onsite/..%2fapp-other/x'],
    ['the folder itself', 'app://onsite/'],
    ['a path that is no text', 'app://onsite/%ff%zz'],
    ['a post', 'app://onsite/popup/index.html', 'POST'],
  ])('serves nothing for %s', async (_, url, method?: string) => {
    const { statusCode, text } = await get(url, method);
    expect([statusCode, text]).toEqual([404, '']);
  });

  test('fails for a file that is not there: a page that is empty would be shown', async () => {
    expect((await get('app://onsite/popup/gone.html')).error).toBe(-2);
  });

  test.each([
    ['popup/index.html', 'text/html; charset=utf-8'],
    ['assets/popup.js', 'text/javascript; charset=utf-8'],
    ['assets/popup.css', 'text/css; charset=utf-8'],
    ['assets/popup.exe', 'application/octet-stream'],
  ])('says what %s is', async (path, type) => {
    expect((await get(`app://onsite/${path}`)).headers.get('content-type')).toBe(type);
  });
});
