import { hoursMinutes } from '../../main/visit/time.ts';
import { expect, keptTest as test } from './app.ts';
import { expectClean } from './clean.ts';
import { chooseStatus, localMinute, signIn } from './drive.ts';
import { inMain } from './in-main.ts';
import { dayWith, MINUTE, openTimesheet, today } from './timesheet.ts';

const WORK_ORDER = '107002896';

test('an edge is moved and a break put in from the timesheet, with the keyboard too', async ({
  app,
  sandbox,
}) => {
  await dayWith(app, WORK_ORDER, 120);
  const sheet = await openTimesheet(app);
  const edit = sheet.getByRole('button', { name: `Edit ${WORK_ORDER}` });
  await edit.press('Enter');
  await expect(sheet.getByLabel('Check-in')).toBeFocused();
  await sheet.keyboard.press('Escape');
  await expect(sheet.getByLabel('Check-in')).toBeHidden();
  await edit.click();
  const began = Date.now();
  const from = localMinute(began - 100 * MINUTE);
  await sheet.getByLabel('Check-in').fill(from);
  await expectClean(sheet, 'editing');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(sheet.getByLabel('Check-in')).toBeHidden();
  await expect
    .poll(() => sandbox.sandbox.state.activities.map(({ timeIn }) => localMinute(timeIn)))
    .toEqual([from]);
  await expect(sheet.getByRole('table', { name: 'Pairs' })).toContainText('Recorded');
  await edit.click();
  await sheet.getByRole('button', { name: 'Add break…' }).click();
  await sheet.getByLabel('From').fill(localMinute(began - 60 * MINUTE));
  await sheet.getByLabel('To', { exact: true }).fill(localMinute(began - 40 * MINUTE));
  await sheet.getByRole('button', { name: 'Save break' }).click();
  await expect
    .poll(() => sandbox.sandbox.state.activities.filter(({ timeOut }) => timeOut !== null).length)
    .toBe(2);
  await expect(edit).toHaveCount(2);
  const held = sandbox.sandbox.state.activities;
  const total = held.reduce((ms, { timeIn, timeOut }) => ms + (timeOut ?? timeIn) - timeIn, 0);
  await expect(today(sheet)).toContainText(hoursMinutes(total));
});

test('an edge is dragged, by keys and by the pointer; nothing changes before Save', async ({
  app,
  sandbox,
}) => {
  await dayWith(app, WORK_ORDER, 120);
  const [{ timeIn, timeOut } = { timeIn: 0, timeOut: 0 }] = sandbox.sandbox.state.activities;
  const sheet = await openTimesheet(app);
  const end = sheet.getByRole('slider', { name: `End of ${WORK_ORDER}` });
  await end.focus();
  for (let minutes = 0; minutes < 30; minutes += 15) await sheet.keyboard.press('PageDown');
  await sheet.keyboard.press('Enter');
  await expect(sheet.getByLabel('Check-out')).toHaveValue(localMinute((timeOut ?? 0) - 30 * MINUTE));
  expect(sandbox.sandbox.state.activities).toMatchObject([{ timeIn, timeOut }]);
  await sheet.getByRole('button', { name: 'Cancel' }).click();
  const handle = await sheet.getByRole('slider', { name: `Start of ${WORK_ORDER}` }).boundingBox();
  if (!handle) throw new Error('no handle');
  const at = { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 };
  await sheet.mouse.move(at.x, at.y);
  await sheet.mouse.down();
  await sheet.mouse.move(at.x + 20, at.y, { steps: 4 });
  await sheet.mouse.up();
  const field = sheet.getByLabel('Check-in');
  await expect(field).not.toHaveValue(localMinute(timeIn));
  const moved = await field.inputValue();
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(() => sandbox.sandbox.state.activities.map((each) => localMinute(each.timeIn)))
    .toEqual([moved]);
});

test('a forgotten visit is added, and one that overlaps is not', async ({ app, sandbox }) => {
  const popup = await app.open();
  await signIn(popup);
  const sheet = await openTimesheet(app);
  const add = async (from: number, until: number) => {
    await sheet.getByRole('button', { name: 'Add visit…' }).click();
    await sheet.getByRole('textbox', { name: 'Work order' }).fill(WORK_ORDER);
    await sheet.getByLabel('Check-in').fill(localMinute(Date.now() - from * MINUTE));
    await sheet.getByLabel('Check-out').fill(localMinute(Date.now() - until * MINUTE));
    await chooseStatus(sheet, 'In progress');
    await expectClean(sheet, 'adding a visit');
    await sheet.getByRole('button', { name: 'Save' }).click();
  };
  await add(120, 60);
  await expect.poll(() => sandbox.sandbox.reports.length).toBe(2);
  await expect(sheet.getByRole('table', { name: 'Pairs' })).toContainText(WORK_ORDER);
  await expect(sheet.getByRole('button', { name: 'Save' })).toBeHidden();
  await add(90, 30);
  await expect(sheet.getByRole('alert')).toContainText(`You were on ${WORK_ORDER} at that time.`);
  expect(sandbox.sandbox.reports).toHaveLength(2);
});

test('a forgotten visit may be of another work type, or have an extended status of the order', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await signIn(popup);
  const sheet = await openTimesheet(app);
  const fill = async (workOrder: string, from: number) => {
    await sheet.getByRole('button', { name: 'Add visit…' }).click();
    await sheet.getByRole('textbox', { name: 'Work order' }).fill(workOrder);
    await sheet.getByLabel('Check-in').fill(localMinute(Date.now() - from * MINUTE));
    await sheet.getByLabel('Check-out').fill(localMinute(Date.now() - (from - 30) * MINUTE));
  };
  const save = async () => {
    await sheet.getByRole('button', { name: 'Save' }).click();
    await expect(sheet.getByRole('button', { name: 'Save' })).toBeHidden();
  };
  await fill(WORK_ORDER, 120);
  await sheet.getByRole('combobox', { name: 'Work type' }).selectOption('Inspection');
  await sheet.getByRole('spinbutton', { name: 'Technicians' }).fill('2');
  await save();
  await expect(sheet.getByRole('table', { name: 'Pairs' })).toContainText('Inspection');
  await fill(WORK_ORDER, 60);
  await chooseStatus(sheet, 'In progress');
  await sheet.getByRole('combobox', { name: 'Extended status' }).selectOption('Parts on order');
  await save();
  await expect.poll(() => sandbox.sandbox.reports.map(({ kind }) => kind)).toHaveLength(4);
  expect(sandbox.sandbox.state.activities).toMatchObject([
    { workTypeId: 11, techsCount: 2 },
    { workTypeId: 1, techsCount: 1 },
  ]);
  const order = sandbox.sandbox.state.workOrders.find(({ id }) => id === Number(WORK_ORDER));
  expect(order?.status).toEqual({ primary: 'IN PROGRESS', extended: 'PARTS ON ORDER' });
});

test('a week is read as invoice lines, by the keys of tabs, and copied', async ({ app }) => {
  await dayWith(app, WORK_ORDER, 96);
  const sheet = await openTimesheet(app);
  await sheet.getByRole('tab', { name: 'Days' }).focus();
  await sheet.keyboard.press('ArrowRight');
  await expect(sheet.getByRole('tab', { name: 'Invoice lines' })).toBeFocused();
  const table = sheet.getByRole('table', { name: 'Invoice lines' });
  await expect(table).toContainText(WORK_ORDER);
  await expect(table).toContainText('1.6');
  await expect(table).toContainText('Your own record');
  await expectClean(sheet, 'invoice lines');
  await sheet.getByRole('button', { name: 'Copy as text' }).click();
  await expect
    .poll(() => inMain(app.electron, ({ clipboard }) => clipboard.readText()))
    .toContain(`${WORK_ORDER}: 1.6`);
});
