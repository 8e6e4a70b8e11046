import { describe, expect, test } from 'vitest';
import { startBar, visitHandlers } from '../../../../main/app/commands/visit.ts';
import type { Act, Remedy } from '../../../../main/visit/commands.ts';
import type { Done } from '../../../../main/visits.ts';
import type { CheckInRequest, CommandError } from '../../../../preload/contract.ts';
import { PERSON } from '../../account/support.ts';
import { WINDOW } from '../support.ts';

const CHECK_IN: CheckInRequest = { workOrder: '#107002896', technicians: ' 2', workTypeId: 5, at: null };
const STATUS = { primary: 'OPEN', extended: null };
const DONE = { ok: true, value: null };
const AT = new Date(2026, 4, 13, 10, 0).getTime();

function rig(done: Done = { ok: true }, bar: CommandError | null = null) {
  const commands: (Act | Remedy)[] = [];
  const begun: number[] = [];
  const handlers = visitHandlers({
    perform: (command) => {
      commands.push(command);
      return done;
    },
    undo: () => done,
    onCheckIn: (workOrderId) => begun.push(workOrderId),
    statusOf: () => STATUS,
    bar: () => bar,
  });
  return { handlers, commands, begun };
}

describe('checking in', () => {
  test('makes one command of what was typed', () => {
    const { handlers, commands, begun } = rig();
    expect(handlers['visit:check-in'](CHECK_IN, WINDOW)).toEqual(DONE);
    expect(commands).toEqual([
      {
        type: 'check-in',
        statusBefore: STATUS,
        workOrderId: 107002896,
        workTypeId: 5,
        techsCount: 2,
        at: undefined,
      },
    ]);
    expect(begun).toEqual([107002896]);
  });

  test('driving there is travel now, and the chosen type on arrival', () => {
    const { handlers, commands } = rig();
    handlers['visit:drive-to']({ ...CHECK_IN, at: AT }, WINDOW);
    expect(commands).toEqual([
      {
        type: 'check-in',
        statusBefore: STATUS,
        workOrderId: 107002896,
        workTypeId: 2,
        techsCount: 2,
        at: AT,
        arrivalTypeId: 5,
      },
    ]);
  });

  test.each([
    [{ workOrder: 'abc' }, { code: 'work-order', fault: 'not-digits' }],
    [{ workOrder: '' }, { code: 'work-order', fault: 'empty' }],
    [{ workOrder: '2147483648' }, { code: 'work-order', fault: 'out-of-range' }],
    [{ technicians: '0' }, { code: 'technicians', fault: 'out-of-range' }],
    [{ technicians: 'two' }, { code: 'technicians', fault: 'not-digits' }],
  ])('with %j says so, and does nothing', (over, error) => {
    const { handlers, commands, begun } = rig();
    for (const name of ['visit:check-in', 'visit:drive-to'] as const)
      expect(handlers[name]({ ...CHECK_IN, ...over }, WINDOW)).toEqual({ ok: false, error });
    expect([commands, begun]).toEqual([[], []]);
  });

  test('is barred where nobody may start a visit', () => {
    const { handlers, commands } = rig({ ok: true }, { code: 'policy' });
    for (const name of ['visit:check-in', 'visit:drive-to'] as const)
      expect(handlers[name](CHECK_IN, WINDOW)).toEqual({ ok: false, error: { code: 'policy' } });
    expect(commands).toEqual([]);
  });

  test('that was not done looks nothing up', () => {
    const { handlers, begun } = rig({ ok: false, fault: { reason: 'not-now' } });
    handlers['visit:check-in'](CHECK_IN, WINDOW);
    expect(begun).toEqual([]);
  });
});

describe('the bar', () => {
  test('is a policy that cannot be read, then that nobody is signed in', () => {
    const invalid = { state: 'invalid', path: 'p', fault: { code: 'no-settings' } } as const;
    expect(startBar(invalid, { person: null })).toEqual({ code: 'policy' });
    expect(startBar({ state: 'none' }, { person: null })).toEqual({ code: 'signed-out' });
    expect(startBar({ state: 'none' }, { person: PERSON })).toBeNull();
  });
});

describe('an act on a visit', () => {
  const LEAVING = { primaryStatus: 'Incomplete', extendedStatus: 'X', resolution: 'Y' } as const;

  test('is a command of its name, at its time', () => {
    const { handlers, commands } = rig();
    const request = { visitId: 'v', at: AT };
    handlers['visit:arrived'](request, WINDOW);
    handlers['visit:pause'](request, WINDOW);
    handlers['visit:resume'](request, WINDOW);
    handlers['visit:check-out']({ ...request, ...LEAVING }, WINDOW);
    expect(commands).toEqual([
      { type: 'arrived', visitId: 'v', at: AT },
      { type: 'pause', visitId: 'v', at: AT },
      { type: 'resume', visitId: 'v', at: AT },
      { type: 'check-out', visitId: 'v', at: AT, ...LEAVING },
    ]);
  });

  test('without a time is now', () => {
    const { handlers, commands } = rig();
    handlers['visit:pause']({ visitId: 'v', at: null }, WINDOW);
    expect(commands).toEqual([{ type: 'pause', visitId: 'v', at: undefined }]);
  });

  test('is not barred: who is on site must be able to leave', () => {
    const { handlers, commands } = rig({ ok: true }, { code: 'policy' });
    expect(handlers['visit:check-out']({ visitId: 'v', at: null, ...LEAVING }, WINDOW)).toEqual(DONE);
    expect(handlers['visit:finish']({ visitId: 'v', ...LEAVING }, WINDOW)).toEqual(DONE);
    expect(commands.map((command) => command.type)).toEqual(['check-out', 'finish']);
  });

  test('that changes the crew takes a count as typed', () => {
    const { handlers, commands } = rig();
    handlers['visit:change-crew']({ visitId: 'v', technicians: '3 ' }, WINDOW);
    expect(commands).toEqual([{ type: 'change-crew', visitId: 'v', techsCount: 3 }]);
    expect(handlers['visit:change-crew']({ visitId: 'v', technicians: '1000' }, WINDOW)).toEqual({
      ok: false,
      error: { code: 'technicians', fault: 'out-of-range' },
    });
  });
});

describe('what came of it', () => {
  test.each<[Done, CommandError]>([
    [
      { ok: false, fault: { reason: 'already-on-site', workOrderId: 7 } },
      { code: 'rule', fault: { reason: 'already-on-site', workOrderId: 7 } },
    ],
    [
      { ok: false, notKept: 'disk is full' },
      { code: 'not-kept', detail: 'disk is full' },
    ],
  ])('is told: %j', (done, error) => {
    const { handlers } = rig(done);
    expect(handlers['visit:pause']({ visitId: 'v', at: null }, WINDOW)).toEqual({ ok: false, error });
  });
});
