import type { RunningSandbox } from '../sandbox/server.ts';
import { expect, keptTest, test } from './app.ts';
import { chooseSettings } from './choose-settings.ts';
import { type RunningApp, signIn } from './drive.ts';
import { inMain } from './in-main.ts';
import { givePolicy } from './policy.ts';

/** Asks for so many work orders at once, as the popup does for a number that is typed. */
async function lookUp(app: RunningApp, sandbox: RunningSandbox, count: number): Promise<void> {
  const popup = await app.open();
  await signIn(popup);
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeVisible();
  const numbers = sandbox.sandbox.state.workOrders.slice(0, count).map(({ id }) => String(id));
  await popup.evaluate((asked) => {
    for (const workOrder of asked)
      void Reflect.get(window, 'onsite').send('work-order:look-up', { workOrder });
  }, numbers);
}

test('six answers that drip are let go at their deadline, whatever was garbage-collected meanwhile', async ({
  start,
  sandbox,
  folder,
}) => {
  const policy = givePolicy(folder, sandbox, { requestTimeoutSeconds: 4 });
  const app = await start({ policy, args: ['--js-flags=--expose-gc'] });
  sandbox.sandbox.addFault({ pattern: '/workorders/[0-9]+$', times: 0, drip: { bytes: 1, everyMs: 200 } });
  await lookUp(app, sandbox, 6);
  await expect.poll(() => sandbox.dripping()).toBe(6);
  // Until all headers are there and what they belonged to is out of reach, within the deadline.
  await inMain(app.electron, async () => {
    for (let n = 0; n < 20; n++) {
      globalThis.gc?.();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  await expect.poll(() => sandbox.dripping(), { timeout: 15_000 }).toBe(0);
  sandbox.sandbox.faults.clear();
  const popup = await app.open();
  await popup.getByRole('textbox', { name: 'Work order' }).fill('107002931');
  await expect(popup.getByText('Oak Plaza').first()).toBeVisible();
});

keptTest('an answer that does not end is cut off long before its deadline', async ({ app, sandbox }) => {
  await chooseSettings(await app.open(), { requestTimeoutSeconds: 600 });
  sandbox.sandbox.addFault({ pattern: '/workorders/[0-9]+$', drip: { bytes: 65_536, everyMs: 1 } });
  await lookUp(app, sandbox, 1);
  await expect
    .poll(() => sandbox.sandbox.requests.some(({ path }) => /workorders.[0-9]+$/.test(path)))
    .toBe(true);
  await expect.poll(() => sandbox.dripping(), { timeout: 15_000 }).toBe(0);
});

keptTest('nothing goes by QUIC, which may repeat a request by itself', async ({ app: { electron } }) => {
  expect(await inMain(electron, ({ app }) => app.commandLine.hasSwitch('disable-quic'))).toBe(true);
});
