import { expect, test } from './app.ts';
import { checkIn, signIn } from './drive.ts';
import { darkenPanel } from './panel.ts';
import { count, type Picture, panelPixels, trayPixels } from './pixels.ts';
import { givePolicy } from './policy.ts';
import { TRAY_STATES, type TrayState, throughTheStates } from './tray-states.ts';

/** LOOK.md's colours, by the panel: what the panel is given, and what is seen in it, must hold them. */
const COLOURS = {
  light: { off: '#16191d', 'on site': '#127a46', paused: '#b45309', travelling: '#1f5fd1', badge: '#b3261e' },
  dark: { off: '#f0f2f4', 'on site': '#5fd698', paused: '#f3b04d', travelling: '#6ea0ff', badge: '#ff8f86' },
} as const;
type Colours = Readonly<Record<TrayState | 'badge', string>>;

/** So many pixels of one colour are a picture, not an edge: of the item's 44 px, and of the panel's 22. */
const SEEN = { item: 100, panel: 12 } as const;

const holds = (picture: Picture, colours: Colours, least: number) => ({
  states: TRAY_STATES.filter((state) => count(picture, colours[state]) >= least),
  badge: count(picture, colours.badge) >= least,
});

/** Waits until the tray item's picture and the panel on the screen show this state and no other, and the badge or none. */
async function expectIcon(pid: number, colours: Colours, state: TrayState, badge: boolean): Promise<void> {
  const wanted = { states: [state], badge };
  const item = async () => holds(await trayPixels(pid), colours, SEEN.item);
  await expect.poll(item, { message: 'tray item' }).toEqual(wanted);
  const seen = async () => holds(await panelPixels(), colours, SEEN.panel);
  await expect.poll(seen, { message: 'panel' }).toEqual(wanted);
}

test.afterEach(() => darkenPanel(false));

for (const theme of ['light', 'dark'] as const) {
  const colours = COLOURS[theme];
  test(`each state has its picture in the tray (${theme})`, async ({ start, folder, sandbox }) => {
    await darkenPanel(theme === 'dark');
    const policy = givePolicy(folder, sandbox, { theme });
    const app = await start({ policy });
    const popup = await app.open();
    await signIn(popup);
    await throughTheStates(popup, (state) => expectIcon(app.pid, colours, state, false));
  });

  test(`a report that needs a person is a badge on the state's picture (${theme})`, async ({
    start,
    folder,
    sandbox,
  }) => {
    await darkenPanel(theme === 'dark');
    const policy = givePolicy(folder, sandbox, { theme });
    const app = await start({ policy });
    const popup = await app.open();
    await signIn(popup);
    await checkIn(popup, '107003003');
    await popup.getByRole('alert').first().waitFor();
    await throughTheStates(popup, (state) => expectIcon(app.pid, colours, state, true));
  });
}

test('the picture follows the theme while it runs', async ({ start, folder, sandbox }) => {
  const policy = givePolicy(folder, sandbox, { theme: 'light' });
  const app = await start({ policy });
  const popup = await app.open();
  await signIn(popup);
  await expectIcon(app.pid, COLOURS.light, 'off', false);
  await darkenPanel(true);
  await app.electron.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark';
  });
  await expectIcon(app.pid, COLOURS.dark, 'off', false);
});

test('a theme that changes where there is no tray ends nothing', async ({ start }) => {
  const app = await start({ env: { DBUS_SESSION_BUS_ADDRESS: 'disabled:' } });
  await expect.poll(() => app.electron.windows().length, { timeout: 10_000 }).toBe(1);
  const thrown = await app.electron.evaluate(({ nativeTheme }) => {
    try {
      nativeTheme.emit('updated');
      return null;
    } catch (error) {
      return String(error);
    }
  });
  expect(thrown).toBeNull();
});
