import { expect, test } from 'vitest';
import { Placing } from '../../../main/platform/placing.ts';

const BELOW_THE_TRAY = { x: 920, y: 32, width: 360, height: 600 };
const CORNER = { ...BELOW_THE_TRAY, x: 0, y: 0 };

/** A desktop that says something else of a window's place for so many times. */
function desktop(mistakes: number) {
  const asked: object[] = [];
  let bounds = CORNER;
  const placing = new Placing({
    getBounds: () => bounds,
    setBounds: (place) => {
      asked.push(place);
      bounds = asked.length > mistakes ? place : CORNER;
    },
  });
  return { placing, asked, bounds: () => bounds };
}

test('a window that Electron has where it was put is left alone', () => {
  const { placing, asked } = desktop(0);
  placing.look();
  placing.put(BELOW_THE_TRAY);
  placing.look();
  placing.look();
  expect(asked).toEqual([BELOW_THE_TRAY]);
});

test('one that Electron takes to be in the corner is put there again', () => {
  const { placing, asked, bounds } = desktop(2);
  placing.put(BELOW_THE_TRAY);
  placing.look();
  placing.look();
  expect(bounds()).toEqual(BELOW_THE_TRAY);
  placing.look();
  expect(asked).toHaveLength(3);
});

test('a desktop that puts it elsewhere has its will after three times, for each place', () => {
  const { placing, asked } = desktop(100);
  placing.put(BELOW_THE_TRAY);
  for (let n = 0; n < 10; n++) placing.look();
  expect(asked).toHaveLength(4);
  placing.put(BELOW_THE_TRAY);
  for (let n = 0; n < 10; n++) placing.look();
  expect(asked).toHaveLength(8);
});
