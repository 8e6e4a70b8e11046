import { expect, test } from 'vitest';
import { takesExtended } from '../../../main/visit/leaving.ts';
import { PRIMARY_STATUSES } from '../../../main/visit/types.ts';

test('finished work and no change take no extended status', () => {
  expect(PRIMARY_STATUSES.filter((status) => !takesExtended(status))).toEqual([
    'Completed',
    'NoStatusChange',
  ]);
});
