import { expect, test } from 'vitest';
import { takesExtended } from '../../../main/visit/leaving.ts';
import { isPrimaryStatus, statusOptions } from '../../../renderer/ui/status-options.ts';

test('the statuses are offered in this order and in these words', () => {
  expect(statusOptions().map((option) => option.text)).toEqual([
    'Choose…',
    'Finished (Completed)',
    'Coming back (Incomplete)',
    'Parts on order',
    'Waiting for quote',
    'In progress',
    'No status change',
  ]);
});

test('each carries ServiceChannel’s own value, and Choose… carries none', () => {
  expect(statusOptions().map((option) => option.value)).toEqual([
    '',
    'Completed',
    'Incomplete',
    'PartsOnOrder',
    'WaitingForQuote',
    'InProgress',
    'NoStatusChange',
  ]);
  expect(isPrimaryStatus('')).toBe(false);
  expect(isPrimaryStatus('PartsOnOrder')).toBe(true);
});

test('finished work and no change take no extended status', () => {
  expect(
    ['', 'Completed', 'Incomplete', 'PartsOnOrder', 'WaitingForQuote', 'InProgress', 'NoStatusChange'].filter(
      (value) => (value === '' || isPrimaryStatus(value)) && !takesExtended(value),
    ),
  ).toEqual(['Completed', 'NoStatusChange']);
});
