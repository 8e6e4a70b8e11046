import { expect, test } from 'vitest';
import { codesDraft } from '../../../main/views/codes.ts';
import type { StatusChoice } from '../../../main/visit/commands.ts';
import { certain, Day } from '../visit/support.ts';

/** On site from 10:00 to 11:00, checked out with this choice; tells the draft of its form. */
function draftOf(choice: Partial<StatusChoice>) {
  const day = new Day().clock('10:00').checkIn(7).clock('11:00');
  day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed', ...choice });
  const visit = day.visit(7);
  return codesDraft(visit, certain(visit.pairs[0]?.checkOut).id);
}

test('the form of a check-out shows the codes that were chosen with it', () => {
  const codes = [
    { id: 4001, text: null },
    { id: 4002, text: 'Belt' },
  ];
  const rootCauses = [{ id: 5001, text: null }];
  expect(draftOf({ codes, rootCauses })).toEqual({ codes, rootCauses });
});

test('one without codes shows none', () => {
  expect(draftOf({})).toEqual({ codes: [], rootCauses: [] });
});
