import { expect, test } from 'vitest';
import { DEMO_USER } from './data-users.ts';
import { MAIN_STREET, startRig } from './support.ts';

test.each([
  ['userId', { Id: DEMO_USER.id }],
  ['authUserId', { Id: DEMO_USER.id + 7_000_000 }],
  ['userName', { UserName: 'DEMO' }],
  ['none', null],
] as const)('read-backs name users by %s', async (readBackUsers, User) => {
  const rig = await startRig({ readBackUsers });
  await rig.api('POST', `/workorders/${MAIN_STREET}/universalCheckIn`, {});
  const order = `/odata/workorders(${MAIN_STREET})`;
  for (const list of ['workactivities', 'Service.CheckInActivity(loadBlocked=false)']) {
    const { json } = await rig.api('GET', `${order}/${list}`);
    expect(json).toMatchObject({ value: [{ User }] });
  }
});
