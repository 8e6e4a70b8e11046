import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { checkIn, expectDelivery, expectState, signIn } from './drive.ts';
import { inMain } from './in-main.ts';

test('errors that the app did not expect, in main and in a page, are logged, said once and survived', async ({
  start,
  folder,
}) => {
  const app = await start();
  const popup = await app.open();
  await signIn(popup);
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeVisible();
  const said = popup.getByText('Something went wrong in OnSite.');
  await expect(said).toHaveCount(0);

  await inMain(app.electron, ({ powerMonitor }) => {
    const fail = (where: string) => () => {
      throw new Error(`canary of a ${where}`);
    };
    setTimeout(fail('timer'), 0);
    void Promise.reject(new Error('canary of a promise'));
    powerMonitor.once('unlock-screen', fail('listener'));
    setTimeout(() => powerMonitor.emit('unlock-screen'), 0);
  });
  await popup.evaluate(() => {
    setTimeout(() => {
      throw new Error('typed by a person');
    }, 0);
    void Promise.reject(new Error('typed by a person'));
  });

  const log = () => readFileSync(join(folder, 'onsite.log'), 'utf8');
  for (const where of ['timer', 'promise', 'listener'])
    await expect.poll(log, { message: `the error of a ${where}` }).toContain(`canary of a ${where}`);
  await expect.poll(() => log().split('in a window').length - 1).toBe(2);
  expect(log()).not.toContain('typed by a person');
  await expect(said).toHaveCount(1);

  await checkIn(popup, '107002896');
  await expectState(popup, 'On site');
  await expectDelivery(popup, 'Everything recorded');
  await expect(said).toHaveCount(1);
});
