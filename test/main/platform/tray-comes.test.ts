import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { comesSoon, lookForTray } from '../../../main/platform/tray-comes.ts';
import { dataFolder } from '../storage/support.ts';
import { fakeBus } from './support.ts';

test('macOS and Windows always have a tray', async () => {
  fakeBus('exit 1');
  expect(await lookForTray('darwin').isThere).toBe(true);
  expect(await lookForTray('win32').comes).toBe(true);
});

test('a panel that takes icons is one', async () => {
  fakeBus('[ "$1" = call ] && echo "(<true>,)"');
  const tray = lookForTray('linux');
  expect([await tray.isThere, await tray.comes]).toEqual([true, true]);
});

test('one that comes later is waited for', async () => {
  const folder = dataFolder();
  const there = join(folder, 'there');
  fakeBus(
    `if [ "$1" = call ]; then [ -e '${there}' ] && echo "(<true>,)" || echo "(<false>,)"; exit; fi
     while [ ! -e '${there}' ]; do sleep 0.05; done; echo "a panel"; exec sleep 20`,
  );
  const { isThere, comes: coming } = lookForTray('linux');
  expect(await isThere).toBe(false);
  expect(await comesSoon(coming, 50)).toBe(false);
  writeFileSync(there, '');
  expect(await coming).toBe(true);
});

test('where nothing can be asked there is none', async () => {
  fakeBus('exit 1');
  expect(await lookForTray('linux').comes).toBe(false);
});
