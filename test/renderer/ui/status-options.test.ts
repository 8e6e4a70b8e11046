import { expect, test } from 'vitest';
import { orderedStatuses } from '../../../renderer/ui/status-options.ts';

test('the statuses are offered in this order, the likeliest first', () => {
  const rest = ['Incomplete', 'WaitingForQuote', 'InProgress', 'NoStatusChange'];
  expect(orderedStatuses(null)).toEqual(['Completed', 'Incomplete', 'PartsOnOrder', ...rest.slice(1)]);
  expect(orderedStatuses('PartsOnOrder')).toEqual(['PartsOnOrder', 'Completed', ...rest]);
});
