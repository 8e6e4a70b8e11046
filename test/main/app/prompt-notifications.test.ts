import { describe, expect, test } from 'vitest';
import { certain } from '../visit/support.ts';
import { appRig } from './rig.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
type Rig = Awaited<ReturnType<typeof appRig>>;

const phase = async (rig: Rig) => (await rig.snapshot()).current?.phase;
const last = ({ desktop }: Rig) => certain(desktop.said.at(-1));
const press = (rig: Rig, text: string, of = last(rig)) =>
  certain(of.actions.find((action) => action.text === text)).run();

/** So many minutes pass, with use of the computer or without. */
async function pass(rig: Rig, minutes: number, away: boolean): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    rig.desktop.idleMs = away ? rig.desktop.idleMs + MINUTE : MINUTE / 2;
    rig.system.pass(MINUTE);
    await rig.shown();
  }
}

/** On site and away for six minutes, which is asked about. */
async function away(notificationsAct = true) {
  const rig = await appRig({ idleMinutes: 5, workdays: [], undoSeconds: 10 });
  rig.desktop.notificationsAct = notificationsAct;
  await rig.checkIn();
  rig.core.endUndo();
  await pass(rig, 3, false);
  await pass(rig, 8, true);
  return rig;
}

describe('a question’s notification', () => {
  test('carries its answers, the safe one first', async () => {
    const rig = await away();
    expect(last(rig).title).toBe('Still working?');
    expect(last(rig).actions.map(({ text }) => text)).toEqual([
      'Keep working',
      expect.stringMatching(/^Pause from \d\d?:\d\d$/),
    ]);
  });

  test('`Keep working` answers it: nothing changes on the record, and nothing is left open', async () => {
    const rig = await away();
    press(rig, 'Keep working');
    await rig.shown();
    expect(rig.desktop.promptWindow.open).toBeNull();
    expect(await phase(rig)).toBe('on site');
    expect(rig.core.mine[0]?.pairs).toHaveLength(1);
    expect(last(rig).gone).toBe(true);
  });

  test('`Pause from` pauses from the start of the absence, and that can be undone', async () => {
    const rig = await away();
    certain(last(rig).actions[1]).run();
    await rig.shown();
    expect(await phase(rig)).toBe('paused');
    const at = rig.core.mine[0]?.pairs[0]?.checkOut?.at.ms ?? 0;
    expect(rig.system.now() - at).toBeGreaterThanOrEqual(5 * MINUTE);
    expect(rig.desktop.promptWindow.open).toBeNull();
    press(rig, 'Undo');
    await rig.shown();
    expect(await phase(rig)).toBe('on site');
    expect(rig.desktop.promptWindow.open?.kind).toBe('idle');
  });

  test('has none where the desktop has no buttons; the click brings the question up', async () => {
    const rig = await away(false);
    expect(last(rig).actions).toEqual([]);
    last(rig).click();
    await rig.shown();
    expect(rig.desktop.promptWindow.log).toContain('up');
  });

  test('goes away when its window answers; a button that is pressed all the same opens the popup', async () => {
    const rig = await away();
    const said = last(rig);
    const { open } = rig.desktop.promptWindow;
    await rig.send('moment:answer', { momentId: open?.id ?? '', answer: { type: 'keep' } });
    await rig.shown();
    expect(said.gone).toBe(true);
    certain(said.actions[1]).run();
    await rig.shown();
    expect(await phase(rig)).toBe('on site');
    expect(rig.desktop.shell.popups).toBe(1);
  });

  test('is said once, though what is shown changes meanwhile', async () => {
    const rig = await away();
    rig.app.refresh();
    rig.desktop.power.told.tell({ type: 'unlock' });
    await rig.shown();
    expect(rig.desktop.said.filter(({ title }) => title === 'Still working?')).toHaveLength(1);
  });
});

test('`Pause until tomorrow` and the next morning’s `Resume` are buttons too', async () => {
  const rig = await appRig({ idleMinutes: 0, endOfDay: '17:30', workdays: [1, 2, 3, 4, 5, 6, 7] });
  rig.desktop.notificationsAct = true;
  await rig.checkIn();
  for (let hours = 0; hours < 24 && rig.desktop.said.length === 0; hours += 1) await pass(rig, 60, false);
  expect(last(rig).actions.map(({ text }) => text)).toEqual(['Still working', 'Pause until tomorrow']);
  press(rig, 'Pause until tomorrow');
  await rig.shown();
  expect(await phase(rig)).toBe('paused');
  rig.desktop.idleMs = 16 * HOUR;
  rig.system.pass(16 * HOUR);
  await rig.shown();
  await pass(rig, 10, false);
  expect(last(rig).title).toBe('Paused until today');
  press(rig, 'Resume');
  await rig.shown();
  expect(await phase(rig)).toBe('on site');
});
