import { describe, expect, test } from 'vitest';
import { Elsewhere } from '../../../main/records/elsewhere.ts';
import { fakeClient, OFFLINE } from '../fake-client.ts';
import { activity, WHO } from '../outbox/steps.ts';
import { Day, USER } from '../visit/support.ts';

function rig(now = '12:00') {
  const day = new Day().clock(now);
  const types = [{ id: 7, name: 'Inspection' }];
  let changes = 0;
  const elsewhere = new Elsewhere({
    now: () => day.now,
    visits: () => day.mine,
    workTypes: () => types,
    onChange: () => {
      changes += 1;
    },
  });
  const read = (...activities: ReturnType<typeof activity>[]) =>
    elsewhere.onActivities(107002896, activities, WHO);
  return { day, elsewhere, read, changes: () => changes };
}

describe('a check-in made elsewhere', () => {
  test('is offered while it is open, with its own time, and gone when it was closed', () => {
    const { day, elsewhere, read } = rig();
    read(activity('10:15:00', null));
    expect(elsewhere.views).toMatchObject([{ workOrderId: 107002896, since: { ms: day.instant('10:15') } }]);
    read(activity('10:15:00', '11:00:00'));
    expect(elsewhere.views).toEqual([]);
  });

  test('is not offered where it is ours, somebody else’s, or lies ahead', () => {
    const { day, elsewhere, read } = rig();
    day.clock('10:15').checkIn(107002896).clock('12:00');
    read(
      activity('10:15:00', null),
      activity('10:40:00', null, { userId: USER + 1 }),
      activity('14:00:00', null),
    );
    expect(elsewhere.views).toEqual([]);
  });

  test('goes on here with its type by name, and its count', () => {
    const { day, elsewhere, read } = rig();
    read(activity('10:15:00', null, { workType: 'INSPECTION', techsCount: 3 }));
    const [{ key } = { key: '' }] = elsewhere.views;
    expect(elsewhere.continued(key)).toMatchObject({
      type: 'continue',
      workTypeId: 7,
      techsCount: 3,
      at: day.instant('10:15'),
    });
    expect(elsewhere.continued('another')).toBeNull();
  });

  test('is left alone for this run where nobody wants it', () => {
    const { elsewhere, read } = rig();
    read(activity('10:15:00', null));
    elsewhere.notNow(elsewhere.views[0]?.key ?? '');
    read(activity('10:15:00', null));
    expect(elsewhere.views).toEqual([]);
  });
});

test('a sign-in asks for the user’s own; another user starts with nothing', async () => {
  const { elsewhere } = rig();
  const client = fakeClient({
    ownActivities: async () => ({ kind: 'ok', value: [activity('09:00:00', null)] }),
  });
  await elsewhere.ask({ client, ...WHO });
  expect(elsewhere.views).toHaveLength(1);
  elsewhere.forget();
  expect(elsewhere.views).toEqual([]);
});

test('no answer is no news', async () => {
  const { elsewhere, changes } = rig();
  await elsewhere.ask({ client: fakeClient({ ownActivities: async () => OFFLINE }), ...WHO });
  expect([elsewhere.views, changes()]).toEqual([[], 0]);
});
