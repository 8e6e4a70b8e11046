import { expect, test } from 'vitest';
import { NO_NEEDS, type StatusOption } from '../../../main/servicechannel/statuses.ts';
import { statusesView } from '../../../main/views/statuses.ts';

const text = { ...NO_NEEDS, resolution: true };
const codes = { ...NO_NEEDS, codes: true };
const date = { ...NO_NEEDS, scheduledDate: true };

const OPTIONS: readonly StatusOption[] = [
  {
    name: 'In Progress',
    needs: NO_NEEDS,
    extended: [
      { name: 'Parts on order', needs: date },
      { name: 'INCOMPLETE', needs: text },
    ],
  },
  { name: 'Completed', needs: codes, extended: [{ name: 'PENDING CONFIRMATION', needs: text }] },
];

test('a check-out status needs what the order’s own status that stands for it needs', () => {
  const view = statusesView(OPTIONS);
  expect(view.PartsOnOrder.needs).toEqual(date);
  expect(view.Incomplete.needs).toEqual(text);
  expect(view.InProgress.needs).toEqual(NO_NEEDS);
  expect(view.WaitingForQuote.needs).toEqual(NO_NEEDS);
  expect(view.Completed).toEqual({
    needs: codes,
    extended: [{ name: 'PENDING CONFIRMATION', needs: text }],
  });
});
