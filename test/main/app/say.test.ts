import { describe, expect, test } from 'vitest';
import { sayOn } from '../../../main/app/say.ts';
import { SettingsStore } from '../../../main/storage/settings.ts';
import { WORDS } from '../../../words/index.ts';
import { dataFolder } from '../storage/support.ts';
import { FakeDesktop } from './desktop.ts';

const NOON = new Date(2026, 4, 13, 15, 5).getTime();
const AWAY = { what: 'idle', workOrderId: 7, form: 'away', from: NOON, to: null } as const;

function speaker(over: { notifications?: boolean; timeFormat?: '12' | '24'; act?: boolean } = {}) {
  const desktop = new FakeDesktop();
  desktop.notificationsAct = over.act ?? true;
  const settings = new SettingsStore(dataFolder(), { state: 'none' });
  settings.set('notifications', over.notifications ?? true);
  settings.set('timeFormat', over.timeFormat ?? '24');
  return { desktop, say: sayOn(desktop, settings, () => WORDS.en) };
}

describe('a notification', () => {
  test('is not shown where the setting forbids it', () => {
    const { desktop, say } = speaker({ notifications: false });
    const takeAway = say(AWAY, () => undefined);
    takeAway();
    expect(desktop.said).toEqual([]);
  });

  test.each([
    ['24', '15:05'],
    ['12', '3:05'],
  ] as const)('writes times by %s hours', (timeFormat, time) => {
    const { desktop, say } = speaker({ timeFormat });
    say(AWAY, () => undefined);
    expect(desktop.said[0]?.body).toContain(time);
  });

  test('has the answers as buttons where the desktop has them and they are wanted', () => {
    const { desktop, say } = speaker();
    const chosen: unknown[] = [];
    say(
      AWAY,
      () => undefined,
      (choice) => chosen.push(choice),
    );
    say(AWAY, () => undefined);
    expect(desktop.said.map(({ actions }) => actions.length > 0)).toEqual([true, false]);
    desktop.said[0]?.actions[0]?.run();
    expect(chosen).toHaveLength(1);
    const plain = speaker({ act: false });
    plain.say(
      AWAY,
      () => undefined,
      () => undefined,
    );
    expect(plain.desktop.said[0]?.actions).toEqual([]);
  });

  test('can be taken away again', () => {
    const { desktop, say } = speaker();
    say(AWAY, () => undefined)();
    expect(desktop.said[0]?.gone).toBe(true);
  });
});
