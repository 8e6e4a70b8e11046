import { EventEmitter } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import { trayView } from '../../../main/views/tray.ts';
import type { MenuChoice } from '../../../main/views/tray-menu.ts';
import { WORDS } from '../../../words/index.ts';

/** A menu's entry as Electron is given it. */
interface Entry {
  readonly label?: string;
  readonly click?: () => void;
}

/** A tray that notes the menu that it has, and the one that it opens. */
class FakeTray extends EventEmitter {
  static readonly made: FakeTray[] = [];
  own: readonly Entry[] | null = null;
  opened: { readonly menu: readonly Entry[]; readonly at: unknown } | null = null;
  constructor() {
    super();
    FakeTray.made.push(this);
  }
  setToolTip = vi.fn();
  setTitle = vi.fn();
  setContextMenu = (menu: readonly Entry[]) => {
    this.own = menu;
  };
  popUpContextMenu = (menu: readonly Entry[], at: unknown) => {
    this.opened = { menu, at };
  };
}

vi.mock('electron', () => ({
  Tray: FakeTray,
  Menu: { buildFromTemplate: (template: readonly Entry[]) => template },
  nativeTheme: new EventEmitter(),
}));
vi.mock('../../../main/shell/popup.ts', () => ({ TrayPopup: class {} }));
vi.mock('../../../main/shell/tray-picture.ts', () => ({ trayPicture: () => ({}) }));

const real = process.platform;
afterEach(() => {
  Object.defineProperty(process, 'platform', { value: real });
  vi.resetModules();
});

/** An icon that has just come into the tray of a system, with nothing else there yet. */
async function iconOn(system: NodeJS.Platform) {
  Object.defineProperty(process, 'platform', { value: system });
  const { TrayIcon } = await import('../../../main/shell/tray.ts');
  const chosen: MenuChoice[] = [];
  new TrayIcon(trayView(WORDS.en, null, false, 0, []), {
    onChoice: (choice) => chosen.push(choice),
    onFault: () => undefined,
  });
  const tray = FakeTray.made.at(-1);
  if (!tray) throw new Error('no tray was made');
  return { tray, chosen };
}

test.each(['darwin', 'win32'] as const)(
  'on %s a right click opens the menu from the first moment on, and a left one does not',
  async (system) => {
    const { tray, chosen } = await iconOn(system);
    expect([tray.own, tray.opened]).toEqual([null, null]);
    tray.emit('right-click', {}, { x: 10, y: 20, width: 16, height: 16 });
    expect(tray.opened?.at).toEqual({ x: 10, y: 20 });
    tray.opened?.menu.find(({ label }) => label === WORDS.en.tray.quit)?.click?.();
    expect(chosen).toEqual([{ type: 'quit' }]);
  },
);

test('on Linux the panel has the menu', async () => {
  const { tray } = await iconOn('linux');
  expect(tray.own?.map(({ label }) => label)).toContain(WORDS.en.tray.quit);
  tray.emit('right-click', {}, { x: 10, y: 20 });
  expect(tray.opened).toBeNull();
});
