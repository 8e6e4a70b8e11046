import { expect, test } from 'vitest';
import { doctorView } from '../../../main/views/doctor.ts';
import { appRig, until } from '../app/rig.ts';
import { dataFolder } from '../storage/support.ts';

test('a sound record says so, with what waits to be sent', async () => {
  const { folder, checkIn, core } = await appRig({ undoSeconds: 10, workdays: [] });
  await checkIn();
  expect(await doctorView(folder)).toMatchObject({ fault: null, waiting: 1, undecided: 0 });
  core.endUndo();
  await until(() => core.mine[0]?.pairs[0]?.checkIn.delivery.state === 'recorded');
  expect(await doctorView(folder)).toMatchObject({ fault: null, waiting: 0, undecided: 0 });
});

test('a folder without a record says that it is missing', async () => {
  expect((await doctorView(dataFolder())).fault).toEqual({ code: 'missing' });
});
