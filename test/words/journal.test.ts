import { expect, test } from 'vitest';
import {
  BARE_STATES,
  FOUND,
  type JournalEntry,
  NO_ANSWER,
  NOT_SENT,
  READ_BACK,
} from '../../main/visit/journal.ts';
import { RECORDED_BY } from '../../main/visit/types.ts';
import { en } from '../../words/en.ts';

const ENTRIES: readonly JournalEntry[] = [
  ...[...BARE_STATES, ...FOUND].map((code) => ({ code })),
  ...RECORDED_BY.map((by) => ({ code: 'recorded' as const, mechanicId: null, by })),
  { code: 'recorded', mechanicId: 42, by: 'answer' },
  { code: 'refused', message: '', httpStatus: 403 },
  { code: 'refused', message: 'Check In is premature', httpStatus: 400 },
  ...NOT_SENT.map((why) => ({ code: 'not-sent' as const, why, detail: '' })),
  { code: 'not-sent', why: 'offline', detail: 'net::ERR_FAILED' },
  ...NO_ANSWER.map((why) => ({ code: 'no-answer' as const, why })),
  ...READ_BACK.map((seen) => ({ code: 'read-back' as const, seen })),
];

test('every line of the journal has words of its own', () => {
  const said = ENTRIES.map((entry) => en.journal(entry));
  expect(new Set(said).size).toBe(said.length);
  for (const words of said) expect(words).toMatch(/^[A-Z](?!.*(undefined|null|!|'))/);
});

test('facts are said as they are', () => {
  expect(en.journal({ code: 'recorded', mechanicId: 42, by: 'answer' })).toBe('Recorded, MechanicId 42');
  expect(en.journal({ code: 'refused', message: 'Check In is premature', httpStatus: 400 })).toBe(
    'Refused. ServiceChannel: “Check In is premature.”',
  );
  expect(en.journal({ code: 'refused', message: '', httpStatus: 403 })).toBe('Refused (HTTP 403)');
  expect(en.journal({ code: 'text', text: 'an older version’s line' })).toBe('an older version’s line');
});
