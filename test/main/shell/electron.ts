import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

/** An event that a listener can prevent. */
export const preventable = () => {
  const event = { defaultPrevented: false, preventDefault: () => {} };
  event.preventDefault = () => {
    event.defaultPrevented = true;
  };
  return event;
};

type Handler = (...given: unknown[]) => unknown;

/** A session that notes what it is told. */
export class FakeSession extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  proxy: unknown = null;
  readonly protocol = {
    registerBufferProtocol: (scheme: string, handler: Handler) => this.handlers.set(scheme, handler),
  };
  setPermissionRequestHandler = (handler: Handler) => this.handlers.set('request', handler);
  setPermissionCheckHandler = (handler: Handler) => this.handlers.set('check', handler);
  setDevicePermissionHandler = (handler: Handler) => this.handlers.set('device', handler);
  setProxy = async (proxy: unknown) => {
    this.proxy = proxy;
  };
}

/** A page that notes what it is told. */
export class FakeContents extends EventEmitter {
  openHandler: Handler | null = null;
  webRtc = '';
  /** Keys that the app pressed in it, by name. */
  readonly pressed: string[] = [];
  readonly window: FakeWindow;
  constructor(window: FakeWindow) {
    super();
    this.window = window;
  }
  setWindowOpenHandler = (handler: Handler) => {
    this.openHandler = handler;
  };
  sendInputEvent = ({ type, keyCode }: { readonly type: string; readonly keyCode: string }) => {
    if (type === 'keyDown') this.pressed.push(keyCode);
  };
  setWebRTCIPHandlingPolicy = (policy: string) => {
    this.webRtc = policy;
  };
}

const windows = new Set<FakeWindow>();

export class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents(this);
  constructor() {
    super();
    windows.add(this);
    app.emit('web-contents-created', {}, this.webContents);
    app.emit('browser-window-created', {}, this);
  }
  static fromWebContents = (contents: FakeContents) => contents.window;
  isDestroyed = () => !windows.has(this);
  destroy = () => void windows.delete(this);
}

export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  exit: vi.fn(),
  quit: vi.fn(),
  getLocale: () => 'en',
  getSystemLocale: () => 'en-GB',
  getPreferredSystemLanguages: () => ['en'],
  commandLine: {
    appendSwitch: vi.fn((_name: string, _value?: string) => undefined),
    getSwitchValue: () => '',
    hasSwitch: (_name: string): boolean => false,
  },
});

const sessions = new Map<string, FakeSession>();

/** Each is made when it is first asked for, as Electron's are. */
export const session = {
  get defaultSession(): FakeSession {
    return session.fromPartition('');
  },
  fromPartition: (name: string): FakeSession => {
    const known = sessions.get(name);
    if (known) return known;
    const made = new FakeSession();
    sessions.set(name, made);
    app.emit('session-created', made);
    return made;
  },
};

/** The names of the sessions that were made so far. */
export const sessionsMade = (): readonly string[] => [...sessions.keys()];

export const openExternal = vi.fn(async () => undefined);
export const invoked = new Map<string, Handler>();
export const exposed = new Map<string, unknown>();
export const invoke = vi.fn(async (..._given: unknown[]) => 'answered');
/** Code that the preload script ran in a page. */
export const executeJavaScript = vi.fn(async (_code: string) => undefined);
export const ipcRenderer = Object.assign(new EventEmitter(), { invoke });

/** Stands for `electron` in a unit test. */
export const electron = {
  app,
  dialog: { showErrorBox: vi.fn() },
  session,
  ipcRenderer,
  shell: { openExternal },
  BrowserWindow: FakeWindow,
  protocol: { registerSchemesAsPrivileged: vi.fn() },
  screen: { getPrimaryDisplay: () => ({ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }) },
  ipcMain: { handle: (name: string, handler: Handler) => invoked.set(name, handler) },
  webFrame: { executeJavaScript },
  contextBridge: { exposeInMainWorld: (name: string, api: unknown) => exposed.set(name, api) },
};
