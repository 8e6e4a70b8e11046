/** A place on the desktop, CSS px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
interface Size {
  readonly width: number;
  readonly height: number;
}
/** Places and sizes as Electron has them, CSS px. */
export interface Rectangle extends Point, Size {}

/** A display, as Electron describes it. */
interface Display {
  readonly workArea: Rectangle;
  readonly scaleFactor: number;
}

/** The pages there are. */
export type WindowPage = 'popup' | 'settings' | 'timesheet' | 'prompts' | 'strip';

/** Sizes as they should be, CSS px. Popup, settings and timesheet scroll inside; a question starts low and is fitted. */
const SIZES: Readonly<Record<WindowPage, Size>> = {
  popup: { width: 360, height: 600 },
  settings: { width: 520, height: 640 },
  timesheet: { width: 860, height: 720 },
  prompts: { width: 400, height: 260 },
  strip: { width: 300, height: 44 },
};

/** Whether a page can be made larger: a table is read in the room that a screen has. */
export const isResizable = (page: WindowPage): boolean => page === 'timesheet';

/** A title bar of a window that has one, and the border below it. */
const FRAME = 40;
const BORDER = 8;
const LEAST_HEIGHT = 120;

/**
 * Places and sizes in steps of 4 CSS px are whole device pixels at 125, 150 and 175 %. Anything else is rounded up by
 * the desktop, and a size that is read back and set again grows with each round: sizes are never read back here.
 */
const STEP = 4;
const down = (px: number): number => Math.floor(px / STEP) * STEP;
const up = (px: number): number => Math.ceil(px / STEP) * STEP;

/**
 * The part of a display that is surely free. At another scale than 1 the desktop’s work area is told in CSS px that hold
 * it whole: up to one more at each edge than there is.
 */
export function workAreaOf({ workArea, scaleFactor }: Display): Rectangle {
  if (scaleFactor === 1) return workArea;
  const { x, y, width, height } = workArea;
  return { x: x + 1, y: y + 1, width: width - 2, height: height - 2 };
}

/** At `point` or as near as lies within the area, and no larger than it. */
function placed(point: Point, size: Size, area: Rectangle): Rectangle {
  const [left, top] = [up(area.x), up(area.y)];
  const [right, bottom] = [down(area.x + area.width), down(area.y + area.height)];
  const width = Math.min(size.width, right - left);
  const height = Math.min(size.height, bottom - top);
  return {
    x: Math.max(left, Math.min(down(point.x), right - width)),
    y: Math.max(top, Math.min(down(point.y), bottom - height)),
    width,
    height,
  };
}

/** The size a window is made with, within the room that its display has for it. */
export function sizeOf(page: WindowPage, room: Size): Size {
  const { width, height } = SIZES[page];
  return { width: down(Math.min(width, room.width)), height: down(Math.min(height, room.height - FRAME)) };
}

/** Where the popup is and how large: it has no frame, and one height for all that it shows. */
export const popupBounds = (point: Point, area: Rectangle): Rectangle => placed(point, SIZES.popup, area);

/** The strip's distance from the corner of the desktop where it is first, CSS px. */
const CORNER = 16;

/** Where the strip is and how large: where it was put, else at the lower right. */
export function stripBounds(point: Point | null, area: Rectangle): Rectangle {
  const { width, height } = SIZES.strip;
  const corner = { x: area.x + area.width - width - CORNER, y: area.y + area.height - height - CORNER };
  return placed(point ?? corner, SIZES.strip, area);
}

/** Where a question's window is and how large inside its frame, made as high as its content (CSS px). */
export function questionBounds(point: Point, content: number, area: Rectangle): Rectangle {
  const size = { width: SIZES.prompts.width, height: up(Math.max(LEAST_HEIGHT, content)) };
  return placed(point, size, { ...area, y: area.y + FRAME, height: area.height - FRAME - BORDER });
}

/**
 * Is the pointer in there? On Wayland programs are not told where it is: it is always said to be at 0, 0, which is no
 * place that counts.
 */
export function holdsPointer({ x: left, y: top, width, height }: Rectangle, { x, y }: Point): boolean {
  if (x === 0 && y === 0) return false;
  return x >= left && x < left + width && y >= top && y < top + height;
}
