import { expect, test, vi } from 'vitest';
import { electron } from './electron.ts';

vi.mock('electron', () => electron);
const { refusedIn, refuseSwitches } = await import('../../../main/shell/switches.ts');

const given = (...names: string[]) => refusedIn((name) => names.includes(name), {});

test.each([
  'remote-debugging-port',
  'remote-debugging-pipe',
  'log-net-log',
  'ssl-key-log-file',
  'ignore-certificate-errors',
  'disable-web-security',
  'host-resolver-rules',
  'renderer-cmd-prefix',
])('a package is not started with --%s', (name) => {
  expect(given(name)).toEqual([`--${name}`]);
});

test('nor with the variables that write down what it says', () => {
  expect(refusedIn(() => false, { SSLKEYLOGFILE: '/tmp/keys' })).toEqual(['SSLKEYLOGFILE']);
});

test('what a person needs is taken', () => {
  expect(given('no-sandbox', 'user-data-dir', 'lang', 'force-device-scale-factor')).toEqual([]);
});

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
