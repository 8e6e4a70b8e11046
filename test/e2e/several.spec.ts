import { expect, keptTest } from './app.ts';
import { chooseSettings } from './choose-settings.ts';
import {
  checkIn,
  checkOut,
  chooseStatus,
  expectDelivery,
  expectState,
  localMinute,
  signIn,
} from './drive.ts';
import { expectRecorded, recorded, reportedTimes } from './reports.ts';

const MAIN_STREET = '107002896';
const OAK_PLAZA = '107002931';
const MINUTE = 60_000;

keptTest(
  'driving there and arriving is one act: out of travel and in at the same instant',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    await signIn(popup);
    await popup.getByRole('textbox', { name: 'Work order' }).fill(MAIN_STREET);
    await popup.getByRole('button', { name: 'Drive to…' }).click();
    await expectState(popup, 'Travelling');
    await popup.getByRole('button', { name: 'Arrived' }).click();
    await expectState(popup, 'On site');
    await expectRecorded(sandbox, 3);
    expect(recorded(sandbox)).toEqual([
      'check-in 107002896 type 2 × 1',
      'check-out 107002896 type 2 × 1 Complete NoStatusChange',
      'check-in 107002896 type 1 × 1',
    ]);
    const [, left, arrived] = reportedTimes(sandbox);
    expect(arrived).toBe(left);
  },
);

keptTest('driving is stopped at once, without a form', async ({ app, sandbox }) => {
  const popup = await app.open();
  await signIn(popup);
  await popup.getByRole('textbox', { name: 'Work order' }).fill(MAIN_STREET);
  await popup.getByRole('button', { name: 'Drive to…' }).click();
  await expect(popup.getByRole('button', { name: 'Check out…' })).toBeHidden();
  await popup.getByRole('button', { name: 'Stop driving' }).click();
  await expect(popup.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();
  await expectRecorded(sandbox, 2);
  expect(recorded(sandbox)[1]).toBe('check-out 107002896 type 2 × 1 Complete NoStatusChange');
});

keptTest(
  'switching pauses the first; both can be resumed, and a paused one is finished by its status',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    await signIn(popup);
    await checkIn(popup, MAIN_STREET);
    await popup.getByRole('button', { name: 'Switch work order…' }).click();
    await checkIn(popup, OAK_PLAZA);
    await expect(popup.getByRole('heading', { name: OAK_PLAZA })).toBeVisible();
    await popup.getByRole('button', { name: `Resume ${MAIN_STREET}` }).click();
    await expect(popup.getByRole('heading', { name: MAIN_STREET })).toBeVisible();
    await checkOut(popup, 'Finished (Completed)', 'Done');
    await expectState(popup, 'Paused');
    await expect(popup.getByRole('heading', { name: OAK_PLAZA })).toBeVisible();
    await popup.getByRole('button', { name: 'Finish…' }).click();
    await chooseStatus(popup, 'Waiting for quote');
    await popup.getByRole('button', { name: 'Set status' }).click();
    await expect(popup.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();
    await expectRecorded(sandbox, 7);
    await expectDelivery(popup, 'Everything recorded');
    expect(recorded(sandbox).slice(0, 6)).toEqual([
      `check-in ${MAIN_STREET} type 1 × 1`,
      `check-out ${MAIN_STREET} type 1 × 1 Cancel`,
      `check-in ${OAK_PLAZA} type 1 × 1`,
      `check-out ${OAK_PLAZA} type 1 × 1 Cancel`,
      `check-in ${MAIN_STREET} type 1 × 1`,
      `check-out ${MAIN_STREET} type 1 × 1 Complete Completed`,
    ]);
    expect(JSON.parse(sandbox.sandbox.reports[6]?.body ?? '')).toEqual({
      Status: { Primary: 'IN PROGRESS', Extended: 'WAITING FOR QUOTE' },
    });
  },
);

keptTest(
  'a visit that waits opens by a click on its row, and is finished without a check-in',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    await chooseSettings(popup, { undoSeconds: 30 });
    await signIn(popup);
    await checkIn(popup, MAIN_STREET);
    await popup.getByRole('button', { name: 'Switch work order…' }).click();
    await checkIn(popup, OAK_PLAZA);
    await expect(popup.getByRole('heading', { name: OAK_PLAZA })).toBeVisible();
    await expectState(popup, 'On site');
    const row = popup
      .getByRole('list', { name: 'Paused visits' })
      .getByRole('button', { name: /^107002896 / });
    await row.click();
    await expect(popup.getByRole('heading', { name: MAIN_STREET })).toBeVisible();
    await expectState(popup, 'Paused');
    await expect(popup.getByRole('button', { name: 'Resume', exact: true })).toBeFocused();
    await popup.keyboard.press('Escape');
    await expect(popup.getByRole('heading', { name: OAK_PLAZA })).toBeVisible();
    await expect(row).toBeFocused();
    await popup.keyboard.press('Enter');
    await popup.getByRole('button', { name: 'Finish…' }).click();
    await expect(popup.getByRole('heading', { name: `Finish ${MAIN_STREET}` })).toBeVisible();
    await popup.getByRole('button', { name: 'Back' }).click();
    await expect(popup.getByRole('button', { name: 'Finish…' })).toBeFocused();
    await popup.keyboard.press('Enter');
    await chooseStatus(popup, 'Parts on order');
    await popup.getByRole('textbox', { name: 'Resolution' }).fill('Cartridge ordered');
    await popup.getByRole('button', { name: 'Set status' }).click();
    await expect(popup.getByRole('heading', { name: OAK_PLAZA })).toBeVisible();
    await expectState(popup, 'On site');
    await expect(popup.getByRole('list', { name: 'Paused visits' })).toBeHidden();
    await popup.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(popup.getByRole('heading', { name: `Finish ${MAIN_STREET}` })).toBeVisible();
    await expect(popup.getByRole('textbox', { name: 'Resolution' })).toHaveValue('Cartridge ordered');
    await popup.getByRole('button', { name: 'Set status' }).click();
    await expectState(popup, 'On site');
    await popup.getByRole('button', { name: 'Pause', exact: true }).click();
    await expectRecorded(sandbox, 4);
    await expectDelivery(popup, '1 waiting to send');
    expect(recorded(sandbox).slice(0, 3)).toEqual([
      `check-in ${MAIN_STREET} type 1 × 1`,
      `check-out ${MAIN_STREET} type 1 × 1 Cancel`,
      `check-in ${OAK_PLAZA} type 1 × 1`,
    ]);
    expect(JSON.parse(sandbox.sandbox.reports[3]?.body ?? '')).toMatchObject({
      Status: { Extended: 'PARTS ON ORDER' },
    });
  },
);

keptTest(
  'a crew that changes is a pause with the old count and a check-in with the new one',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    await signIn(popup);
    await checkIn(popup, MAIN_STREET);
    await popup.getByRole('button', { name: /Change crew…/ }).click();
    await popup.getByRole('spinbutton', { name: 'Technicians' }).fill('3');
    await popup.getByRole('button', { name: 'Change crew', exact: true }).click();
    await expectRecorded(sandbox, 3);
    expect(recorded(sandbox)).toEqual([
      `check-in ${MAIN_STREET} type 1 × 1`,
      `check-out ${MAIN_STREET} type 1 × 1 Cancel`,
      `check-in ${MAIN_STREET} type 1 × 3`,
    ]);
    const [, left, back] = reportedTimes(sandbox);
    expect(back).toBe(left);
  },
);

keptTest(
  'an earlier time is reported as chosen, and one before the last report is said beside the field',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    await signIn(popup);
    const arrived = Math.floor(Date.now() / MINUTE) * MINUTE - 90 * MINUTE;
    await popup.getByRole('button', { name: 'Earlier…' }).click();
    await popup.getByLabel('Arrived at').fill(localMinute(arrived));
    await checkIn(popup, MAIN_STREET);
    await expectState(popup, 'On site');
    await expect(popup.getByRole('timer')).toHaveText(/^1:3\d:\d\d$/);
    await popup.getByRole('button', { name: 'Earlier…' }).click();
    await popup.getByLabel('Left at').fill(localMinute(arrived - 5 * MINUTE));
    await popup.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect(popup.getByRole('alert')).toContainText('before your last report');
    await popup.getByLabel('Left at').fill(localMinute(arrived + 30 * MINUTE));
    await popup.getByRole('button', { name: 'Pause', exact: true }).click();
    await expectState(popup, 'Paused');
    await popup.getByRole('button', { name: 'Earlier…' }).click();
    await popup.getByLabel('Back at').fill(localMinute(arrived + 60 * MINUTE));
    await popup.getByRole('button', { name: 'Resume', exact: true }).click();
    await expectRecorded(sandbox, 3);
    expect(reportedTimes(sandbox)).toEqual([arrived, arrived + 30 * MINUTE, arrived + 60 * MINUTE]);
  },
);
