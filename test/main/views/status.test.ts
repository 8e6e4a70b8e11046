import { expect, test } from 'vitest';
import { statusAnswer } from '../../../main/views/status.ts';
import type { Snapshot } from '../../../preload/contract.ts';
import { SNAPSHOT, VISIT } from '../../renderer/popup/fixtures.ts';

const json = (snapshot: Snapshot) => JSON.parse(statusAnswer(snapshot).json);
const at = { ms: Date.parse('2026-11-24T13:30:00Z'), offset: -300 };

test('nobody signed in', () => {
  const snapshot: Snapshot = { ...SNAPSHOT, account: { state: 'signed-out' } };
  expect(json(snapshot)).toEqual({
    state: 'signed-out',
    workOrder: null,
    since: null,
    waiting: 0,
    attention: 0,
    user: null,
  });
  expect(statusAnswer(snapshot).text).toBe('Nobody is signed in.');
});

test('no visit', () => {
  expect(json(SNAPSHOT)).toMatchObject({ state: 'off', workOrder: null, user: 'demo' });
  expect(statusAnswer(SNAPSHOT).text).toBe('Not checked in · Everything recorded');
});

test.each([
  ['on site', null, 'on-site'],
  ['travelling', null, 'travelling'],
  ['paused', at, 'paused'],
] as const)('%s', (phase, pausedAt, state) => {
  const current = { ...VISIT, phase, pausedAt, since: at };
  expect(json({ ...SNAPSHOT, current })).toMatchObject({
    state,
    workOrder: VISIT.workOrderId,
    since: '2026-11-24T08:30:00-05:00',
  });
});

test('what waits, and what needs a person', () => {
  const delivery = { kind: 'waiting', count: 2, waiting: 2, offlineSince: null, between: null } as const;
  expect(json({ ...SNAPSHOT, delivery })).toMatchObject({ waiting: 2, attention: 0 });
  const both: Snapshot = { ...SNAPSHOT, delivery: { ...delivery, kind: 'attention', count: 1 } };
  expect(json(both)).toMatchObject({ waiting: 2, attention: 1 });
  expect(statusAnswer(both).text).toBe('Not checked in · 1 needs attention · 2 waiting to send');
  expect(json({ ...SNAPSHOT, delivery: { ...both.delivery, waiting: 0 } })).toMatchObject({
    waiting: 0,
    attention: 1,
  });
});
