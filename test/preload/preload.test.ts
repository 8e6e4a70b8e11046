import { beforeEach, expect, test, vi } from 'vitest';
import { COMMANDS } from '../../preload/commands.ts';
import type { OnSiteApi } from '../../preload/contract.ts';
import { electron, executeJavaScript, exposed, invoke, ipcRenderer } from '../main/shell/electron.ts';

vi.mock('electron', () => electron);

beforeEach(() => {
  vi.resetModules();
  exposed.clear();
  invoke.mockClear();
  executeJavaScript.mockClear();
});

/** Looks at the page's document again, as the browser does when something in it has changed. */
let change: () => void = () => undefined;

class Observer {
  constructor(look: () => void) {
    change = look;
  }
  observe(): void {}
  disconnect(): void {
    change = () => undefined;
  }
}

/** Loads the preload script as a window does. */
async function load(sandboxed: boolean): Promise<OnSiteApi | undefined> {
  vi.stubGlobal('COMMAND_NAMES', Object.keys(COMMANDS));
  vi.stubGlobal('MutationObserver', Observer);
  vi.stubGlobal('document', {});
  vi.stubGlobal('process', Object.assign(Object.create(process), { sandboxed }));
  try {
    await import('../../preload/index.ts');
  } finally {
    vi.unstubAllGlobals();
  }
  const api = exposed.get('onsite');
  const isApi = (given: unknown): given is OnSiteApi => typeof given === 'object' && given !== null;
  return isApi(api) ? api : undefined;
}

test('a window without its sandbox gets nothing to speak with', async () => {
  await expect(load(false)).rejects.toThrow('not sandboxed');
  expect(exposed.size).toBe(0);
});

test('a page cannot call', async () => {
  await load(true);
  const page = { RTCPeerConnection: 1, webkitRTCPeerConnection: 1 };
  new Function('window', String(executeJavaScript.mock.calls[0]?.[0]))(page);
  expect(page).toEqual({});
});

test('a page speaks on the commands’ channels alone', async () => {
  const api = await load(true);
  await api?.send('app:hide', null);
  expect(invoke).toHaveBeenCalledWith('app:hide', null);
  for (const name of ['snapshot', 'ELECTRON_BROWSER_REQUIRE', '__proto__', 'constructor', ''])
    await expect(api && Reflect.apply(api.send, null, [name, null])).rejects.toThrow('no such command');
  expect(invoke).toHaveBeenCalledTimes(1);
});

test('a page is handed the snapshot and nothing of Electron’s event', async () => {
  const api = await load(true);
  const heard: unknown[][] = [];
  const end = api?.onSnapshot((...given: unknown[]) => heard.push(given));
  ipcRenderer.emit('snapshot', { sender: 'canary' }, 'shown');
  end?.();
  ipcRenderer.emit('snapshot', {}, 'later');
  expect(heard).toEqual([['shown']]);
  expect(Object.keys(api ?? {})).toEqual(['send', 'onSnapshot']);
});

test('main is told once that the page has drawn something, and not of its empty body', async () => {
  await load(true);
  try {
    for (const body of [
      undefined,
      { firstElementChild: null },
      { firstElementChild: {} },
      { firstElementChild: {} },
    ]) {
      vi.stubGlobal('document', { body });
      change();
      expect(invoke).toHaveBeenCalledTimes(body?.firstElementChild ? 1 : 0);
    }
    expect(invoke).toHaveBeenCalledWith('app:drawn', null);
  } finally {
    vi.unstubAllGlobals();
  }
});
