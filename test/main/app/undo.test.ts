import { describe, expect, test } from 'vitest';
import { appRig, MAIN_STREET, until } from './rig.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** The app with ten seconds to take an act back. */
const undoable = (settings = {}) => appRig({ undoSeconds: 10, workdays: [], ...settings });
type Rig = Awaited<ReturnType<typeof appRig>>;

const isRecorded = ({ core }: Rig) =>
  core.mine
    .flatMap(({ pairs }) => pairs)
    .every(
      ({ checkIn, checkOut }) =>
        checkIn.delivery.state === 'recorded' && checkOut?.delivery.state !== 'queued',
    );

/** On site, and that is recorded. */
async function onSite(rig: Rig) {
  await rig.checkIn();
  rig.core.endUndo();
  await until(() => isRecorded(rig));
  rig.system.pass(20 * MINUTE);
}

const visitId = ({ core }: Rig) => core.mine[0]?.id ?? '';

describe('for ten seconds', () => {
  test('an act can be taken back and its report waits; then it leaves', async () => {
    const rig = await undoable();
    await rig.checkIn();
    const { undo, delivery, current } = await rig.snapshot();
    const now = rig.system.now();
    expect(undo).toMatchObject({ deed: 'check-in', workOrderId: MAIN_STREET, until: now + 10 * SECOND });
    expect(delivery).toMatchObject({ kind: 'waiting', count: 1 });
    expect(await rig.send('delivery:list', null)).toMatchObject([{ waitsFor: 'undo' }]);
    expect(current?.phase).toBe('on site');
    rig.system.pass(9_999);
    await rig.shown();
    expect(rig.sandbox.sandbox.reports).toEqual([]);
    rig.system.pass(1);
    await until(() => isRecorded(rig));
    expect((await rig.snapshot()).undo).toBeNull();
    const { CheckInTime } = JSON.parse(rig.sandbox.sandbox.reports[0]?.body ?? '{}');
    expect(Date.parse(CheckInTime)).toBe(now);
    expect(await rig.send('visit:undo', null)).toEqual({
      ok: false,
      error: { code: 'rule', fault: { reason: 'too-late' } },
    });
  });

  test('one that is taken back never leaves, and its number is there to be mended', async () => {
    const rig = await undoable();
    await rig.checkIn();
    rig.system.pass(4 * SECOND);
    expect(await rig.send('visit:undo', null)).toEqual({ ok: true, value: null });
    const { current, undo, delivery, prefill } = await rig.snapshot();
    expect({ current, undo, delivery: delivery.kind }).toEqual({
      current: null,
      undo: null,
      delivery: 'recorded',
    });
    expect(prefill?.workOrder).toBe(String(MAIN_STREET));
    rig.system.pass(10 * MINUTE);
    await rig.shown();
    expect(rig.sandbox.sandbox.reports).toEqual([]);
  });

  test('the next act lets the one before it go', async () => {
    const rig = await undoable();
    await rig.checkIn();
    rig.system.pass(SECOND);
    await rig.send('visit:pause', { visitId: visitId(rig), at: null });
    await until(() => rig.sandbox.sandbox.reports.length === 1);
    expect((await rig.snapshot()).undo?.deed).toBe('pause');
    await rig.send('visit:undo', null);
    expect((await rig.snapshot()).current?.phase).toBe('on site');
  });
});

test('at 0 an act leaves at once, and cannot be taken back', async () => {
  const rig = await appRig();
  await rig.checkIn();
  expect((await rig.snapshot()).undo).toBeNull();
  await until(() => isRecorded(rig));
});

describe('the form of a check-out that is taken back', () => {
  const choice = { primaryStatus: 'Incomplete', extendedStatus: '', resolution: 'Fan motor' } as const;

  test.each([null, 12 * MINUTE])('is open again as it was filled in, left %s ms ago', async (ago) => {
    const rig = await undoable();
    await onSite(rig);
    const at = ago === null ? null : Math.floor((rig.system.now() - ago) / MINUTE) * MINUTE;
    await rig.send('visit:check-out', { visitId: visitId(rig), at, ...choice });
    expect((await rig.snapshot()).current).toBeNull();
    await rig.send('visit:undo', null);
    const { current, formAgain } = await rig.snapshot();
    expect(current?.phase).toBe('on site');
    expect(formAgain).toMatchObject({ form: 'check-out', visitId: current?.id, choice, time: at });
  });

  test('is that of the status where the visit was paused', async () => {
    const rig = await undoable();
    await onSite(rig);
    await rig.send('visit:pause', { visitId: visitId(rig), at: null });
    await rig.send('visit:finish', { visitId: visitId(rig), ...choice });
    await rig.send('visit:undo', null);
    expect((await rig.snapshot()).formAgain).toMatchObject({ form: 'finish', choice });
  });
});

describe('what was done last leaves at once', () => {
  test.each<[string, (rig: Rig) => unknown]>([
    ['when the computer is about to sleep', ({ desktop }) => desktop.power.leave.tell('sleep')],
    ['when the screen is locked', ({ desktop }) => desktop.power.leave.tell('lock')],
    ['when the computer is shut down', ({ desktop }) => desktop.power.shutdown()],
    ['when the app is to end', ({ desktop }) => desktop.quit.asks()],
    ['when a signal ends it', ({ desktop }) => desktop.quit.asks('signal')],
  ])('%s', async (_name, happens) => {
    const rig = await undoable();
    await rig.checkIn();
    happens(rig);
    expect((await rig.snapshot()).undo).toBeNull();
    await until(() => rig.sandbox.sandbox.reports.length === 1);
  });

  test('when its technician signs out: it stays for their next sign-in', async () => {
    const rig = await undoable();
    await rig.checkIn();
    await rig.send('session:sign-out', null);
    expect((await rig.snapshot()).undo).toBeNull();
    await rig.signIn();
    await until(() => rig.sandbox.sandbox.reports.length === 1);
  });
});

describe('ending the app', () => {
  const checkOut = (rig: Rig) =>
    rig.send('visit:check-out', {
      visitId: visitId(rig),
      at: null,
      primaryStatus: 'Completed',
      extendedStatus: '',
      resolution: 'Done',
    });

  test.each(['quit', 'signal'] as const)('by a %s waits for the last report', async (why) => {
    const rig = await undoable();
    await onSite(rig);
    await checkOut(rig);
    expect(rig.desktop.quit.asks(why)).toBe(true);
    expect(rig.desktop.quit.left).toBe(0);
    await until(() => rig.desktop.quit.left === 1);
    expect(rig.sandbox.sandbox.reports).toHaveLength(2);
  });

  test('with the computer waits for the last report too, and no longer than 3 s', async () => {
    const rig = await undoable();
    await onSite(rig);
    await checkOut(rig);
    expect(rig.desktop.power.shutdown()).toBe(true);
    rig.system.pass(3 * SECOND - 1);
    await rig.shown();
    rig.system.pass(1);
    await rig.shown();
    expect(rig.desktop.quit.left).toBe(1);
  });

  test('waits no longer than 3 s, however often it is asked for', async () => {
    const rig = await undoable();
    await onSite(rig);
    await checkOut(rig);
    expect([rig.desktop.quit.asks(), rig.desktop.quit.asks()]).toEqual([true, true]);
    rig.system.pass(3 * SECOND);
    await rig.shown();
    expect(rig.desktop.quit.left).toBe(1);
  });

  test('does not wait for what cannot leave now', async () => {
    const rig = await undoable();
    await onSite(rig);
    await rig.sandbox.close();
    await checkOut(rig);
    rig.core.endUndo();
    await until(() => rig.core.outbox.offlineSince !== null);
    expect(rig.desktop.quit.asks()).toBe(false);
  });
});

describe('a question that was answered', () => {
  test('is open again when its act is taken back', async () => {
    const rig = await undoable({ idleMinutes: 5 });
    await onSite(rig);
    rig.desktop.idleMs = 6 * MINUTE;
    rig.system.pass(6 * MINUTE);
    await rig.shown();
    const asked = rig.desktop.promptWindow.open;
    expect(asked?.kind).toBe('idle');
    const choice = { primaryStatus: 'Completed', extendedStatus: '', resolution: 'Done' } as const;
    const answer = { type: 'check-out', at: null, ...choice } as const;
    await rig.send('moment:answer', { momentId: asked?.id ?? '', answer });
    expect(rig.desktop.promptWindow.open).toBeNull();
    expect((await rig.snapshot()).undo?.deed).toBe('check-out');
    await rig.send('visit:undo', null);
    const { current, formAgain, moments } = await rig.snapshot();
    expect(current?.phase).toBe('on site');
    expect(moments.open).toMatchObject({ kind: 'idle', id: asked?.id });
    expect(formAgain).toBeNull();
    expect(rig.desktop.promptWindow.open?.id).toBe(asked?.id);
  });

  test('by the setting is not held: that pause leaves at once', async () => {
    const rig = await undoable({ idleMinutes: 5, autoPauseMinutes: 5 });
    await rig.checkIn();
    rig.core.endUndo();
    const held: unknown[] = [];
    rig.core.visits.onChange(({ lastAct }) => held.push(lastAct));
    for (let minute = 0; minute < 20; minute++) {
      rig.desktop.idleMs += MINUTE;
      rig.system.pass(MINUTE);
      await rig.shown();
    }
    await until(() => rig.core.mine[0]?.pairs[0]?.checkOut !== null);
    await until(() => rig.sandbox.sandbox.reports.length === 2);
    expect(new Set(held)).toEqual(new Set([null]));
  });
});

describe('an act of the tray’s menu', () => {
  test.each([true, false])(
    'offers Undo in a notification that can carry it: %s',
    async (notificationsAct) => {
      const rig = await undoable();
      await onSite(rig);
      rig.desktop.notificationsAct = notificationsAct;
      rig.desktop.shell.trayAction.tell({ type: 'pause', visitId: visitId(rig) });
      expect((await rig.snapshot()).undo?.deed).toBe('pause');
      const [said] = rig.desktop.said;
      if (!notificationsAct) return expect(said).toBeUndefined();
      expect(said?.title).toMatch(/^Paused 107002896 at \d/);
      expect(said?.actions.map(({ text }) => text)).toEqual(['Undo']);
      said?.actions[0]?.run();
      expect((await rig.snapshot()).current?.phase).toBe('on site');
      rig.desktop.shell.trayAction.tell({ type: 'pause', visitId: visitId(rig) });
      said?.actions[0]?.run();
      expect((await rig.snapshot()).current?.phase).toBe('paused');
    },
  );
});
