import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepWaitingCount } from '../../../main/app/waiting-file.ts';
import { Listeners } from '../../../main/listeners.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import { dataFolder } from '../storage/support.ts';
import { Day } from '../visit/support.ts';

function rig() {
  const folder = dataFolder();
  const day = new Day();
  const changes = new Listeners();
  const visits = {
    get state() {
      return day.state;
    },
  };
  return { folder, day, changes, core: { visits, onChange: (run: () => void) => changes.add(run) } };
}

test('the number of reports that are not recorded lies in the data folder', () => {
  const { folder, day, changes, core } = rig();
  const kept = () => readFileSync(join(folder, 'waiting'), 'utf8');
  keepWaitingCount(folder, core);
  expect(kept()).toBe('0');
  day.checkIn(7);
  changes.tell();
  expect(kept()).toBe('1');
  for (const report of reportsOf(day.visit(7))) day.sent(report, 'recorded');
  changes.tell();
  expect(kept()).toBe('0');
});

test('a number that cannot be written stops nothing, and is written later', () => {
  const { folder, day, changes, core } = rig();
  mkdirSync(join(folder, 'waiting'));
  keepWaitingCount(folder, core);
  rmSync(join(folder, 'waiting'), { recursive: true });
  day.checkIn(7);
  changes.tell();
  expect(readFileSync(join(folder, 'waiting'), 'utf8')).toBe('1');
});
