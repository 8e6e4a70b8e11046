import { expect, test } from 'vitest';
import { LastDelivery } from '../../../main/app/last-delivery.ts';
import { appRig, until } from './rig.ts';

/** A network that can be stopped: requests then wait until it goes on. */
function slowNetwork() {
  let go: () => void = () => undefined;
  let gate: Promise<void> = Promise.resolve();
  return {
    stop: () => {
      gate = new Promise((resolve) => {
        go = resolve;
      });
    },
    goOn: () => go(),
    fetch: async (...request: Parameters<typeof fetch>) => {
      await gate;
      return fetch(...request);
    },
  };
}

/** On site, with the check-in still on its way. */
async function onItsWay() {
  const network = slowNetwork();
  const rig = await appRig({ workdays: [] }, network.fetch);
  network.stop();
  await rig.checkIn();
  await until(() => rig.core.mine[0]?.pairs[0]?.checkIn.delivery.state === 'sending');
  let left = 0;
  const last = new LastDelivery(rig.core, rig.system, () => {
    left += 1;
  });
  last.begin();
  await rig.shown();
  return { ...rig, network, left: () => left };
}

test('with nothing on its way the app ends at once', async () => {
  const { core, system, shown } = await appRig();
  let left = 0;
  new LastDelivery(core, system, () => {
    left += 1;
  }).begin();
  await shown();
  expect(left).toBe(1);
});

test('the app waits for the report on its way, and ends when it is recorded', async () => {
  const { network, left, sandbox } = await onItsWay();
  expect(left()).toBe(0);
  network.goOn();
  await until(() => left() === 1);
  expect(sandbox.sandbox.reports).toHaveLength(1);
});

test('it waits three seconds at most, and ends once', async () => {
  const { network, system, left, shown } = await onItsWay();
  system.pass(2_999);
  await shown();
  expect(left()).toBe(0);
  system.pass(1);
  await shown();
  expect(left()).toBe(1);
  network.goOn();
  await shown();
  expect(left()).toBe(1);
});
