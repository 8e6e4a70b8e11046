import type { Rectangle } from 'electron';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  holdsPointer,
  popupBounds,
  questionBounds,
  sizeOf,
  stripBounds,
  workAreaOf,
} from '../../../main/views/window-size.ts';

const SCALES = [1, 1.25, 1.5, 1.75, 2];

/**
 * The bounds as a desktop changes them: device pixels that hold them whole, read back as CSS px that hold those
 * whole.
 */
function readBack(set: Rectangle, scale: number): Rectangle {
  const outer = (from: number, size: number, by: number) => {
    const start = Math.floor(from * by);
    return [start, Math.ceil((from + size) * by) - start] as const;
  };
  const [left, pixelsWide] = outer(set.x, set.width, scale);
  const [top, pixelsHigh] = outer(set.y, set.height, scale);
  // Chromium counts with an inverse in single precision, which is where a whole pixel comes from.
  const [x, width] = outer(left, pixelsWide, Math.fround(1 / scale));
  const [y, height] = outer(top, pixelsHigh, Math.fround(1 / scale));
  return { x, y, width, height };
}

const isWithin = (inner: Rectangle, outer: Rectangle) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const area = fc.record({
  x: fc.nat(2000),
  y: fc.nat(60),
  width: fc.integer({ min: 500, max: 2560 }),
  height: fc.integer({ min: 300, max: 1440 }),
});
const scale = fc.constantFrom(...SCALES);

describe('the popup', () => {
  it('lies within the work area, 360 wide and one height, wherever its engine wants it', () => {
    fc.assert(
      fc.property(area, fc.integer(), fc.integer(), (room, x, y) => {
        const bounds = popupBounds({ x, y }, room);
        expect(isWithin(bounds, room)).toBe(true);
        expect(bounds.width).toBe(360);
        if (room.height >= 608) expect(bounds.height).toBe(600);
      }),
    );
  });

  it('comes to rest when it is moved again and again to where it is said to be', () => {
    fc.assert(
      fc.property(area, scale, fc.nat(3000), fc.nat(2000), (room, by, x, y) => {
        const first = popupBounds({ x, y }, room);
        let now = first;
        for (let round = 0; round < 20; round++) now = popupBounds(readBack(now, by), room);
        expect(now).toEqual(first);
      }),
    );
  });

  it.each([
    ['125 %', { x: 0, y: 0, width: 1093, height: 582 }, 580],
    ['150 %', { x: 0, y: 0, width: 911, height: 480 }, 480],
    ['150 % with the panel on top', { x: 0, y: 27, width: 911, height: 485 }, 484],
  ])('fits a display of 1366 × 768 at %s', (_, room, height) => {
    const bounds = popupBounds({ x: room.width - 360, y: 400 }, room);
    expect(bounds.height).toBe(height);
    expect(isWithin(bounds, room)).toBe(true);
  });
});

describe('a question', () => {
  it('is as high as its content within the work area, and comes to rest', () => {
    fc.assert(
      fc.property(area, scale, fc.integer({ min: 1, max: 1200 }), (room, by, content) => {
        const first = questionBounds({ x: room.x + 41, y: room.y + 99 }, content, room);
        expect(isWithin(first, room)).toBe(true);
        expect(first.width).toBe(400);
        if (content <= room.height - 56) expect(first.height).toBeGreaterThanOrEqual(content);
        let now = first;
        for (let round = 0; round < 20; round++) now = questionBounds(readBack(now, by), content, room);
        expect(now).toEqual(first);
      }),
    );
  });

  it('leaves room for the border below it', () => {
    const room = { x: 0, y: 0, width: 1000, height: 600 };
    const { y, height } = questionBounds({ x: 0, y: 300 }, 800, room);
    expect(y + height).toBeLessThanOrEqual(592);
  });

  it('starts no larger than its display', () => {
    expect(sizeOf('settings', { width: 400, height: 300 })).toEqual({ width: 400, height: 260 });
  });
});

describe('the work area', () => {
  it('holds no pixel more than there is, at any scale', () => {
    fc.assert(
      fc.property(area, scale, fc.integer(), fc.integer(), (room, by, x, y) => {
        const pixels = {
          ...room,
          width: Math.round(room.width * by),
          height: Math.round(room.height * by),
        };
        const told = (from: number, size: number) => {
          const start = Math.floor(from / by);
          return [start, Math.ceil((from + size) / by) - start] as const;
        };
        const [left, width] = told(pixels.x, pixels.width);
        const [top, height] = told(pixels.y, pixels.height);
        const workArea = { x: left, y: top, width, height };
        const set = popupBounds({ x, y }, workAreaOf({ workArea, scaleFactor: by }));
        const drawn = { x: set.x * by, y: set.y * by, width: set.width * by, height: set.height * by };
        expect(isWithin(drawn, pixels)).toBe(true);
      }),
    );
  });
});

describe('a pointer', () => {
  const bounds = { x: -10, y: 20, width: 400, height: 300 };

  it.each([
    [{ x: -10, y: 20 }, true],
    [{ x: 389, y: 319 }, true],
    [{ x: 390, y: 319 }, false],
    [{ x: 100, y: 19 }, false],
  ])('at %j is in the window: %s', (point, isIn) => {
    expect(holdsPointer(bounds, point)).toBe(isIn);
  });

  it('that the system cannot tell, always 0, 0, is in no window', () => {
    expect(holdsPointer({ x: 0, y: 0, width: 400, height: 300 }, { x: 0, y: 0 })).toBe(false);
  });
});

describe('the strip', () => {
  it('is at the lower right first, then where it was put, and always on the desktop', () => {
    const area = { x: 0, y: 24, width: 1280, height: 776 };
    expect(stripBounds(null, area)).toMatchObject({ x: 964, y: 740, width: 300, height: 44 });
    expect(stripBounds({ x: 100, y: 200 }, area)).toMatchObject({ x: 100, y: 200 });
    expect(stripBounds({ x: 5000, y: -40 }, area)).toMatchObject({ x: 980, y: 24 });
  });
});
