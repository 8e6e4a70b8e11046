import { expect, test } from 'vitest';
import { crewView } from '../../../main/views/crew.ts';
import { Day } from '../visit/support.ts';

const ORDER = 107002896;
const ANNA = { userId: 1544988, name: 'Anna' };
const BEN = { userId: 1544989, name: 'Ben' };
const CARL = { userId: 1544990, name: 'Carl' };

const crew = () =>
  new Day().clock('09:00').do({
    type: 'check-in',
    workOrderId: ORDER,
    workTypeId: 1,
    techsCount: 1,
    crew: [ANNA.userId, BEN.userId],
  });

test('says of each colleague where they are, in the order of the list', () => {
  const day = crew().clock('12:00');
  const anna = day.mine.find(({ pairs }) => pairs[0]?.userId === ANNA.userId);
  day.do({ type: 'pause', visitId: anna?.id ?? '' });
  expect(crewView(day.mine, [CARL, BEN, ANNA])).toMatchObject([
    { ...CARL, visit: null },
    { ...BEN, visit: { workOrderId: ORDER, phase: 'on site', since: { ms: day.instant('09:00') } } },
    { ...ANNA, visit: { id: anna?.id, phase: 'paused', since: { ms: day.instant('12:00') } } },
  ]);
});

test('somebody who was taken off the list stays in sight while they are somewhere', () => {
  const day = crew();
  expect(crewView(day.mine, [BEN])).toMatchObject([BEN, { userId: ANNA.userId, name: null }]);
  for (const visit of day.mine)
    day.do({ type: 'check-out', visitId: visit.id, primaryStatus: 'NoStatusChange' });
  expect(crewView(day.mine, [BEN])).toEqual([{ ...BEN, visit: null }]);
});
