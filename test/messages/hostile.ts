import fc from 'fast-check';
import type * as v from 'valibot';

/**
 * Messages to the commands' channels: such as fit a command's schema and mean harm, made from the schema itself so that
 * a new field is attacked on its first day, and such as fit none.
 */

/** Made once: each maps all of Unicode. */
const ANY_TEXT = fc.string({ unit: 'binary', maxLength: 40 });

/** Texts that something once stumbled over; `of` are those that mean something here, such as a visit's id. */
const textsOf = (of: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(
      ...of,
      '',
      ' ',
      '\0',
      '0',
      '-1',
      '1e9',
      '2147483648',
      '99999999999999999999',
      '__proto__',
      'constructor',
      '../../etc/passwd',
      'C:\\..\\con',
      "'; DROP TABLE visit; --",
      '" OR 1=1',
      '=cmd|/c calc',
      '<img src=x onerror=alert(1)>',
      '%n%s%00',
      '\r\nInjected: header',
      'http://127.0.0.1:1/',
      'javascript:alert(1)',
      'file:///etc/passwd',
      '\u202egpj.exe',
      '\ud800',
      'canary-\ud800-canary',
      '\u0661\u0662\u0663',
      'CommandOrControl+Shift+O',
    ),
    ANY_TEXT,
    fc.integer({ min: 1, max: 20_000 }).map((length) => 'x'.repeat(length)),
  );

interface Limits {
  least: number;
  most: number;
  whole: boolean;
  longest: number;
}

/** The limits that a pipe sets. */
function limitsOf(schema: object): Limits {
  const limits: Limits = {
    least: -Number.MAX_VALUE,
    most: Number.MAX_VALUE,
    whole: false,
    longest: 20_000,
  };
  const pipe: unknown = Reflect.get(schema, 'pipe');
  for (const step of Array.isArray(pipe) ? pipe : []) {
    if (step.type === 'min_value') limits.least = step.requirement;
    if (step.type === 'max_value') limits.most = step.requirement;
    if (step.type === 'integer') limits.whole = true;
    if (step.type === 'max_length') limits.longest = step.requirement;
  }
  return limits;
}

function numbersOf(schema: object): fc.Arbitrary<number> {
  const { least, most, whole } = limitsOf(schema);
  if (!whole)
    return fc.oneof(
      fc.constantFrom(0, -0, 0.5, -1, 1e308, -1e308, 5e-324),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
  const [from, to] = [Math.max(least, Number.MIN_SAFE_INTEGER), Math.min(most, Number.MAX_SAFE_INTEGER)];
  return fc.oneof(fc.constantFrom(from, to, from + 1, to - 1), fc.integer({ min: from, max: to }));
}

/** The parts of a schema that are schemas themselves, by where valibot keeps them. */
const partOf = (schema: object, name: string): v.GenericSchema => Reflect.get(schema, name);

/** @throws for a kind of schema that it does not know: a new one is taught here */
export function fitting(schema: v.GenericSchema, texts: readonly string[]): fc.Arbitrary<unknown> {
  const of = (part: v.GenericSchema) => fitting(part, texts);
  switch (schema.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'string': {
      const { longest } = limitsOf(schema);
      return textsOf(texts).map((text) => text.slice(0, longest));
    }
    case 'number':
      return numbersOf(schema);
    case 'literal':
      return fc.constant(Reflect.get(schema, 'literal'));
    case 'picklist':
      return fc.constantFrom(...Reflect.get(schema, 'options'));
    case 'nullable':
      return fc.oneof(fc.constant(null), of(partOf(schema, 'wrapped')));
    case 'optional':
      return of(partOf(schema, 'wrapped'));
    case 'array': {
      const maxLength = Math.min(limitsOf(schema).longest, 50);
      return fc.array(of(partOf(schema, 'item')), { maxLength });
    }
    case 'union':
    case 'variant': {
      const options: readonly v.GenericSchema[] = Reflect.get(schema, 'options');
      return fc.oneof(...options.map(of));
    }
    case 'strict_object': {
      const entries: Readonly<Record<string, v.GenericSchema>> = Reflect.get(schema, 'entries');
      return fc.record(Object.fromEntries(Object.entries(entries).map(([key, part]) => [key, of(part)])));
    }
    default:
      throw new Error(`no hostile values for a ${schema.type} yet`);
  }
}

/** Anything that a structured clone can carry. */
const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({
    maxDepth: 4,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  }),
  fc.constantFrom<unknown>(
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    'x'.repeat(100_000),
    new Array(10_000).fill(0),
    JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  ),
);

/** A fitting message with one thing wrong: a field gone, one too many, or one of another kind. */
function spoilt(fits: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(fits, fc.nat(), anything, fc.constantFrom('drop', 'add', 'change'))
    .map(([message, at, other, how]) => {
      if (typeof message !== 'object' || message === null) return other;
      const entries = Object.entries(message);
      const index = at % Math.max(1, entries.length);
      if (how === 'add') return Object.fromEntries([...entries, ['more', other]]);
      if (how === 'drop') return Object.fromEntries(entries.filter((_, n) => n !== index));
      return Object.fromEntries(entries.map(([key, value], n) => [key, n === index ? other : value]));
    });
}

/** Half of them fit, half of them do not, as far as can be said beforehand. */
export function messagesFor(schema: v.GenericSchema, texts: readonly string[]): fc.Arbitrary<unknown> {
  const fits = fitting(schema, texts);
  return fc.oneof(
    { weight: 2, arbitrary: fits },
    { weight: 1, arbitrary: spoilt(fits) },
    { weight: 1, arbitrary: anything },
  );
}
