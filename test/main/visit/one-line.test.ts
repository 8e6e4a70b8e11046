import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLine } from '../../../main/visit/one-line.ts';
import { parseWorkOrder } from '../../../main/visit/work-order-number.ts';
import { en } from '../../../words/en.ts';

const parse = (text: string) => parseLine(text, en.lineWords);
const clock = (hour: number, minute: number, half: 'am' | 'pm' | null = null, yesterday = false) =>
  ({ kind: 'clock', hour, minute, half, yesterday }) as const;
const ago = (minutes: number) => ({ kind: 'ago', minutes }) as const;

describe('one line says an order with', () => {
  test.each([
    ['107002896 8:30', clock(8, 30)],
    ['107002896 08:30', clock(8, 30)],
    ['107002896, 8.30', clock(8, 30)],
    ['107002896 8h30', clock(8, 30)],
    ['107002896 at 8:30', clock(8, 30)],
    ['107002896 @8:30', clock(8, 30)],
    ['107002896 8:30am', clock(8, 30, 'am')],
    ['107002896 8:30 A.M.', clock(8, 30, 'am')],
    ['107002896 8pm', clock(8, 0, 'pm')],
    ['107002896 12:05 p.m.', clock(12, 5, 'pm')],
    ['107002896 0:10', clock(0, 10)],
    ['107002896 16:45 yesterday', clock(16, 45, null, true)],
    ['107002896 yesterday 4:45 pm', clock(4, 45, 'pm', true)],
    ['107002896 yesterday at 4:45 pm', clock(4, 45, 'pm', true)],
    ['107002896 -20m', ago(20)],
    ['107002896 −20 min', ago(20)],
    ['107002896 -20 minutes', ago(20)],
    ['107002896 -1h', ago(60)],
    ['107002896 -1h30', ago(90)],
    ['107002896 -1 hour 5 min', ago(65)],
    ['107002896 - 90 min.', ago(90)],
  ])('a time: %s', (text, time) => {
    expect(parse(text)).toEqual({ order: '107002896', time, technicians: null });
  });

  test.each([
    ['oak plaza 2 techs', 'oak plaza', '2'],
    ['oak plaza 1 tech', 'oak plaza', '1'],
    ['Oak Plaza, 12 Technicians', 'Oak Plaza', '12'],
    ['107002896 2techs', '107002896', '2'],
    ['107 002 896 0 techs', '107 002 896', '0'],
  ])('technicians: %s', (text, order, technicians) => {
    expect(parse(text)).toEqual({ order, time: null, technicians });
  });

  test('both, in either sequence', () => {
    const both = { order: 'oak plaza', time: clock(8, 30), technicians: '2' };
    expect(parse('oak plaza 2 techs 8:30')).toEqual(both);
    expect(parse('oak plaza 8:30, 2 techs')).toEqual(both);
  });
});

test.each([
  '107002896',
  'oak plaza',
  'oak plaza 2',
  '107002896 -20',
  '107002896-20m',
  '107002896 8',
  '107002896 25:00',
  '107002896 8:60',
  '107002896 13:00 pm',
  '107002896 0:30 am',
  '107002896 yesterday',
  '107002896 -20m yesterday',
  '107002896 8:30 -20m',
  '107002896 8:30 9:30',
  '2 techs',
  '8:30',
  '-20m',
  'techs',
  '',
  '   ',
  'store 12345 techs',
])('no line: %s', (text) => expect(parse(text)).toBeNull());

test('a number as it is typed or pasted today stays what it was', () => {
  const numbers = fc
    .tuple(
      fc.constantFrom('', 'Tracking # ', 'WO', 'Work order ', '#', 'onsite://workorder/'),
      fc.integer({ min: 1, max: 2_147_483_647 }),
      fc.constantFrom('', ' ', '.', '\n', '-'),
    )
    .map((parts) => parts.join(''));
  const groups = fc
    .integer({ min: 1_000_000, max: 999_999_999 })
    .map((id) => id.toLocaleString('en').replaceAll(',', ' '));
  fc.assert(
    fc.property(fc.oneof(numbers, groups, fc.string(), fc.string({ unit: 'grapheme' })), (text) => {
      if (parseWorkOrder(text).ok) expect(parse(text)).toBeNull();
    }),
  );
});

test('parts behind any order are found, whatever their sequence; the order is not touched', () => {
  const orders = fc.constantFrom(
    '107002896',
    '107 002 896',
    'oak plaza',
    "O'Brien’s 7-11",
    'Main 24 %_',
    'café',
  );
  const times = fc.oneof(
    fc.record({ hour: fc.nat(23), minute: fc.nat(59) }).map(({ hour, minute }) => ({
      text: `${hour}:${String(minute).padStart(2, '0')}`,
      time: clock(hour, minute),
    })),
    fc.integer({ min: 1, max: 9999 }).map((minutes) => ({ text: `-${minutes}m`, time: ago(minutes) })),
  );
  const counts = fc.integer({ min: 1, max: 999 });
  fc.assert(
    fc.property(
      orders,
      times,
      counts,
      fc.boolean(),
      fc.constantFrom(' ', ', ', '  '),
      (order, at, count, first, gap) => {
        const parts = [at.text, `${count} techs`];
        const text = [order, ...(first ? parts : parts.toReversed())].join(gap);
        expect(parse(text)).toEqual({ order, time: at.time, technicians: String(count) });
      },
    ),
  );
});

test('any text is read, and what is read is its beginning', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.constantFrom('', ' 8:30', ' 2 techs'),
      (text, more) => {
        const line = parse(text + more);
        if (line) expect((text + more).includes(line.order)).toBe(true);
      },
    ),
  );
});
