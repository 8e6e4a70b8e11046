import { type Guard, guards } from './guard.ts';

/** Commands, the preload script, and how the app is started. */
export const STARTED_GUARDS: readonly Guard[] = [
  ...guards('main/ipc.ts', 'main/ipc.test.ts', [
    [
      'senders are looked at',
      'Electron 17',
      'isFromOurPage(event) ? BrowserWindow.fromWebContents(event.sender) : null',
      'BrowserWindow.fromWebContents(event.sender)',
    ],
    ['top frames alone speak', 'Electron 17', 'frame.parent === null && ', ''],
    [
      'the window’s own page speaks',
      'D 1',
      'isOwnPage(sender, frame.url)',
      "frame.url.startsWith('app://onsite/')",
    ],
    [
      'requests have a shape',
      'Electron 17',
      'if (!parsed.success) return BAD_REQUEST;',
      'if (!parsed.success) return run(Reflect.get(parsed, "output"), parts.askingWindow(window));',
    ],
  ]),
  ...guards('main/platform/own-pages.ts', 'main/ipc.test.ts', [
    [
      'registered windows alone speak',
      'D 1',
      "page !== null && url.split('#')[0] === pageUrl(page)",
      "url.split('#')[0] === pageUrl(page ?? 'popup')",
    ],
  ]),
  ...guards('preload/commands/schemas.ts', 'main/ipc.test.ts', [
    [
      'pixels are whole',
      'D 1',
      'const pixels = v.pipe(v.number(), v.integer(), ',
      'const pixels = v.pipe(v.number(), ',
    ],
    ['pixels are bounded', 'D 1', 'v.minValue(0), v.maxValue(100_000));', 'v.minValue(0));'],
    ['times are bounded', 'D 1', 'v.minValue(0), v.maxValue(8_640_000_000_000_000));', 'v.minValue(0));'],
    [
      'texts are bounded',
      'D 1',
      'const text = v.pipe(v.string(), v.maxLength(20_000), ',
      'const text = v.pipe(v.string(), ',
    ],
    ['texts are whole characters', 'D 7', 'given.toWellFormed()', 'given'],
  ]),
  ...guards('preload/commands/record.ts', 'main/ipc.test.ts', [
    [
      'pages copy nothing of their own',
      'D 1',
      "'receipt:copy': done(none),",
      "'receipt:copy': done(v.any()),",
    ],
  ]),
  ...guards('preload/index.ts', 'preload/preload.test.ts', [
    ['preload knows the channels', 'Electron 20', 'names.has(command)', 'true'],
    ['no WebRTC', 'D 1', 'delete window.RTCPeerConnection; ', ''],
    [
      'preload needs a sandbox',
      'Electron 4',
      "if (!process.sandboxed) throw new Error('This window is not sandboxed.');",
      '',
    ],
    [
      'preload keeps the event',
      'Electron 20',
      '(_event: unknown, snapshot: Snapshot) => listener(snapshot)',
      '(...given: unknown[]) => Reflect.apply(listener, null, given)',
    ],
  ]),
  ...guards('main/platform/refused-switches.ts', 'main/platform/refused-switches.test.ts', [
    ['no debugger', 'D 2', "'remote-debugging-port', 'remote-debugging-pipe', ", ''],
    ['no log of the network', 'D 2', "'log-net-log', ", ''],
    ['no unknown certificates', 'D 2', "'ignore-certificate-errors', ", ''],
    ['no page that is another program', 'D 2', "'browser-subprocess-path', ", ''],
    ['no log of keys', 'D 2', "'SSLKEYLOGFILE', ", ''],
    ['no sandbox is said', 'D 2', "\n  'no-sandbox',", ''],
  ]),
  ...guards('main/shell/switches.ts', 'main/shell/switches.test.ts', [
    ['a package refuses them', 'D 2', 'app.exit(2);', ''],
  ]),
  ...guards('main/platform/links.ts', 'main/platform/links.test.ts', [
    ['links have an end', 'D 7', 'length > LONGEST_ARGUMENT', 'length < 0'],
    ['links say a number alone', 'D 7', '([^/?#]{1,20})\\/?$/i', '([^/]{1,20})/i'],
  ]),
];
