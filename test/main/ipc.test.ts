import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Handlers } from '../../main/app/commands/types.ts';
import { COMMANDS, isCommand } from '../../preload/commands.ts';
import { WINDOW } from './app/support.ts';
import { electron, FakeWindow, invoked } from './shell/electron.ts';

vi.mock('electron', () => electron);
const { registerHandlers } = await import('../../main/ipc.ts');
const { register } = await import('../../main/platform/own-pages.ts');

const ran = vi.fn((_name: string, _request: unknown): unknown => null);
const errors: unknown[] = [];

beforeAll(() => {
  const names = Object.keys(COMMANDS).filter(isCommand);
  const handlers = Object.fromEntries(names.map((name) => [name, (request: unknown) => ran(name, request)]));
  // Handlers of the real types would be the app itself: here only that they are reached is looked at.
  const parts = { askingWindow: () => WINDOW, onError: (error: unknown) => errors.push(error) };
  Reflect.apply(registerHandlers, null, [handlers satisfies Partial<Record<keyof Handlers, unknown>>, parts]);
});

const PAGE = 'app://onsite/popup/index.html';
const own = new FakeWindow();
Reflect.apply(register, null, [own, 'popup']);
const top = (url = PAGE) => ({ url, parent: null });

const ask = (
  name: string,
  request: unknown,
  from: object = { sender: own.webContents, senderFrame: top() },
) => {
  ran.mockClear();
  return invoked.get(name)?.(from, request);
};

describe('a command', () => {
  test('of a window of ours is run', async () => {
    expect(await ask('app:hide', null)).toBeNull();
    expect(ran).toHaveBeenCalledWith('app:hide', null);
    await ask('app:hide', null, { sender: own.webContents, senderFrame: top(`${PAGE}#part`) });
    expect(ran).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['a frame that is gone', { sender: own.webContents, senderFrame: null }],
    ['a frame within', { sender: own.webContents, senderFrame: { url: PAGE, parent: top() } }],
    [
      'another page of ours',
      { sender: own.webContents, senderFrame: top('app://onsite/settings/index.html') },
    ],
    ['another page', { sender: own.webContents, senderFrame: top('https://example.org/') }],
    ['about:blank', { sender: own.webContents, senderFrame: top('about:blank') }],
    ['a page that begins so', { sender: own.webContents, senderFrame: top(`${PAGE}.other`) }],
    ['another window', { sender: new FakeWindow().webContents, senderFrame: top() }],
  ])('of %s is refused', async (_, from) => {
    await expect(ask('app:hide', null, from)).rejects.toThrow('not a window of OnSite');
    expect(ran).not.toHaveBeenCalled();
  });

  test.each<[string, string, unknown]>([
    ['another shape', 'app:hide', {}],
    ['half a pixel', 'app:fit', { height: 1.5 }],
    ['no number', 'app:fit', { height: Number.NaN }],
    ['a number that has no end', 'app:fit', { height: Number.POSITIVE_INFINITY }],
    ['a negative number', 'app:menu', { x: -1, y: 0 }],
    ['a number beyond any window', 'app:fit', { height: 100_001 }],
    ['a time that is no time', 'visit:pause', { visitId: 'v', at: 8_640_000_000_000_001 }],
    ['a text longer than a book', 'visit:pause', { visitId: 'v'.repeat(20_001), at: null }],
    ['more than it takes', 'visit:pause', { visitId: 'v', at: null, more: 1 }],
    ['a text to copy', 'receipt:copy', { text: 'canary' }],
  ])('with %s is a bad request', async (_, name, request) => {
    expect(await ask(name, request)).toEqual({ ok: false, error: { code: 'bad-request' } });
    expect(ran).not.toHaveBeenCalled();
  });

  test('takes a text that something else can hold as well', async () => {
    await ask('visit:pause', { visitId: 'half \ud800 a sign', at: null });
    expect(ran).toHaveBeenCalledWith('visit:pause', { visitId: 'half \ufffd a sign', at: null });
  });

  test('that fails says only that', async () => {
    ran.mockImplementationOnce(() => {
      throw new Error('canary');
    });
    expect(await ask('app:hide', null)).toEqual({ ok: false, error: { code: 'unexpected' } });
    expect(errors).toHaveLength(1);
  });
});
