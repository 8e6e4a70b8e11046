import { visible } from './numbers.ts';

/** The words of the interface language that a line may have beside numbers, in lower case. */
export interface LineWords {
  readonly technicians: readonly string[];
  readonly minutes: readonly string[];
  readonly hours: readonly string[];
  readonly yesterday: readonly string[];
  /** Between the order and the time: `at`. */
  readonly at: readonly string[];
  readonly am: readonly string[];
  readonly pm: readonly string[];
}

/** A time as it was typed. `half`: the half of the day that was said with it, null where none was. */
export type LineTime =
  | { readonly kind: 'ago'; readonly minutes: number }
  | {
      readonly kind: 'clock';
      readonly hour: number;
      readonly minute: number;
      readonly half: 'am' | 'pm' | null;
      readonly yesterday: boolean;
    };

/** Order, time and technicians of one text: `107002896 8:30`, `oak plaza 2 techs`. */
export interface Line {
  /** The text before them: a number, or what is searched for. */
  readonly order: string;
  readonly time: LineTime | null;
  /** Digits as they were typed. */
  readonly technicians: string | null;
}

/** A part at the end of a text, and the text before it. */
type Found = { readonly rest: string } & (
  | { readonly part: 'ago'; readonly minutes: number }
  | {
      readonly part: 'clock';
      readonly hour: number;
      readonly minute: number;
      readonly half: 'am' | 'pm' | null;
    }
  | { readonly part: 'yesterday' }
  | { readonly part: 'technicians'; readonly digits: string }
);

/** No line is longer (characters): a longer text was pasted. */
const LONGEST = 300;

const MINUS = '[-−–‐]';

/** One of the words; a blank in a word is any number of them. */
const oneOf = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s*'))
    .join('|');

/** The text before a match at its end. */
const before = (text: string, { index }: RegExpExecArray): string =>
  text.slice(0, index).replace(/[\s,;]+$/, '');

const atEnd = (pattern: string): RegExp => new RegExp(`(?:^|[\\s,;])${pattern}$`, 'iu');

function technicians(text: string, words: LineWords): Found | null {
  const match = atEnd(`(\\d{1,4})\\s*(?:${oneOf(words.technicians)})\\.?`).exec(text);
  return match && { part: 'technicians', digits: match[1] ?? '', rest: before(text, match) };
}

function ago(text: string, words: LineWords): Found | null {
  const [minutes, hours] = [oneOf(words.minutes), oneOf(words.hours)];
  const short = atEnd(`${MINUS}\\s?(\\d{1,5})\\s*(?:${minutes})\\.?`).exec(text);
  if (short) return { part: 'ago', minutes: Number(short[1]), rest: before(text, short) };
  const long = atEnd(`${MINUS}\\s?(\\d{1,3})\\s*(?:${hours})\\.?(?:\\s*(\\d{1,2})\\s*(?:${minutes})?\\.?)?`);
  const match = long.exec(text);
  if (!match) return null;
  return { part: 'ago', minutes: Number(match[1]) * 60 + Number(match[2] ?? 0), rest: before(text, match) };
}

function clock(text: string, words: LineWords): Found | null {
  const [am, pm] = [oneOf(words.am), oneOf(words.pm)];
  const at = `(?:(?:${oneOf(words.at)})\\s*)?`;
  const match = atEnd(`${at}(\\d{1,2})(?:[:.h](\\d{2}))?(?:\\s?(?:(${am})|(${pm})))?`).exec(text);
  if (!match) return null;
  const [, hours, minutes, morning, afternoon] = match;
  const half = morning ? 'am' : afternoon ? 'pm' : null;
  const [hour, minute] = [Number(hours), Number(minutes ?? 0)];
  // A bare number is none: it may be a part of the order.
  if (minutes === undefined && half === null) return null;
  if (minute > 59 || hour > 23 || (half !== null && (hour < 1 || hour > 12))) return null;
  return { part: 'clock', hour, minute, half, rest: before(text, match) };
}

function yesterday(text: string, words: LineWords): Found | null {
  const match = atEnd(`(?:${oneOf(words.yesterday)})`).exec(text);
  return match && { part: 'yesterday', rest: before(text, match) };
}

/** The time that the parts say; `no` where they do not belong together. */
function lineTime(parts: ReadonlyMap<Found['part'], Found>): LineTime | null | 'no' {
  const [clocked, since] = [parts.get('clock'), parts.get('ago')];
  const isYesterday = parts.has('yesterday');
  if (clocked?.part === 'clock') {
    const { hour, minute, half } = clocked;
    return since ? 'no' : { kind: 'clock', hour, minute, half, yesterday: isYesterday };
  }
  if (isYesterday) return 'no';
  return since?.part === 'ago' ? { kind: 'ago', minutes: since.minutes } : null;
}

/**
 * Reads order, time and number of technicians from one text, the latter two behind the order and in either sequence:
 * `107002896 8:30`, `107002896 -20m`, `oak plaza 2 techs 8:30am yesterday`. Null for a text that is an order alone, or
 * that has a part twice or parts that do not belong together: that is no line, and is searched for as it is.
 */
export function parseLine(text: string, words: LineWords): Line | null {
  if (text.length > LONGEST) return null;
  let rest = visible(text).replace(/[\s,;]+$/, '');
  const parts = new Map<Found['part'], Found>();
  for (;;) {
    const found =
      technicians(rest, words) ?? ago(rest, words) ?? clock(rest, words) ?? yesterday(rest, words);
    if (!found) break;
    if (parts.has(found.part)) return null;
    parts.set(found.part, found);
    rest = found.rest;
  }
  const time = lineTime(parts);
  if (parts.size === 0 || rest === '' || time === 'no') return null;
  const count = parts.get('technicians');
  return { order: rest, time, technicians: count?.part === 'technicians' ? count.digits : null };
}
