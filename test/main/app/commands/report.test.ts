import { describe, expect, test } from 'vitest';
import { reportHandlers } from '../../../../main/app/commands/report.ts';
import type { Remedy } from '../../../../main/visit/commands.ts';
import type { Done } from '../../../../main/visits.ts';
import type { ChangeRequest } from '../../../../preload/contract.ts';
import { WINDOW } from '../support.ts';

const AT = Date.parse('2026-05-13T14:00:00Z');

function rig(done: Done = { ok: true }) {
  const commands: Remedy[] = [];
  const handlers = reportHandlers((command) => {
    commands.push(command);
    return done;
  });
  const change = (to: ChangeRequest) => handlers['report:change']({ reportId: 'r', to }, WINDOW);
  return { handlers, commands, change };
}

describe('a remedy', () => {
  test('is a command of its name', () => {
    const { handlers, commands } = rig();
    const names = [
      'send-again',
      'it-was-recorded',
      'by-phone',
      'discard',
      'record-activity',
      'correct-record',
      'without-status',
      'client-enters',
      'note-closed',
    ] as const;
    for (const name of names) handlers[`report:${name}`]({ reportId: 'r' }, WINDOW);
    handlers['pair:note-mechanic-ids']({ pairId: 'p' }, WINDOW);
    expect(commands).toEqual([
      ...names.map((type) => ({ type, reportId: 'r' })),
      { type: 'note-mechanic-ids', pairId: 'p' },
    ]);
  });

  test('that cannot be done says why', () => {
    const { handlers } = rig({ ok: false, fault: { reason: 'not-now' } });
    expect(handlers['report:discard']({ reportId: 'r' }, WINDOW)).toEqual({
      ok: false,
      error: { code: 'rule', fault: { reason: 'not-now' } },
    });
  });
});

describe('a change', () => {
  const status = { extendedStatus: 'ON HOLD', resolution: 'A valve' };

  test.each<[ChangeRequest, object]>([
    [
      { kind: 'check-in', workTypeId: 5, technicians: ' 3 ', at: null },
      { kind: 'check-in', workTypeId: 5, techsCount: 3, at: undefined },
    ],
    [
      { kind: 'check-out', primaryStatus: 'InProgress', ...status, at: AT },
      { kind: 'check-out', choice: { primaryStatus: 'InProgress', ...status }, at: AT },
    ],
    [
      { kind: 'check-out', primaryStatus: null, extendedStatus: '', resolution: '', at: null },
      { kind: 'check-out', choice: null, at: undefined },
    ],
    [
      { kind: 'status', primaryStatus: 'Completed', ...status },
      { kind: 'status', choice: { primaryStatus: 'Completed', ...status } },
    ],
    [
      { kind: 'note', text: 'Here' },
      { kind: 'note', text: 'Here' },
    ],
    [
      { kind: 'activity', from: AT, until: null },
      { kind: 'activity', from: AT, until: undefined },
    ],
  ])('of %j is a command of what was typed', (request, to) => {
    const { commands, change } = rig();
    expect(change(request)).toEqual({ ok: true, value: null });
    expect(commands).toEqual([{ type: 'change', reportId: 'r', to }]);
  });

  test.each<[ChangeRequest, object]>([
    [
      { kind: 'check-in', workTypeId: 5, technicians: 'two', at: null },
      { code: 'technicians', fault: 'not-digits' },
    ],
  ])('of %j is not guessed', (request, error) => {
    const { commands, change } = rig();
    expect(change(request)).toEqual({ ok: false, error });
    expect(commands).toEqual([]);
  });
});
