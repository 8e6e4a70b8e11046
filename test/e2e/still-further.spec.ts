import type { Locator, Page } from '@playwright/test';
import { expect, keptTest, test } from './app.ts';
import { checkIn, seeOrder, signIn } from './drive.ts';
import { expectInSight, expectStill } from './stillness.ts';
import { firstRunPolicy } from './walk-further.ts';

const LATE = 1_500;

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

keptTest(
  'details and notes that come late move nothing, nor does what a person opens above them',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    await signIn(popup);
    await seeOrder(popup, 107002896, 'Main Street store');
    sandbox.sandbox.addFault({ method: 'GET', pattern: '/workorders/\\d+($|\\?)', delayMs: LATE });
    sandbox.sandbox.addFault({ method: 'GET', path: '/notes', delayMs: 2 * LATE });
    await button(popup, 'Details').click();
    await button(popup, 'Copy number').waitFor();
    await expectStill(popup, 'details and notes', async () => {
      await popup.getByRole('textbox', { name: 'Note' }).waitFor();
      await popup.getByRole('list', { name: 'Notes' }).getByRole('listitem').first().waitFor();
    });
    const opened = button(popup, 'Back').last();
    await button(popup, 'Running late…').click();
    await expectStill(popup, 'the expected time', () =>
      popup.getByLabel('Expected at').fill('2030-01-01T10:00'),
    );
    await opened.click();
  },
);

test('the check of the first run moves nothing of the form when it comes', async ({
  start,
  folder,
  sandbox,
}) => {
  const policy = firstRunPolicy(folder, sandbox, { clientId: undefined });
  const popup = await (await start({ policy })).open();
  await popup.getByRole('textbox', { name: 'Client ID' }).fill('onsite-demo');
  await popup.getByLabel('Client secret').fill('onsite-demo-secret');
  sandbox.sandbox.addFault({ path: '/users/current/profile', skip: 1, delayMs: LATE });
  await signIn(popup);
  const field = popup.getByRole('textbox', { name: 'Work order' });
  await field.waitFor();
  await expectStill(popup, 'the check', async () => {
    await field.fill('1070');
    await popup.getByText(/The connection was checked/).waitFor({ state: 'attached' });
  });
  await expectInSight(field);
  await expect(field).toBeFocused();
});

keptTest('on the phone card nothing moves when the call is found', async ({ app, sandbox }) => {
  const popup = await app.open();
  await signIn(popup);
  await checkIn(popup, '107003012');
  await button(popup, 'By phone…').click();
  const card = popup.getByRole('region', { name: 'By phone' });
  await card.getByText(/does not show the call yet/).waitFor();
  await expectInSight(card.getByText('1-516-500-7776'));
  sandbox.sandbox.addFault({ method: 'GET', pattern: 'workorders', delayMs: LATE, times: 3 });
  await button(popup, 'Look for the call').scrollIntoViewIfNeeded();
  const asked = sandbox.sandbox.requests.length;
  await expectStill(popup, 'looking again', async () => {
    await button(popup, 'Look for the call').click();
    await expect.poll(() => sandbox.sandbox.requests.length).toBeGreaterThan(asked);
    await card.getByText(/does not show the call yet/).waitFor();
  });
});
