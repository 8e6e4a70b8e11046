import { expect, test } from 'vitest';
import { leavingsView } from '../../../main/views/leavings.ts';
import { Day } from '../visit/support.ts';

const NO_TEXT = { extendedStatus: '', resolution: '' } as const;

/** A visit a minute, each checked out with its text. */
function dayOf(texts: readonly string[]): Day {
  const day = new Day().clock('08:00');
  for (const [index, resolution] of texts.entries()) {
    day.now += 60_000;
    day.checkIn(100 + index);
    day.now += 60_000;
    day.do({
      type: 'check-out',
      visitId: day.current.id,
      primaryStatus: 'Completed',
      extendedStatus: '',
      resolution,
    });
  }
  return day;
}

test('the last texts are offered, newest first and once each, and the status chosen most is the likeliest', () => {
  const day = new Day();
  const leave = (order: number, time: string, choice: object) => {
    day.clock(time).checkIn(order);
    day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed', ...NO_TEXT, ...choice });
  };
  expect(leavingsView(day.mine)).toEqual({ likeliest: null, texts: [] });
  leave(7, '10:00', { resolution: 'New cartridge' });
  leave(8, '10:10', { resolution: 'Reset breaker', primaryStatus: 'PartsOnOrder' });
  leave(9, '10:20', { resolution: 'New cartridge', primaryStatus: 'PartsOnOrder' });
  expect(leavingsView(day.mine)).toEqual({
    likeliest: 'PartsOnOrder',
    texts: ['New cartridge', 'Reset breaker'],
  });
});

test('of many texts the five newest are offered', () => {
  const day = dayOf(['one', 'two', 'three', 'four', 'five', 'six']);
  expect(leavingsView(day.mine).texts).toEqual(['six', 'five', 'four', 'three', 'two']);
});

test('a pause says nothing of how a work order is left; the status that finishes it does', () => {
  const day = new Day().clock('10:00').checkIn(7);
  const visitId = day.current.id;
  day.clock('10:30').do({ type: 'pause', visitId });
  expect(leavingsView(day.mine)).toEqual({ likeliest: null, texts: [] });
  day.clock('11:00').do({
    type: 'finish',
    visitId,
    primaryStatus: 'WaitingForQuote',
    extendedStatus: '',
    resolution: 'Needs a price',
  });
  expect(leavingsView(day.mine)).toEqual({ likeliest: 'WaitingForQuote', texts: ['Needs a price'] });
});
