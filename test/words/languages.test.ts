import { describe, expect, test } from 'vitest';
import type { ProblemView } from '../../preload/contract.ts';
import { WORDS, type Words } from '../../words/index.ts';
import { LANGUAGES, type Language } from '../../words/language.ts';
import { COMMAND_ERRORS, NOTICES, REASONS } from './samples.ts';

const OTHERS = ['es', 'fr'] as const;
const TIME = '9:14';
const ORDER = 107002896;

/** Texts that are the same in another language: names, signs, and what ServiceChannel calls so itself. */
const SAME: ReadonlySet<string> = new Set([
  'unnamedColleague',
  ...['appName', 'environments.sandbox', 'environments.production', 'colleagueId', 'atTime', 'range', 'menu'],
  ...['signedInAs', 'duration', 'settingOptions.language', 'tray.tooltip', 'notification', 'note', 'notes'],
  ...['sheet.stay', 'sheet.differenceOf', 'sheet.total', 'sheet.hoursOf', 'tray.pause', 'pause', 'delivery'],
  ...['detailNames.nte', 'settingLabels.notifications', 'workTypeNumber', 'no', 'date', 'technicians'],
  ...[
    'sheet.pausedTotal',
    'databaseFault',
    'says',
    'noteDraft',
    'trueTimeNote',
    'mistakenNote',
    'lateNote',
    'permissionLetter',
  ],
  ...['askNote', 'crewNote', 'sheet.mechanicIds', 'code', 'codeNumber'],
]);

const at = (words: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce((value, key) => (value instanceof Object ? Reflect.get(value, key) : undefined), words);

/** The paths of every text and function of a language. */
function pathsOf(words: object, prefix = ''): readonly string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    value instanceof Object && typeof value !== 'function' && !Array.isArray(value)
      ? pathsOf(value, `${prefix}${key}.`)
      : [`${prefix}${key}`],
  );
}

const PATHS = pathsOf(WORDS.en);

/** Marks of arguments, which a text must carry on. */
const MARKS = ['⟦a⟧', '⟦b⟧', '⟦c⟧', '⟦d⟧'];

/** Every string within: an answer may be a title with a text. */
function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return value instanceof Object ? Object.values(value).flatMap(stringsOf) : [];
}

/** The text of a function with marks as its arguments; null where it takes codes instead of texts. */
function marked(words: Words, path: string): string | null {
  const text = at(words, path);
  if (typeof text === 'string') return text;
  if (typeof text !== 'function') return null;
  try {
    const made = stringsOf(Reflect.apply(text, undefined, MARKS));
    const all = made.join(' ');
    return made.length === 0 || all.includes('undefined') ? null : all;
  } catch {
    return null;
  }
}

describe.each(OTHERS)('%s', (language) => {
  const words = WORDS[language];

  test('has every text', () => {
    expect(pathsOf(words).toSorted()).toEqual(PATHS.toSorted());
    for (const path of PATHS) expect(marked(words, path), path).not.toBe('');
  });

  test('uses the arguments that English uses', () => {
    const texts = PATHS.map((path) => ({ path, english: marked(WORDS.en, path), own: marked(words, path) }));
    for (const { path, english, own } of texts)
      for (const mark of MARKS)
        if (own !== null && english?.includes(mark)) expect(own, path).toContain(mark);
    expect(texts.filter(({ own }) => own?.includes('⟦')).length).toBeGreaterThan(60);
  });

  test('leaves no English', () => {
    const same = PATHS.filter((path) => {
      const own = marked(words, path);
      return own !== null && own === marked(WORDS.en, path) && /\p{L}{2}/u.test(own.replaceAll(/⟦.⟧/g, ''));
    });
    expect(same.filter((path) => !isSame(path))).toEqual([]);
    for (const path of PATHS) if (!isSame(path)) expectNoEnglish(marked(words, path) ?? '', path);
  });
});

const isSame = (path: string): boolean => {
  const [first = ''] = path.split('.');
  return SAME.has(path) || SAME.has(first) || SAME.has(path.split('.').slice(0, 2).join('.'));
};

/** Words of English that are none of Spanish or French, outside of names and quotation marks. */
const ENGLISH =
  /\b(the|your|you|was|were|is not|are|have|has|will|again|there|this|that|with|from|until|since|not|work order|check-in(?!\/)|check-out|check (in|out))\b/i;
function expectNoEnglish(text: string, about: string): void {
  const own = text
    .replaceAll(/[“«][^”»]*[”»]/g, '')
    // A fault in the words of the system.
    .replaceAll('The disk is full.', '')
    .replaceAll(/XML check-in\/out|In Progress \/ On Site|https?:\S+|OnSite|true|false/g, '');
  expect(own, about).not.toMatch(ENGLISH);
}

/** Sentences as people of a language read them. */
function expectWritten(text: string, language: Language, about: string): void {
  expect(text, about).not.toMatch(/!|undefined|null|NaN|\[object|'/);
  if (language !== 'en') expectNoEnglish(text, about);
  // French has a space that does not break before these signs, and within its quotation marks.
  if (language === 'fr') expect(text, about).not.toMatch(/[\p{L}\d] ?[;?»]|\p{L} ?:(?!\/)|« |[“”]/u);
  else expect(text, about).not.toMatch(/[«»]/);
}

const KINDS = ['check-in', 'check-out', 'status', 'note', 'activity', 'deletion', 'restore'] as const;
const STATES = ['refused', 'unconfirmed', 'on-site', 'parked', 'closed'] as const;
const problemOf = (over: Partial<ProblemView>) => ({
  kind: 'check-in' as const,
  pause: false,
  state: 'refused' as const,
  mistaken: false,
  subscriber: 'Acme',
  told: null,
  problem: null,
  workOrderId: ORDER,
  minutes: 42,
  open: false,
  ...over,
});

describe.each(LANGUAGES)('what people are told in %s', (language) => {
  const t: Words = WORDS[language];
  const when = () => TIME;

  test('of a refusal names the client where it is known, and stands without', () => {
    for (const reason of REASONS)
      for (const kind of KINDS)
        for (const subscriber of ['Acme', null]) {
          const text = t.advice[reason]({ kind, subscriber });
          expectWritten(text, language, reason);
          expect(text).toMatch(/^[\p{Lu}¿].*\.$/u);
          // Read once, on a ladder: no sentence is long.
          for (const sentence of text.split(/[.?] /))
            expect(sentence.split(/\s/).length, sentence).toBeLessThanOrEqual(28);
        }
  });

  test('of errors and notices is whole sentences', () => {
    for (const error of Object.values(COMMAND_ERRORS).flat()) {
      const text = t.error(error, when);
      if (error.code !== 'refused') expectWritten(text, language, error.code);
      for (const line of text.split('\n')) expect(line, error.code).toMatch(/^[“¿\p{Lu}].*[.?”»]$/u);
    }
    for (const notice of Object.values(NOTICES)) expectWritten(t.notice(notice, TIME), language, notice.code);
  });

  test('of a problem names its kind, time and order', () => {
    for (const kind of KINDS)
      for (const state of STATES)
        for (const pause of kind === 'check-out' ? [true, false] : [false]) {
          const title = t.problemTitle(problemOf({ kind, state, pause }), TIME);
          expectWritten(title, language, `${kind} ${state}`);
          expect(title).toMatch(state === 'parked' || kind === 'restore' ? /./ : /9:14|107002896/);
          expectWritten(t.lost(problemOf({ kind, pause, state }), TIME), language, kind);
        }
  });

  test('quotes ServiceChannel in its own words', () => {
    expect(t.says('Work order is already invoiced')).toContain('Work order is already invoiced.');
    expect(t.error({ code: 'wrong-password', message: 'The account is locked.' }, when)).toMatch(
      /The account is locked\..?[”»]\n/,
    );
  });

  test('of the client’s own texts is English, whatever the language', () => {
    const about = { kind: 'check-out', problem: null, mistaken: false, stay: null } as const;
    expect(t.noteDraft(about, 'Nov 24')).toBe(WORDS.en.noteDraft(about, 'Nov 24'));
    expect(t.mistakenNote(TIME)).toBe(WORDS.en.mistakenNote(TIME));
    expect(t.lateNote(TIME)).toBe(WORDS.en.lateNote(TIME));
    expect(t.trueTimeNote(TIME, '9:30')).toBe(WORDS.en.trueTimeNote(TIME, '9:30'));
  });
});

describe('plurals', () => {
  const COUNTS = [0, 1, 2, 7, 1_000_000];
  const all = (language: Language, of: (words: Words, count: number) => string) =>
    COUNTS.map((count) => of(WORDS[language], count));

  test.each([
    ['en', ['0 technicians', '1 technician', '2 technicians', '7 technicians', '1000000 technicians']],
    ['es', ['0 técnicos', '1 técnico', '2 técnicos', '7 técnicos', '1000000 técnicos']],
    ['fr', ['0 technicien', '1 technicien', '2 techniciens', '7 techniciens', '1000000 techniciens']],
  ] as const)('of technicians in %s', (language, texts) => {
    expect(all(language, (words, count) => words.techniciansCount(count))).toEqual(texts);
  });

  test.each([
    ['en', '1 needs attention', '3 need attention'],
    ['es', '1 requiere atención', '3 requieren atención'],
    ['fr', '1 attend votre réponse', '3 attendent votre réponse'],
  ] as const)('of what needs attention in %s', (language, one, three) => {
    const said = (count: number) => WORDS[language].deliverySummary({ kind: 'attention', count });
    expect([said(1), said(3)]).toEqual([one, three]);
  });

  test.each(LANGUAGES)('of one thing and of several differ in %s', (language) => {
    const t: Words = WORDS[language];
    for (const of of [t.stillWaiting, t.signOutWaiting, t.tries, t.sheet.orders, t.techniciansCount])
      expect(of(1).replace('1', '')).not.toBe(of(2).replace('2', ''));
  });
});

test.each([
  ['es', '9:14', 'Entrada en 7 a las 9:14'],
  ['es', '1:05 p.m.', 'Entrada en 7 a la 1:05 p.m.'],
  ['es', 'lun 9:14', 'Entrada en 7 el lun 9:14'],
  ['fr', '09:14', 'Arrivée sur 7 à 09:14'],
  ['fr', '9 h 14', 'Arrivée sur 7 à 9 h 14'],
  ['fr', 'lun. 09:14', 'Arrivée sur 7 le lun. 09:14'],
] as const)('in %s a time of %s has its preposition', (language, time, text) => {
  expect(WORDS[language].undoOf('check-in', 7, time)).toBe(text);
});

test.each([
  ['en', '1.50'],
  ['es', '1.50'],
  ['fr', '1,50'],
] as const)('hours are written in %s as %s', (language, text) => {
  expect(WORDS[language].sheet.hoursOf(5_400_000)).toBe(text);
});
