import { describe, expect, test } from 'vitest';
import { idleSource, isWayland, parseLogind, parseMutter, waylandIdle } from '../../../main/platform/idle.ts';
import { fakeBus } from './support.ts';

const NOW = 1_700_000_000_000;

test.each([
  ['(uint64 12345,)\n', 12_345],
  ['(uint64 0,)\n', 0],
  ['()\n', null],
  [null, null],
])('GNOME’s answer %j is %j ms', (answer, ms) => {
  expect(parseMutter(answer)).toBe(ms);
});

test.each([
  ['(<false>,)', '(<uint64 5>,)', 0],
  ['(<true>,)', `(<uint64 ${(NOW - 60_000) * 1000}>,)`, 60_000],
  ['(<true>,)', `(<uint64 ${(NOW + 60_000) * 1000}>,)`, 0],
  ['(<true>,)', null, null],
  [null, '(<uint64 5>,)', null],
])('logind’s answers %j and %j are %j ms', (hint, since, ms) => {
  expect(parseLogind(hint, since, NOW)).toBe(ms);
});

test('Wayland is known by either of its variables, on Linux', () => {
  expect(isWayland({ XDG_SESSION_TYPE: 'wayland' }, 'linux')).toBe(true);
  expect(isWayland({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
  expect(isWayland({ XDG_SESSION_TYPE: 'x11' }, 'linux')).toBe(false);
  expect(isWayland({ XDG_SESSION_TYPE: 'wayland' }, 'darwin')).toBe(false);
});

describe('a Wayland desktop', () => {
  test('that is GNOME tells it', async () => {
    fakeBus('case "$*" in *IdleMonitor*) echo "(uint64 4200,)";; *) exit 1;; esac');
    const idle = await waylandIdle();
    expect(await idle?.()).toBe(4_200);
  });

  test('that is another tells its hint', async () => {
    fakeBus(
      'case "$*" in *IdleSinceHint*) echo "(<uint64 1>,)";; *IdleHint*) echo "(<false>,)";; *) exit 1;; esac',
    );
    const idle = await waylandIdle();
    expect(await idle?.()).toBe(0);
  });

  test('that tells nothing: nothing is claimed', async () => {
    fakeBus('exit 1');
    expect(await waylandIdle()).toBeNull();
  });
});

test('Electron’s own is asked where it is right', async () => {
  const source = await idleSource({}, () => 90);
  expect([source.detects, await source.idle(), source.idleNow()]).toEqual([true, 90_000, 90_000]);
});

test.runIf(process.platform === 'linux')(
  'on Wayland the desktop is asked, else nothing is claimed',
  async () => {
    const wayland = { XDG_SESSION_TYPE: 'wayland' };
    fakeBus('echo "(uint64 1234,)"');
    const source = await idleSource(wayland, () => 90);
    expect([source.detects, await source.idle(), source.idleNow()]).toEqual([true, 1_234, null]);
    fakeBus('exit 1');
    const none = await idleSource(wayland, () => 90);
    expect([none.detects, await none.idle()]).toEqual([false, null]);
  },
);
