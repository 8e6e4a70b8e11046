import { expect, keptTest as test } from './app.ts';
import { expectClean } from './clean.ts';
import { checkIn, checkOut, chooseStatus, expectState, signIn } from './drive.ts';
import { expectRecorded, recorded } from './reports.ts';

test('a resolution that the client asks for is said before the click; without it the check-out leaves, and can be changed', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await signIn(popup);
  await checkIn(popup, '107003016');
  await expectState(popup, 'On site');
  await popup.getByRole('button', { name: 'Check out…' }).click();
  const asked = popup.getByText('this client asks for it');
  await chooseStatus(popup, 'In progress');
  await expect(asked).toBeHidden();
  const resolution = popup.getByRole('textbox', { name: 'Resolution', exact: true });
  const before = await resolution.boundingBox();
  await chooseStatus(popup, 'Parts on order');
  await expect(asked).toBeVisible();
  await expect(resolution).toHaveAccessibleDescription(/this client asks for it/);
  expect((await resolution.boundingBox())?.y).toBe(before?.y);
  await expectClean(popup, 'a resolution that is asked for');
  const button = popup.getByRole('button', { name: 'Check out', exact: true });
  await expect(button).toBeEnabled();
  await button.click();
  const refused = popup.getByRole('alert').filter({ hasText: '107003016' });
  await refused.getByRole('button', { name: 'Change…' }).click();
  await refused.getByRole('textbox', { name: 'Resolution' }).fill('Cartridge ordered');
  await refused.getByRole('button', { name: 'Send', exact: true }).click();
  await expectRecorded(sandbox, 2);
  expect(recorded(sandbox)[1]).toBe('check-out 107003016 type 1 × 1 Complete PartsOnOrder');
});

test('resolution codes that the client asks for are said, with the way to ServiceChannel; lists can be wrong', async ({
  app,
  sandbox,
}) => {
  const constraint = { Extended: 'WAITING FOR QUOTE', IsResolutionCodesRequired: 1 };
  sandbox.sandbox.addFault({
    method: 'GET',
    pattern: '/statuses',
    times: 0,
    answer: {
      status: 200,
      body: JSON.stringify([
        { Id: 2, Name: 'In Progress', Extended: ['WAITING FOR QUOTE'], Constraints: [constraint] },
      ]),
    },
  });
  const popup = await app.open();
  await signIn(popup);
  await checkIn(popup, '107002896');
  await popup.getByRole('button', { name: 'Check out…' }).click();
  await chooseStatus(popup, 'Waiting for quote');
  await expect(popup.getByRole('radiogroup', { name: 'Status' })).toHaveAccessibleDescription(
    /asks for resolution codes/,
  );
  const note = popup.locator('.note.warn').filter({ hasText: 'Enter it in ServiceChannel' });
  await expect(note.getByRole('button', { name: 'Open in ServiceChannel' })).toBeVisible();
  await popup.getByRole('button', { name: 'Back' }).click();
  await checkOut(popup, 'Waiting for quote', 'Measured');
  await expectRecorded(sandbox, 2);
  expect(recorded(sandbox)[1]).toBe('check-out 107002896 type 1 × 1 Complete WaitingForQuote');
});
