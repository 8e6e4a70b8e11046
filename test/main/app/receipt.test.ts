import { expect, test } from 'vitest';
import { appRig, until } from './rig.ts';

test('a receipt is copied in the words of main; what a page says goes nowhere', async () => {
  const { checkIn, send, snapshot, core, desktop, system } = await appRig({ workdays: [] });
  expect(await send('receipt:copy', null)).toMatchObject({ ok: false });
  await checkIn();
  await until(() => core.mine[0]?.pairs[0]?.checkIn.delivery.state === 'recorded');
  system.pass(3_600_000);
  const visitId = core.mine[0]?.id ?? '';
  await send('visit:check-out', {
    visitId,
    at: null,
    primaryStatus: 'PartsOnOrder',
    extendedStatus: '',
    resolution: '',
  });
  await until(async () => {
    system.pass(1000);
    return (await snapshot()).receipt !== null;
  });
  expect(await send('receipt:copy', null)).toEqual({ ok: true, value: null });
  expect(desktop.clipboard).toContain('107002896');
  expect(desktop.clipboard).toContain('Parts on order');
});

test('reads that are 30 s behind make no receipt of a stay that is still open', async () => {
  const { checkIn, send, snapshot, core, sandbox, system } = await appRig({ workdays: [] });
  sandbox.sandbox.configure({ replicaLagSeconds: 30 });
  await checkIn();
  await until(() => core.mine[0]?.pairs[0]?.checkIn.delivery.state === 'recorded');
  system.pass(3_600_000);
  const looks = () => sandbox.sandbox.requests.filter(({ path }) => path.endsWith('/workactivities')).length;
  const before = looks();
  await send('visit:check-out', {
    visitId: core.mine[0]?.id ?? '',
    at: null,
    primaryStatus: 'PartsOnOrder',
    extendedStatus: '',
    resolution: '',
  });
  await until(() => looks() > before);
  expect((await snapshot()).receipt).toBeNull();
  await until(async () => {
    system.pass(1000);
    return (await snapshot()).receipt !== null;
  });
  const { pairs } = (await snapshot()).receipt ?? {};
  expect(pairs?.map(({ held, reported }) => [held, held?.to === reported.to])).toEqual([
    [expect.anything(), true],
  ]);
});
