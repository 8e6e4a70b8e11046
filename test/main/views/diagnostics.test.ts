import { expect, test } from 'vitest';
import type { DatabaseFault } from '../../../main/storage/faults.ts';
import { diagnosticsOf } from '../../../main/views/diagnostics.ts';
import { appRig } from '../app/rig.ts';

test.each<[DatabaseFault | null, string]>([
  [null, 'record: sound,'],
  [{ code: 'damaged', detail: 'row 5 missing' }, 'record: damaged: row 5 missing,'],
  [{ code: 'newer', schema: 99 }, 'record: newer, schema 99,'],
  [{ code: 'missing' }, 'record: missing,'],
])('diagnostics say how the record is: %j', async (fault, line) => {
  const { snapshot } = await appRig();
  const { settings, notices } = await snapshot();
  const text = diagnosticsOf({
    versions: {},
    platform: 'linux',
    settings,
    notices,
    doctor: { fault, checkedAt: 0, copyAt: null, waiting: 0, undecided: 0 },
    clockDifference: 0,
    offlineSince: null,
    inTray: true,
  });
  expect(text).toContain(line);
});
