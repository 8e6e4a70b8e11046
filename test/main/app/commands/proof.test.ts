import { expect, test } from 'vitest';
import { DEMO_USER } from '../../../sandbox/data-users.ts';
import { appRig, MAIN_STREET } from '../rig.ts';
import { given, WINDOW } from '../support.ts';

test('the proof of an order names its technician and has its check-ins', async () => {
  const rig = await appRig();
  await rig.checkIn();
  const proof = given(await rig.send('timesheet:proof', { workOrderId: MAIN_STREET }));
  expect(proof?.pairs).toHaveLength(1);
  expect([DEMO_USER.userName, rig.core.session.person?.name]).toContain(proof?.technician);
});

test('signed out there is none', async () => {
  const rig = await appRig();
  await rig.core.session.signOut();
  expect(given(await rig.send('timesheet:proof', { workOrderId: MAIN_STREET }))).toBeNull();
});

test('it is saved under the number of its order, and a file that cannot be written is said', async () => {
  const rig = await appRig();
  const pdf = rig.app.handlers()['timesheet:pdf'];
  const savePdf = async (name: string) => ({ path: name, fault: null });
  expect(await pdf({ workOrderId: 7 }, { ...WINDOW, savePdf })).toEqual({ ok: true, value: 'OnSite 7.pdf' });
  const fault = { code: 'denied' } as const;
  const denied = { ...WINDOW, savePdf: async (name: string) => ({ path: name, fault }) };
  expect(await pdf({ workOrderId: 7 }, denied)).toMatchObject({ ok: false, error: { code: 'file', fault } });
  expect(await pdf({ workOrderId: 7 }, WINDOW)).toEqual({ ok: true, value: null });
});
