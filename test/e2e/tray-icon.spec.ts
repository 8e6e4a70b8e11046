import type { Page } from '@playwright/test';
import { policyFor, writePolicy } from '../sandbox/policy.ts';
import { expect, test } from './app.ts';
import { checkIn, expectState, signIn } from './drive.ts';
import { count, type Picture, panelPixels, trayPixels } from './pixels.ts';

/** LOOK.md's colours, by the panel: what the panel is given, and what is seen in it, must hold them. */
const COLOURS = {
  light: { off: '#16191d', 'on site': '#127a46', paused: '#b45309', travelling: '#1f5fd1', badge: '#b3261e' },
  dark: { off: '#f0f2f4', 'on site': '#5fd698', paused: '#f3b04d', travelling: '#6ea0ff', badge: '#ff8f86' },
} as const;
type Colours = (typeof COLOURS)['light' | 'dark'];
type State = keyof Omit<Colours, 'badge'>;
const STATES = ['off', 'on site', 'paused', 'travelling'] as const;

/** So many pixels of one colour are seen, not only there: in the picture of 44 px, and in the panel's 22. */
const SEEN = { item: 100, panel: 12 } as const;

const holds = (picture: Picture, colours: Colours, least: number) => ({
  states: STATES.filter((state) => count(picture, colours[state]) >= least),
  badge: count(picture, colours.badge) >= least,
});

/** Waits until the tray item's picture and the panel on the screen show this state, and the badge or none. */
async function expectIcon(pid: number, colours: Colours, state: State, badge: boolean): Promise<void> {
  const wanted = { states: [state], badge };
  await expect
    .poll(async () => holds(await trayPixels(pid), colours, SEEN.item), { message: 'tray item' })
    .toEqual(wanted);
  // The panel itself is light: a white pin is read in the item only.
  if (count(await panelPixels(), colours[state]) > 1_000) return;
  const seen = async () => holds(await panelPixels(), colours, SEEN.panel);
  await expect.poll(seen, { message: 'panel' }).toMatchObject({ badge });
  await expect.poll(async () => (await seen()).states, { message: 'panel' }).toContain(state);
}

async function throughTheStates(popup: Page, show: (state: State) => Promise<void>): Promise<void> {
  await show('off');
  await popup.getByLabel('Work order').fill('107002896');
  await popup.getByRole('button', { name: 'Drive to…' }).click();
  await expectState(popup, 'Travelling');
  await show('travelling');
  await popup.getByRole('button', { name: 'Arrived', exact: true }).click();
  await expectState(popup, 'On site');
  await show('on site');
  await popup.getByRole('button', { name: 'Pause' }).click();
  await expectState(popup, 'Paused');
  await show('paused');
}

for (const theme of ['light', 'dark'] as const) {
  const colours = COLOURS[theme];
  test(`each state has its picture in the tray (${theme})`, async ({ start, folder, sandbox }) => {
    const policy = writePolicy(folder, policyFor(sandbox, { theme }));
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
    const policy = writePolicy(folder, policyFor(sandbox, { theme }));
    const app = await start({ policy });
    const popup = await app.open();
    await signIn(popup);
    await checkIn(popup, '107003003');
    await popup.getByRole('alert').first().waitFor();
    await throughTheStates(popup, (state) => expectIcon(app.pid, colours, state, true));
  });
}

test('the picture follows the theme while it runs', async ({ start, folder, sandbox }) => {
  const policy = writePolicy(folder, policyFor(sandbox, { theme: 'light' }));
  const app = await start({ policy });
  const popup = await app.open();
  await signIn(popup);
  await expectIcon(app.pid, COLOURS.light, 'off', false);
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
