import { expect, test } from 'vitest';
import { DAY, HOUR } from '../../../main/visit/time.ts';
import { editWorkOrder } from '../../sandbox/control-edits.ts';
import { appRig, MAIN_STREET, until } from './rig.ts';
import { given } from './support.ts';

/** A stay of an hour that could not be sent for over 7 days, and the network is back. */
async function sentTooLate(technicians: string) {
  let isOffline = false;
  const rig = await appRig({ workdays: [], idleMinutes: 0 }, (input, init) =>
    isOffline ? Promise.reject(new Error('net::ERR_NAME_NOT_RESOLVED')) : fetch(input, init),
  );
  const { core, sandbox, send, system } = rig;
  editWorkOrder(sandbox.sandbox.state, MAIN_STREET, { status: { primary: 'IN PROGRESS', extended: null } });
  isOffline = true;
  await send('visit:check-in', { workOrder: String(MAIN_STREET), technicians, workTypeId: 1, at: null });
  system.pass(HOUR);
  const visitId = core.mine[0]?.id ?? '';
  await send('visit:pause', { visitId, at: null });
  system.pass(8 * DAY);
  isOffline = false;
  core.outbox.kick();
  const pair = () => core.mine[0]?.pairs[0];
  return { ...rig, pair };
}

test('a stay that waited for over 7 days goes as a work activity, by itself', async () => {
  const { pair, sandbox, system } = await sentTooLate('1');
  await until(() => {
    system.pass(1000);
    return pair()?.checkOut?.delivery.state === 'recorded';
  });
  const kinds = sandbox.sandbox.reports.map(({ kind }) => kind);
  expect(kinds).toEqual(['activity-added']);
  expect(pair()).toMatchObject({ reportedBy: 'activity', checkIn: { delivery: { state: 'recorded' } } });
});

test('of more than one technician a person decides, since an activity does not say how many there were', async () => {
  const { pair, snapshot, sandbox, system } = await sentTooLate('2');
  await until(async () => {
    system.pass(1000);
    return (await snapshot()).problems[0]?.remedies.includes('record-activity') ?? false;
  });
  expect(pair()?.checkIn.delivery.state).toBe('refused');
  expect((await snapshot()).problems[0]?.remedies).toContain('tell-client');
  expect(sandbox.sandbox.reports).toEqual([]);
});

test('recorded as a work activity all the same, a note asks the client for the others', async () => {
  const { pair, snapshot, send, sandbox, system } = await sentTooLate('3');
  await until(async () => {
    system.pass(1000);
    return (await snapshot()).problems[0]?.remedies.includes('record-activity') ?? false;
  });
  const [problem] = (await snapshot()).problems;
  const request = { reportId: problem?.reportId ?? '', note: 'We were three, for an hour.' };
  expect(await send('report:record-activity', request)).toEqual({ ok: true, value: null });
  // Recorded here, not there alone: the answers come after.
  await until(async () => {
    system.pass(1000);
    return (await snapshot()).delivery.kind === 'recorded';
  });
  expect(sandbox.sandbox.state.activities).toMatchObject([{ techsCount: 1 }]);
  expect(sandbox.sandbox.state.notes.at(-1)).toMatchObject({ text: request.note });
  const { pairs } = given(await send('timesheet:week', { at: pair()?.checkIn.at.ms ?? 0 }));
  expect(pairs).toMatchObject([{ techsCount: 3, asked: { techsCount: 3, sent: true, granted: false } }]);
});
