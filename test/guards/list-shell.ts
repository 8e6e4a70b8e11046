import { type Guard, guards } from './guard.ts';

/** Windows, pages and links. */
export const SHELL_GUARDS: readonly Guard[] = [
  ...guards('main/shell/security.ts', 'main/shell/security.test.ts', [
    [
      'no will-navigate',
      'Electron 13',
      "contents.on('will-navigate', (event) => event.preventDefault());",
      '',
    ],
    [
      'no will-frame-navigate',
      'Electron 13',
      "contents.on('will-frame-navigate', (event) => event.preventDefault());",
      '',
    ],
    [
      'no will-redirect',
      'Electron 13',
      "contents.on('will-redirect', (event) => event.preventDefault());",
      '',
    ],
    [
      'no will-attach-webview',
      'Electron 12',
      "contents.on('will-attach-webview', (event) => event.preventDefault());",
      '',
    ],
    [
      'a page elsewhere has no window',
      'D 1',
      'if (!isOwnPage(contents, url)) BrowserWindow',
      'if (false) BrowserWindow',
    ],
    ['a page with a frame has no window', 'D 1', 'if (frame?.parent) ', 'if (false) '],
    ['no new windows', 'Electron 14', "return { action: 'deny' };", "return { action: 'allow' };"],
    ['unregistered windows end', 'D 1', 'pageOf(window.webContents) === null', 'false'],
    ['no names looked up for elements', 'D 1', 'dnsPrefetchingEnabled=false,', ''],
    ['pages read no clipboard', 'D 1', ',DOMPasteAllowed=false', ''],
    ['no WebRTC past the proxy', 'D 1', "contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');", ''],
    [
      'links are looked at',
      'Electron 15',
      'mayOpen(url, linkHosts()) && takeClick(contents)',
      'takeClick(contents)',
    ],
    ['one link per click', 'D 1', ' && takeClick(contents)', ''],
  ]),
  ...guards('main/platform/external-links.ts', 'main/shell/security.test.ts', [
    ['links are https', 'Electron 15', "protocol !== 'https:' || ", ''],
    ['links have the usual port', 'D 1', "port !== '' || ", ''],
    ['links have no user name', 'D 1', "username !== '' || ", ''],
    ['links have no password', 'D 1', " || password !== ''", ''],
    ['links go to whole host names', 'D 1', '.endsWith(`.', '.endsWith(`'],
  ]),
  ...guards('main/platform/map-link.ts', 'main/platform/map-link.test.ts', [
    ['the map is asked for words alone', 'D 1', 'encodeURIComponent(address)', 'address'],
  ]),
  ...guards('main/shell/page-session.ts', 'main/shell/security.test.ts', [
    ['no permission is given', 'Electron 5', 'answer(false)', 'answer(true)'],
    [
      'no permission is there',
      'Electron 5',
      'of.setPermissionCheckHandler(() => false);',
      'of.setPermissionCheckHandler(() => true);',
    ],
    [
      'no device',
      'Electron 5',
      'of.setDevicePermissionHandler(() => false);',
      'of.setDevicePermissionHandler(() => true);',
    ],
    ['no download', 'D 1', "of.on('will-download', (event) => event.preventDefault());", ''],
    ['later sessions too', 'Electron 5', "app.on('session-created', denyAll);", ''],
    ['pages have no network', 'D 1', 'pages.setProxy(DEAD_PROXY)', 'Promise.resolve()'],
    ['nor this computer', 'D 1', "proxyBypassRules: '<-loopback>',", ''],
  ]),
  ...guards('main/shell/windows.ts', 'main/shell/security.test.ts', [
    ['sandbox', 'Electron 4', 'sandbox: true,', 'sandbox: false,'],
    ['context isolation', 'Electron 3', 'contextIsolation: true,', 'contextIsolation: false,'],
    ['no Node in pages', 'Electron 2', 'nodeIntegration: false,', 'nodeIntegration: true,'],
    ['web security', 'Electron 6', 'webSecurity: true,', 'webSecurity: false,'],
    ['a session of their own', 'D 1', 'session: pageSession(),', ''],
  ]),
  ...guards('main/platform/page-files.ts', 'main/shell/security.test.ts', [
    ['CSP in the answer', 'Electron 7', "'content-security-policy': CSP,", ''],
    ['CSP denies by default', 'Electron 7', '"default-src \'none\'",', '"default-src *",'],
    ['CSP base-uri', 'D 1', '"base-uri \'none\'",', ''],
    ['CSP form-action', 'D 1', '"form-action \'none\'",', ''],
    ['CSP frame-ancestors', 'Electron 7', '"frame-ancestors \'none\'",', ''],
    ['no sniffing', 'Electron 7', "'x-content-type-options': 'nosniff',", ''],
    ['no names looked up ahead', 'D 1', "'x-dns-prefetch-control': 'off',", ''],
    ['own scheme, own host', 'Electron 18', 'if (host !== HOST) return null;', ''],
    ['no file outside', 'Electron 18', 'file.startsWith(root + sep) && ', ''],
  ]),
  ...guards('main/shell/app-protocol.ts', 'main/shell/security.test.ts', [
    [
      'pages are read, not posted to',
      'Electron 18',
      "method === 'GET' ? fileOf(root, url) : null",
      'fileOf(root, url)',
    ],
  ]),
];
