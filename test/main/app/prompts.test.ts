import { describe, expect, test } from 'vitest';
import { appRig, until } from './rig.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
type Rig = Awaited<ReturnType<typeof appRig>>;

/** On site, and away for longer than the idle time. */
async function away(): Promise<Rig> {
  const rig = await appRig({ idleMinutes: 5, workdays: [] });
  await rig.checkIn();
  rig.desktop.idleMs = 6 * MINUTE;
  rig.system.pass(6 * MINUTE);
  await rig.shown();
  return rig;
}

const open = ({ desktop }: Rig) => desktop.promptWindow.open;

describe('a question', () => {
  test('opens its window once, and an answer closes it', async () => {
    const rig = await away();
    const first = open(rig);
    expect(first?.kind).toBe('idle');
    rig.system.pass(MINUTE);
    await rig.shown();
    expect(open(rig)?.id).toBe(first?.id);
    const answer = { type: 'keep' } as const;
    await rig.send('moment:answer', { momentId: first?.id ?? '', answer });
    expect(open(rig)).toBeNull();
    expect((await rig.snapshot()).current?.phase).toBe('on site');
  });

  test('that was answered already says so', async () => {
    const rig = await away();
    const momentId = open(rig)?.id ?? '';
    const answer = { type: 'pause', at: null } as const;
    expect(await rig.send('moment:answer', { momentId, answer })).toMatchObject({ ok: true });
    expect(await rig.send('moment:answer', { momentId, answer })).toEqual({
      ok: false,
      error: { code: 'rule', fault: { reason: 'not-now' } },
    });
  });

  test('stands beside the popup when OnSite is asked for', async () => {
    const rig = await away();
    rig.desktop.shell.asked.tell();
    await until(() => rig.desktop.promptWindow.log.includes('beside'));
  });

  test('closed by its window’s cross keeps working: nothing changes on the record', async () => {
    const rig = await away();
    rig.desktop.promptWindow.closed.tell(open(rig)?.id ?? '');
    const { current, moments } = await rig.snapshot();
    expect([current?.phase, moments.open]).toEqual(['on site', null]);
  });
});

test('a computer that slept for hours asks, and counts the time as work until it is answered', async () => {
  const rig = await appRig({ idleMinutes: 30, workdays: [] });
  await rig.checkIn();
  rig.desktop.power.leave.tell('sleep');
  rig.system.pass(2 * HOUR);
  rig.desktop.power.told.tell({ type: 'wake' });
  await rig.shown();
  expect(open(rig)?.kind).toBe('idle');
  expect(rig.core.mine[0]?.pairs).toHaveLength(1);
  expect(rig.core.mine[0]?.pairs[0]?.checkOut).toBeNull();
});

test('shutting the computer down while on site is asked about first', async () => {
  const rig = await appRig({ workdays: [] });
  expect(rig.desktop.power.shutdown()).toBe(false);
  await rig.checkIn();
  expect(rig.desktop.power.shutdown()).toBe(true);
  expect(open(rig)?.kind).toBe('quit');
});
