import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, expect, test, vi } from 'vitest';
import { keepSignals } from '../platform/support.ts';
import { electron } from './electron.ts';

vi.mock('electron', () => electron);
const { electronQuit, endBy } = await import('../../../main/shell/quit.ts');

const { quit } = electron.app;

beforeEach(() => void quit.mockClear());
keepSignals();

test.each([
  ['a call that was waited for', () => endBy('quit')],
  ['an answer to the question', () => electronQuit().leave()],
])(
  'after %s the app quits when Electron has told what it tells: before, it would be lost',
  async (_, end) => {
    await Promise.resolve().then(end);
    await Promise.resolve();
    expect(quit).not.toHaveBeenCalled();
    await turn();
    expect(quit).toHaveBeenCalledOnce();
  },
);
