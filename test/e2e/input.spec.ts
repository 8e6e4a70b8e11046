import { expect, keptTest as test } from './app.ts';
import { checkIn, expectState, signIn } from './drive.ts';
import { inMain } from './in-main.ts';
import { arrivals, expectRecorded, recorded } from './reports.ts';

const BAD_NUMBERS = ['', 'abc', '0', '-5', '12.5', '2147483648', '١٢٣٤', '１２３'];

test('what is typed: no number, technicians, and what Esc leaves', async ({ app, sandbox }) => {
  const popup = await app.open();
  await signIn(popup);
  await test.step('what is no work order number is said beside the field, and nothing is sent', async () => {
    await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeVisible();
    for (const text of BAD_NUMBERS) {
      await checkIn(popup, text);
      await expect(popup.getByRole('alert'), text).toBeVisible();
      await expect(popup.getByRole('textbox', { name: 'Work order' }), text).toHaveValue(text);
      await popup.getByRole('textbox', { name: 'Work order' }).fill('1');
      await expect(popup.getByRole('alert'), text).toBeHidden();
    }
    expect(arrivals(sandbox, /universalCheck/)).toBe(0);
  });
  await test.step('Esc hides the popup, and what was typed is there when it opens again', async () => {
    await popup.getByRole('textbox', { name: 'Work order' }).fill('10700');
    await popup.keyboard.press('Escape');
    await expect
      .poll(() =>
        inMain(app.electron, ({ BrowserWindow }) => BrowserWindow.getAllWindows().some((w) => w.isVisible())),
      )
      .toBe(false);
    await app.open();
    await expect(popup.getByRole('textbox', { name: 'Work order' })).toHaveValue('10700');
    await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeFocused();
  });
  await test.step('technicians are a number from 1 to 999', async () => {
    const field = popup.getByRole('spinbutton', { name: 'Technicians' });
    for (const text of ['0', '1000', '', '1e2', '2.5']) {
      await field.fill(text);
      await checkIn(popup, '107002896');
      await expect(popup.getByRole('alert'), text).toBeVisible();
    }
    await field.fill('999');
    await checkIn(popup, '107002896');
    await expectState(popup, 'On site');
    await expectRecorded(sandbox, 1);
    expect(arrivals(sandbox, /universalCheck/)).toBe(1);
  });
});

test('a number as people write it is understood, and Enter checks in', async ({ app, sandbox }) => {
  const popup = await app.open();
  await signIn(popup);
  await popup.getByRole('textbox', { name: 'Work order' }).fill(' WO# 107-002 896 ');
  await popup.getByRole('textbox', { name: 'Work order' }).press('Enter');
  await expectState(popup, 'On site');
  await expectRecorded(sandbox, 1);
  expect(recorded(sandbox)).toEqual(['check-in 107002896 type 1 × 1']);
});

const PASTED = [
  ['\ufeffTracking #\u200b107002896\r\n', '107002896'],
  ['Work order\u00a0107002931', '107002931'],
  ['https://sb2.servicechannel.com/sc/wo/Workorders/index?id=107002911', '107002911'],
] as const;

test('what people copy around a number is understood when it is pasted', async ({ app, sandbox }) => {
  const popup = await app.open();
  await signIn(popup);
  const field = popup.getByRole('textbox', { name: 'Work order' });
  const paste = async (text: string) => {
    await inMain(app.electron, ({ clipboard }, copied) => clipboard.writeText(copied), text);
    await field.press('ControlOrMeta+a');
    await field.press('ControlOrMeta+v');
  };
  await paste('107002896\r\n5');
  await field.press('Enter');
  await expect(popup.getByRole('alert')).toHaveText(/more than one number/);
  for (const [text, workOrder] of PASTED) {
    await paste(text);
    await popup.getByRole('button', { name: 'Check in', exact: true }).click();
    await expect(popup.getByRole('heading', { name: workOrder })).toBeVisible();
    await popup.getByRole('button', { name: 'Switch work order…' }).click();
  }
  await expectRecorded(sandbox, 5);
  expect(recorded(sandbox).filter((line) => line.startsWith('check-in'))).toEqual(
    PASTED.map(([, workOrder]) => `check-in ${workOrder} type 1 × 1`),
  );
});

test('two clicks are one check-in', async ({ app, sandbox }) => {
  const popup = await app.open();
  await signIn(popup);
  await popup.getByRole('textbox', { name: 'Work order' }).fill('107002896');
  await popup.getByRole('button', { name: 'Check in', exact: true }).dblclick();
  await expectState(popup, 'On site');
  await expectRecorded(sandbox, 1);
  expect(arrivals(sandbox, /universalCheck/)).toBe(1);
});
