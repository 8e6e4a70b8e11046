import type { Page } from '@playwright/test';
import { editWorkOrder } from '../sandbox/control-edits.ts';
import { test as base, expect, keptTest } from './app.ts';
import type { Desktop } from './desktop.ts';
import { checkIn, expectState, isShown, pageOf, signIn } from './drive.ts';
import {
  clickNotification,
  listenToNotifications,
  type NotificationListener,
} from './notification-service.ts';
import { chooseFromTray } from './tray.ts';

const listen = async (
  { desktop }: { readonly desktop: Desktop | null },
  use: (heard: NotificationListener) => Promise<void>,
) => {
  base.skip(!desktop, 'notifications go over a bus that can be listened to on Linux alone');
  const heard = await listenToNotifications();
  await use(heard);
  heard.close();
};
const test = base.extend<{ heard: NotificationListener }>({ heard: listen });
const keptListener = keptTest.extend<{ heard: NotificationListener }>({ heard: listen });

const MAIN_STREET = 107_002_896;
const OAK_PLAZA = 107_002_931;
const REFUSED = '107003012';

const about = (heard: NotificationListener, workOrder: number | string) =>
  heard.all.filter(({ title, body }) => `${title} ${body}`.includes(String(workOrder)));

const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

const number = (popup: Page) => popup.getByRole('textbox', { name: 'Work order' });

test('`Not checked in?` is said once for each order that is due, on the desktop; a click fills its number in', async ({
  start,
  sandbox,
  heard,
}) => {
  editWorkOrder(sandbox.sandbox.state, MAIN_STREET, { scheduledDate: soon(20) });
  editWorkOrder(sandbox.sandbox.state, OAK_PLAZA, { scheduledDate: soon(50) });
  const first = await start();
  const popup = await first.open();
  await signIn(popup);
  await expect.poll(() => about(heard, MAIN_STREET)).toHaveLength(1);
  expect(about(heard, MAIN_STREET)[0]).toMatchObject({
    title: expect.stringMatching(/^Due at .*107002896/),
    body: expect.stringContaining('Main Street store'),
    actions: [],
  });
  // The popup goes when another window has the focus; a click on the notification brings it up.
  await chooseFromTray(first.pid, 'Settings');
  await pageOf(first.electron, 'settings');
  await expect.poll(() => isShown(first.electron)).toBe(false);
  await clickNotification();
  await expect.poll(() => isShown(first.electron)).toBe(true);
  await expect(number(await pageOf(first.electron, 'popup'))).toHaveValue(String(MAIN_STREET));
  await first.close();

  // The next start tells of the order that is due by now, and of that one alone.
  const second = await start();
  await expect(number(await second.open())).toBeVisible();
  await chooseFromTray(second.pid, 'Settings');
  const settings = await pageOf(second.electron, 'settings');
  await settings.locator('input[name="remindBeforeMinutes"]').fill('60');
  await expect.poll(() => about(heard, OAK_PLAZA)).toHaveLength(1);
  expect(about(heard, MAIN_STREET)).toHaveLength(1);
});

keptListener(
  'a check-in that was refused is said on the desktop while no window of ours is looked at; a click shows it',
  async ({ app, sandbox, heard }) => {
    sandbox.sandbox.addFault({ path: 'universalCheckIn', delayMs: 1_500, record: 'before' });
    const popup = await app.open();
    await signIn(popup);
    await checkIn(popup, REFUSED);
    await expectState(popup, 'On site');
    await popup.keyboard.press('Escape');
    await expect.poll(() => isShown(app.electron)).toBe(false);
    await expect.poll(() => about(heard, REFUSED)).toHaveLength(1);
    await clickNotification();
    await expect.poll(() => isShown(app.electron)).toBe(true);
    const shown = await pageOf(app.electron, 'popup');
    await expect(shown.getByRole('alert').filter({ hasText: REFUSED })).toBeVisible();
  },
);
