import { expect, test } from 'vitest';
import { refusedIn, sandboxIsOff } from '../../../main/platform/refused-switches.ts';

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
  'browser-subprocess-path',
  'enable-ui-devtools',
  'trace-config-file',
])('a package is not started with --%s', (name) => {
  expect(given(name)).toEqual([`--${name}`]);
});

test('nor with the variables that write down what it says', () => {
  expect(refusedIn(() => false, { SSLKEYLOGFILE: '/tmp/keys' })).toEqual(['SSLKEYLOGFILE']);
});

test('what a person needs is taken', () => {
  expect(given('no-sandbox', 'user-data-dir', 'lang', 'force-device-scale-factor')).toEqual([]);
});

test('a sandbox that a switch or a variable turns off is off', () => {
  expect(sandboxIsOff(() => false, {})).toBe(false);
  expect(sandboxIsOff((name) => name === 'no-sandbox', {})).toBe(true);
  expect(sandboxIsOff(() => false, { ELECTRON_DISABLE_SANDBOX: '1' })).toBe(true);
});
