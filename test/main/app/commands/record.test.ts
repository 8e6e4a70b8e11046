import { describe, expect, test } from 'vitest';
import { addCheckInElsewhere } from '../../../sandbox/control-edits.ts';
import { appRig, MAIN_STREET, until } from '../rig.ts';

const NOT_NOW = { ok: false, error: { code: 'rule', fault: { reason: 'not-now' } } };

/** Signed in, with an open check-in that was made by phone an hour ago. */
async function byPhone() {
  const rig = await appRig({ workdays: [] });
  const userId = rig.core.session.person?.userId ?? 0;
  const timeIn = new Date(rig.system.now() - 3_600_000).toISOString();
  addCheckInElsewhere(rig.sandbox.sandbox, { workOrderId: MAIN_STREET, userId, timeIn });
  await rig.signIn();
  await until(async () => (await rig.snapshot()).elsewhere.length === 1);
  const [open] = (await rig.snapshot()).elsewhere;
  return { ...rig, key: open?.key ?? '' };
}

describe('a check-in made elsewhere', () => {
  test('is continued here from its own time, and nothing is sent for it', async () => {
    const { send, key, snapshot, system, sandbox } = await byPhone();
    expect(await send('visit:continue', { key, at: null, workTypeId: null })).toMatchObject({ ok: true });
    const { current, elsewhere } = await snapshot();
    expect(current).toMatchObject({ workOrderId: MAIN_STREET, phase: 'on site' });
    expect(current?.since.ms).toBe(system.now() - 3_600_000);
    expect(elsewhere).toEqual([]);
    expect(sandbox.sandbox.reports).toEqual([]);
    expect(await send('visit:continue', { key, at: null, workTypeId: null })).toEqual(NOT_NOW);
  });

  test('put off with `Not now` is offered no more', async () => {
    const { send, key, snapshot } = await byPhone();
    await send('elsewhere:not-now', { key });
    expect((await snapshot()).elsewhere).toEqual([]);
  });
});

describe('a receipt', () => {
  test('that is not there cannot be copied', async () => {
    const { send, desktop } = await appRig();
    expect(await send('receipt:copy', null)).toEqual(NOT_NOW);
    expect(desktop.clipboard).toBe('');
  });

  test('is copied, and gone once it is dismissed', async () => {
    const { send, snapshot, checkIn, system, desktop } = await appRig({ workdays: [] });
    await checkIn();
    system.pass(3_600_000);
    const visitId = (await snapshot()).current?.id ?? '';
    await send('visit:check-out', {
      visitId,
      primaryStatus: 'Completed',
      extendedStatus: '',
      resolution: 'New belt',
      at: null,
    });
    await until(async () => (await snapshot()).receipt !== null);
    await send('receipt:copy', null);
    expect(desktop.clipboard).toContain(String(MAIN_STREET));
    await send('receipt:dismiss', null);
    expect((await snapshot()).receipt).toBeNull();
  });
});

test('an answer to a check-out made elsewhere that nobody asks about is not taken', async () => {
  const { send, checkIn, snapshot } = await appRig({ workdays: [] });
  await checkIn();
  const visitId = (await snapshot()).current?.id ?? '';
  expect(await send('checked-out:left-then', { visitId })).toEqual(NOT_NOW);
  expect((await snapshot()).current?.phase).toBe('on site');
});
