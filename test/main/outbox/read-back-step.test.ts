import { describe, expect, test } from 'vitest';
import { readBack } from '../../../main/outbox/read-back.ts';
import type { Answer } from '../../../main/servicechannel/answers.ts';
import type { Client, WorkActivity } from '../../../main/servicechannel/client.ts';
import type { HeldCodes } from '../../../main/servicechannel/codes.ts';
import type { FoundReport } from '../../../main/visit/edit.ts';
import { fakeClient, OFFLINE } from '../fake-client.ts';
import type { Day } from '../visit/support.ts';
import { activity, activityStep, codesStep, deletionStep, noteStep, WHO } from './steps.ts';

const read = ({ day, found }: { day: Day; found: FoundReport }, answers: Partial<Client>) =>
  readBack(fakeClient(answers), day.state.visits, found, WHO, new AbortController().signal);

const held = (value: readonly WorkActivity[]): Partial<Client> => ({
  workActivities: async () => ({ kind: 'ok', value: [...value] }),
});
const noted = (value: readonly string[]): Partial<Client> => ({
  notes: async () => ({ kind: 'ok', value: [...value] }),
});

describe('a note that was sent without an answer', () => {
  test.each([
    ['there', ['We were there.']],
    ['there', ['Another', ' We  were\nthere. ']],
    ['absent', ['Another']],
    ['unclear', Array(50).fill('Another')],
  ])('is %s among the last ones', async (finding, notes) => {
    expect(await read(noteStep(), noted(notes))).toBe(finding);
  });

  test('is not taken for one of the same text before it', async () => {
    const { day, found } = noteStep();
    day.sent(found.report, 'recorded');
    const about = found.report.kind === 'note' ? found.report.about : '';
    day.do({ type: 'tell-client', reportId: about, text: 'We were there.' });
    const step = day.visit(7).steps.at(-1);
    const again = { ...found, report: step ?? found.report };
    expect(await read({ day, found: again }, noted(['We were there.']))).toBe('absent');
    expect(await read({ day, found: again }, noted(['We were there.', 'We were there.']))).toBe('there');
  });

  test('stays unknown while nothing can be read', async () => {
    expect(await read(noteStep(), { notes: async () => OFFLINE })).toBe('unreachable');
  });
});

describe('a work activity that was sent without an answer', () => {
  test.each([
    ['there', [activity('10:00:00', '11:30:00')]],
    ['absent', []],
    ['unclear', [activity('10:00:00', '12:00:00')]],
    ['absent', [activity('08:00:00', '09:00:00')]],
  ])('as a new one is %s', async (finding, list) => {
    expect(await read(activityStep('add'), held(list))).toBe(finding);
  });

  test.each([
    ['there', [activity('10:00:00', '11:30:00')]],
    ['absent', [activity('10:00:00', null)]],
    ['unclear', []],
  ])('as a correction is %s', async (finding, list) => {
    expect(await read(activityStep('correct'), held(list))).toBe(finding);
  });
});

describe('a deletion that was sent without an answer', () => {
  test.each([
    ['there', []],
    ['absent', [activity('10:00:00', '10:00:00')]],
    ['unclear', [activity('10:00:20', null)]],
  ])('is %s', async (finding, list) => {
    expect(await read(deletionStep(), held(list))).toBe(finding);
  });
});

describe('codes that were sent without an answer', () => {
  const refused = (httpStatus: number): Answer<never> => ({
    kind: 'refused',
    refusal: { reason: 'unknown', message: '', httpStatus, codes: [] },
  });
  const ok = (ids: readonly (readonly [number, string | null])[]): Answer<HeldCodes> => ({
    kind: 'ok',
    value: { codes: ids.map(([id, text]) => ({ id, text })), rootCauses: [] },
  });

  test.each([
    [
      'there',
      ok([
        [1, null],
        [2, ' New  drain'],
      ]),
    ],
    ['absent', ok([])],
    ['absent', ok([[1, null]])],
    [
      'absent',
      ok([
        [1, null],
        [2, 'Another'],
      ]),
    ],
    ['unclear', refused(404)],
    ['unclear', refused(405)],
    ['unreachable', { kind: 'unknown', why: 'not-servicechannel', detail: '' } as const],
    ['unreachable', { kind: 'unknown', why: 'unreadable', detail: '' } as const],
    ['unreachable', OFFLINE],
  ])('are %s by what the order holds', async (finding, answer) => {
    expect(await read(codesStep(), { codesHeld: async () => answer })).toBe(finding);
  });
});
