import { describe, expect, test, vi } from 'vitest';
import { Elsewhere } from '../../../main/records/elsewhere.ts';
import type { WorkActivity } from '../../../main/servicechannel/client.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import { fakeClient, OFFLINE } from '../fake-client.ts';
import { activity, WHO } from '../outbox/steps.ts';
import { certain, Day, USER } from '../visit/support.ts';

// In UTC a time without offset means one instant alone.
vi.stubEnv('TZ', 'America/New_York');

const ORDER = 107002896;
const NOTHING = { at: null, workTypeId: null };

function rig(now = '12:00') {
  const day = new Day().clock(now);
  const types = [{ id: 7, name: 'Inspection' }];
  const asked: string[] = [];
  const given = { own: [] as WorkActivity[], online: true, rush: false, knows: true };
  let changes = 0;
  const client = fakeClient({
    ownActivities: async (from, to, userId, options) => {
      asked.push(`own ${from} ${to} ${userId} ${options?.standsBack}`);
      return given.online ? { kind: 'ok', value: given.own } : OFFLINE;
    },
    workActivities: async (id) => {
      asked.push(`order ${id}`);
      return OFFLINE;
    },
  });
  const elsewhere = new Elsewhere({
    now: () => day.now,
    visits: () => day.mine,
    sender: () => ({ ...WHO, client }),
    isRush: () => given.rush,
    workTypes: () => (given.knows ? types : []),
    learn: async (id) => {
      asked.push(`learn ${id}`);
      given.knows = given.online;
    },
    stop: (reportId) =>
      day.rule({ type: 'open-elsewhere', reportId }).ok && day.do({ type: 'open-elsewhere', reportId }),
    onChange: () => {
      changes += 1;
    },
  });
  const read = (...activities: WorkActivity[]) => elsewhere.onActivities(ORDER, activities);
  const key = () => elsewhere.views[0]?.key ?? '';
  return { day, elsewhere, read, given, asked, key, changes: () => changes };
}

describe('a check-in made elsewhere', () => {
  test('is offered while it is open, with its own time, and gone when it was closed', () => {
    const { day, elsewhere, read } = rig();
    read(activity('10:15:00', null));
    expect(elsewhere.views).toMatchObject([
      { workOrderId: ORDER, times: [{ ms: day.instant('10:15') }], stopped: null, workTypes: null },
    ]);
    read(activity('10:15:00', '11:00:00'));
    expect(elsewhere.views).toEqual([]);
  });

  test('is not offered where it is ours, somebody else’s, or lies ahead', () => {
    const { day, elsewhere, read } = rig();
    day
      .clock('10:15')
      .checkIn(ORDER)
      .sent(certain(reportsOf(day.current)[0]), 'recorded')
      .clock('12:00');
    read(
      activity('10:15:00', null),
      activity('10:40:00', null, { userId: USER + 1 }),
      activity('14:00:00', null),
    );
    expect(elsewhere.views).toEqual([]);
  });

  test('that is ours is known in whatever zone its time is written', () => {
    const { day, elsewhere, read } = rig();
    day
      .clock('10:15')
      .checkIn(ORDER)
      .sent(certain(reportsOf(day.current)[0]), 'recorded')
      .clock('12:00');
    read(activity('10:15:00', null, { timeIn: '2026-05-13T09:15:00' }));
    expect(elsewhere.views).toEqual([]);
  });

  test('is left alone for this run where nobody wants it', () => {
    const { elsewhere, read, key } = rig();
    read(activity('10:15:00', null));
    elsewhere.notNow(key());
    read(activity('10:15:00', null));
    expect(elsewhere.views).toEqual([]);
  });
});

describe('going on with it', () => {
  test('takes its type by name, and its count', async () => {
    const { day, elsewhere, read, key, asked } = rig();
    read(activity('10:15:00', null, { workType: ' INSPECTION', techsCount: 3 }));
    expect(await elsewhere.continued(key(), NOTHING)).toEqual({
      type: 'continue',
      workOrderId: ORDER,
      workTypeId: 7,
      techsCount: 3,
      at: day.instant('10:15'),
    });
    expect(asked).toEqual([]);
    expect(await elsewhere.continued('another', NOTHING)).toBeNull();
  });

  test('reads the order’s types where the name is not known yet, and needs none for repair and travel', async () => {
    const { elsewhere, read, given, key, asked } = rig();
    given.knows = false;
    read(activity('10:15:00', null, { workType: 'Travel' }));
    expect(await elsewhere.continued(key(), NOTHING)).toMatchObject({ workTypeId: 2 });
    expect(asked).toEqual([]);
    read(activity('10:15:00', null, { workType: 'Inspection' }));
    expect(await elsewhere.continued(key(), NOTHING)).toMatchObject({ workTypeId: 7 });
    expect(asked).toEqual([`learn ${ORDER}`]);
  });

  test.each([['Haulage'], [null]])('asks for the type where no type is called %j', async (workType) => {
    const { elsewhere, read, key } = rig();
    read(activity('10:15:00', null, { workType }));
    expect(elsewhere.views).toMatchObject([{ workTypes: null }]);
    expect(await elsewhere.continued(key(), NOTHING)).toBe('unclear');
    expect(elsewhere.views[0]?.workTypes?.map(({ name }) => name)).toEqual([
      'Inspection',
      'Repair',
      'Travel',
    ]);
    expect(await elsewhere.continued(key(), { at: null, workTypeId: 7 })).toMatchObject({ workTypeId: 7 });
  });

  test('asks which instant a time without offset means', async () => {
    const { day, elsewhere, read, key } = rig('16:00');
    // Local 10:15 in New York, or 10:15 in UTC, which was 06:15 there.
    const instants = [Date.parse('2026-05-13T10:15:00Z'), day.instant('10:15')];
    read(activity('10:15:00', null, { timeIn: '2026-05-13T10:15:00' }));
    expect(elsewhere.views[0]?.times.map(({ ms }) => ms)).toEqual(instants);
    expect(await elsewhere.continued(key(), NOTHING)).toBe('unclear');
    for (const at of instants)
      expect(await elsewhere.continued(key(), { at, workTypeId: null })).toMatchObject({ at });
  });

  test('of which only one instant lies behind means that one', async () => {
    const { day, elsewhere, read, key } = rig('09:00');
    read(activity('10:15:00', null, { timeIn: '2026-05-13T10:15:00' }));
    expect(await elsewhere.continued(key(), NOTHING)).toMatchObject({ at: day.instant('06:15') });
  });

  test('is not possible any more when it was closed while the types were read', async () => {
    const { elsewhere, read, given, key } = rig();
    given.knows = false;
    read(activity('10:15:00', null, { workType: 'Inspection' }));
    const going = elsewhere.continued(key(), NOTHING);
    read(activity('10:15:00', '11:00:00'));
    expect(await going).toBeNull();
  });
});

describe('our own check-in that has not left', () => {
  test.each([
    [ORDER, 'here'],
    [107002931, 'elsewhere'],
  ])('on %i is stopped when one is found open %s, and asked about', (workOrderId) => {
    const { day, elsewhere, read } = rig();
    day.clock('11:50').checkIn(workOrderId);
    read(activity('10:15:00', null));
    const [checkIn] = reportsOf(day.visit(workOrderId));
    expect(checkIn?.delivery).toMatchObject({ state: 'refused', problem: { reason: 'open-elsewhere' } });
    expect(elsewhere.views).toMatchObject([
      { workOrderId: ORDER, stopped: { reportId: checkIn?.id, workOrderId, open: true } },
    ]);
  });

  test('is stopped when it is made while one is known to be open, also after `Not now`', () => {
    const { day, elsewhere, read, key } = rig();
    read(activity('10:15:00', null));
    elsewhere.notNow(key());
    day.checkIn(107002931);
    elsewhere.check();
    expect(elsewhere.views).toMatchObject([{ stopped: { workOrderId: 107002931 } }]);
  });

  test('of that very minute is another one', () => {
    const { day, elsewhere, read } = rig('10:15:30');
    day.checkIn(ORDER);
    read(activity('10:15:00', null));
    expect(elsewhere.views).toMatchObject([{ stopped: { workOrderId: ORDER } }]);
  });

  test('goes where its stay had ended on another order before', () => {
    const { day, elsewhere, read } = rig('08:00');
    day.checkIn(107002931).clock('09:00').do({ type: 'pause', visitId: day.current.id }).clock('12:00');
    read(activity('10:15:00', null));
    expect(elsewhere.views).toMatchObject([{ stopped: null }]);
    expect(reportsOf(day.current)[0]?.delivery.state).toBe('queued');
  });

  test('goes when a person says so, and is not stopped again', () => {
    const { day, elsewhere, read, key } = rig();
    day.checkIn(107002931);
    read(activity('10:15:00', null));
    day.do({ type: 'send-again', reportId: elsewhere.anyway(key()) ?? '' });
    elsewhere.check();
    expect(reportsOf(day.current)[0]?.delivery.state).toBe('queued');
  });
});

describe('looking for it', () => {
  test('a sign-in asks for the user’s own; another user starts with nothing', async () => {
    const { elsewhere, given, asked } = rig();
    given.own = [activity('09:00:00', null)];
    await elsewhere.signedIn();
    expect(asked).toEqual([`own 2026-05-12 2026-05-15 ${USER} true`]);
    elsewhere.onOwnActivities('2026-05-12', given.own);
    expect(elsewhere.views).toHaveLength(1);
    given.online = false;
    await elsewhere.signedIn();
    expect(elsewhere.views).toEqual([]);
  });

  test('one look answers for five minutes; one without an answer does not', async () => {
    const { day, elsewhere, given, asked } = rig();
    given.online = false;
    await elsewhere.look();
    given.online = true;
    for (const time of ['12:00', '12:05', '12:05:01', '12:10']) {
      day.clock(time);
      await elsewhere.look();
    }
    expect(asked).toHaveLength(3);
  });

  test('stands back while others wait for the same limit', async () => {
    const { elsewhere, given, asked } = rig();
    given.rush = true;
    await elsewhere.look();
    await elsewhere.lookUp(ORDER);
    expect(asked).toEqual([]);
  });

  test('who looks at OnSite sees the form only while nothing is on site or paused', () => {
    const { day, elsewhere, asked } = rig();
    elsewhere.opened();
    expect(asked).toHaveLength(1);
    day.checkIn(ORDER).clock('13:00');
    elsewhere.opened();
    expect(asked).toHaveLength(1);
  });

  test('what is closed by now is in the own activities no more; what began before them stays', () => {
    const { elsewhere, given } = rig();
    const old = activity('10:15:00', null, { id: '1', timeIn: '2026-05-11T10:15:00-04:00' });
    elsewhere.onActivities(ORDER, [old]);
    elsewhere.onOwnActivities('2026-05-12', [activity('10:15:00', null, { workOrderId: 5 })]);
    expect(elsewhere.views.map(({ workOrderId }) => workOrderId)).toEqual([ORDER, 5]);
    elsewhere.onOwnActivities('2026-05-12', given.own);
    expect(elsewhere.views.map(({ workOrderId }) => workOrderId)).toEqual([ORDER]);
  });

  test('no answer is no news', async () => {
    const { elsewhere, given, changes } = rig();
    given.online = false;
    await elsewhere.look();
    expect([elsewhere.views, changes()]).toEqual([[], 0]);
  });
});
