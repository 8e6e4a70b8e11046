import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { comesSoon, trayComes } from '../../../main/platform/tray-comes.ts';
import { dataFolder } from '../storage/support.ts';
import { fakeBus } from './support.ts';

test('macOS and Windows always have a tray', async () => {
  fakeBus('exit 1');
  expect([await trayComes('darwin'), await trayComes('win32')]).toEqual([true, true]);
});

test('a panel that takes icons is one', async () => {
  fakeBus('[ "$1" = call ] && echo "(<true>,)"');
  expect(await trayComes('linux')).toBe(true);
});

test('one that comes later is waited for', async () => {
  const folder = dataFolder();
  const there = join(folder, 'there');
  fakeBus(
    `if [ "$1" = call ]; then [ -e '${there}' ] && echo "(<true>,)" || echo "(<false>,)"; exit; fi
     while [ ! -e '${there}' ]; do sleep 0.05; done; echo "a panel"; exec sleep 20`,
  );
  const coming = trayComes('linux');
  expect(await comesSoon(coming, 50)).toBe(false);
  writeFileSync(there, '');
  expect(await coming).toBe(true);
});

test('where nothing can be asked there is none', async () => {
  fakeBus('exit 1');
  expect(await trayComes('linux')).toBe(false);
});
