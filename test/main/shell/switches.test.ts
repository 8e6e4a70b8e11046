import { expect, test, vi } from 'vitest';
import { electron } from './electron.ts';

vi.mock('electron', () => electron);
const { lacksSandbox, refuseSwitches } = await import('../../../main/shell/switches.ts');

test('it says so and ends, when it is packaged', () => {
  const { app, dialog } = electron;
  app.commandLine.hasSwitch = (name) => name === 'log-net-log';
  refuseSwitches();
  expect(dialog.showErrorBox).not.toHaveBeenCalled();
  app.isPackaged = true;
  refuseSwitches();
  expect(dialog.showErrorBox).toHaveBeenCalledWith(
    'OnSite cannot start',
    expect.stringContaining('--log-net-log'),
  );
  expect(app.exit).toHaveBeenCalledWith(2);
});

test('a package without its sandbox says so', () => {
  const { app } = electron;
  app.isPackaged = true;
  app.commandLine.hasSwitch = () => false;
  expect(lacksSandbox()).toBe(false);
  app.commandLine.hasSwitch = (name) => name === 'no-sandbox';
  expect(lacksSandbox()).toBe(true);
  app.isPackaged = false;
  expect(lacksSandbox()).toBe(false);
  app.isPackaged = true;
  app.commandLine.hasSwitch = () => false;
  vi.stubEnv('ELECTRON_DISABLE_SANDBOX', '1');
  expect(lacksSandbox()).toBe(true);
  vi.unstubAllEnvs();
});
