import { describe, expect, test } from 'vitest';
import { NO_NEEDS } from '../../../main/servicechannel/statuses.ts';
import { API, answering } from './support.ts';

describe('a work order', () => {
  const full = {
    Id: 107002896,
    Number: '107002896',
    Status: { Primary: 'IN PROGRESS', Extended: 'ON SITE' },
    Trade: 'HVAC',
    Category: 'REPAIR',
    Priority: 'P2 - 8 Hours',
    Description: 'No cooling in aisle 4',
    CallDate: '2026-05-12T08:00:00',
    CallDate_DTO: '2026-05-12T08:00:00-05:00',
    ScheduledDate: '2026-05-13T08:00:00',
    ExpirationDate: null,
    ExpirationDate_DTO: null,
    Subscriber: { Id: 2014917001, Name: 'Northwind' },
    Location: {
      Id: 1,
      StoreId: '0042',
      Name: 'Main Street',
      Address1: 'Suite 5',
      Address2: '12 Main Street',
      City: 'Springfield',
      State: 'IL',
      Zip: '62701',
      Phone: '555-0100',
      TimeZoneIanaName: 'America/Chicago',
    },
    IsCheckInDenied: true,
    CheckInDeniedReason: 'Use the GPS app',
    IsInvoiced: false,
    IsExpired: false,
    Nte: 500,
    Caller: 'Store manager',
    ProblemCode: 'NO COOLING',
    SomethingNew: [1],
  };

  test('says what strangers wrote without what would disguise it, its lines kept and its length bounded', async () => {
    const { client } = answering({
      ...full,
      Description: `invoice\u202Egnp.exe\u0000\nsecond line\u2066`,
      Trade: 'x'.repeat(1_000_000),
      Location: { ...full.Location, Name: '\u202E\u0007' },
    });
    const answer = await client.workOrder(107002896);
    expect(answer).toMatchObject({
      kind: 'ok',
      value: { description: 'invoice gnp.exe \nsecond line', store: null },
    });
    expect(answer.kind === 'ok' && answer.value.trade).toHaveLength(10_000);
  });

  test('is read with its street from Address2 and times that carry their offset', async () => {
    const { client, seen } = answering(full);
    expect(await client.workOrder(107002896)).toEqual({
      kind: 'ok',
      value: {
        id: 107002896,
        number: '107002896',
        store: 'Main Street',
        storeId: '0042',
        street: '12 Main Street',
        addition: 'Suite 5',
        city: 'Springfield',
        state: 'IL',
        zip: '62701',
        trade: 'HVAC',
        category: 'REPAIR',
        priority: 'P2 - 8 Hours',
        description: 'No cooling in aisle 4',
        statusPrimary: 'IN PROGRESS',
        statusExtended: 'ON SITE',
        subscriberId: 2014917001,
        subscriberName: 'Northwind',
        callDate: '2026-05-12T08:00:00-05:00',
        scheduledDate: '2026-05-13T08:00:00',
        expirationDate: null,
        timeZone: 'America/Chicago',
        isCheckInDenied: true,
        checkInDeniedReason: 'Use the GPS app',
        isInvoiced: false,
        isExpired: false,
        nte: '500',
        caller: 'Store manager',
        problemCode: 'NO COOLING',
        phone: '555-0100',
        locationId: 1,
        tradeId: null,
        categoryId: null,
        assetCategories: [],
      },
    });
    expect(seen[0]?.url).toBe(`${API}/workorders/107002896`);
  });

  test.each([
    ['nothing but its id', { Id: 5 }],
    ['nulls', { Id: 5, Status: null, Location: null, Subscriber: null, Trade: null }],
    ['wrong types', { Id: 5, Status: 'OPEN', Location: [], Subscriber: 7, Trade: {}, IsInvoiced: 'no' }],
    ['blanks', { Id: '5', Trade: '  ', Status: { Primary: '', Extended: '' }, Location: { Name: '' } }],
  ])('with %s is still a work order', async (_, value) => {
    const answer = await answering(value).client.workOrder(5);
    expect(answer).toMatchObject({
      kind: 'ok',
      value: { id: 5, store: null, trade: null, statusPrimary: null, subscriberId: null, isInvoiced: null },
    });
  });

  test.each([[{}], [null], [[]], [{ Id: 'abc' }], [{ Id: null }], [{ Id: 1.5 }]])(
    'without an id (%j) is unreadable',
    async (value) => {
      expect(await answering(value).client.workOrder(5)).toMatchObject({
        kind: 'unknown',
        why: 'unreadable',
      });
    },
  );
});

describe('lists', () => {
  test('statuses come with their extended ones and what these need', async () => {
    const { client, seen } = answering([
      {
        Id: 2,
        Name: 'In Progress',
        Extended: ['PARTS ON ORDER'],
        ExtendedStatuses: [{ Id: 8, Name: 'PARTS ON ORDER' }, { Id: 9, Name: 'INCOMPLETE' }, null],
        Constraints: [
          { Extended: 'Parts on order', IsResolutionTextRequired: 1, IsScheduledDateRequired: 1 },
          { Extended: 'INCOMPLETE' },
        ],
      },
      {
        Id: null,
        Name: 'Completed',
        Constraints: [{ Extended: null, IsResolutionTextRequired: true, IsResolutionCodesRequired: 1 }],
      },
      { Id: 4 },
    ]);
    expect(await client.statuses(5, 2014917001)).toEqual({
      kind: 'ok',
      value: [
        {
          name: 'In Progress',
          needs: NO_NEEDS,
          extended: [
            { name: 'PARTS ON ORDER', needs: { resolution: true, codes: false, scheduledDate: true } },
            { name: 'INCOMPLETE', needs: NO_NEEDS },
          ],
        },
        { name: 'Completed', needs: { resolution: true, codes: true, scheduledDate: false }, extended: [] },
      ],
    });
    await client.statuses(5, null);
    expect(seen.map(({ url }) => url)).toEqual([
      `${API}/workorders/5/statuses?subscriberId=2014917001`,
      `${API}/workorders/5/statuses`,
    ]);
  });

  test('work types leave out what is none', async () => {
    const { client, seen } = answering([
      { Id: 1, Name: 'Repair' },
      { Id: 2 },
      null,
      { Id: '11', Name: 'Snow' },
    ]);
    expect(await client.workTypes(2014917001)).toEqual({
      kind: 'ok',
      value: [
        { id: 1, name: 'Repair' },
        { id: 11, name: 'Snow' },
      ],
    });
    expect(seen[0]?.url).toBe(`${API}/worktypes?subscriberId=2014917001`);
  });

  test.each([[{}], [null], ['x']])('that are %j are unreadable', async (value) => {
    expect(await answering(value).client.statuses(5, null)).toMatchObject({ why: 'unreadable' });
    expect(await answering(value).client.workTypes(1)).toMatchObject({ why: 'unreadable' });
  });
});

describe('the profile', () => {
  test('gives the user id that check-ins carry, not the account’s', async () => {
    const { client, seen } = answering({
      UserProfile: { UserId: 1544987, AuthUserId: 99, UserName: 'demo', FullName: 'Dana Demo', Email: null },
    });
    expect(await client.profile()).toEqual({
      kind: 'ok',
      value: {
        userId: 1544987,
        authUserId: 99,
        userName: 'demo',
        fullName: 'Dana Demo',
        email: null,
        providerId: null,
        providerName: null,
      },
    });
    expect(seen[0]?.url).toBe(`${API}/users/current/profile`);
  });

  test.each([[{}], [{ UserProfile: null }], [{ UserProfile: { AuthUserId: 99 } }], [[]]])(
    'that is %j is unreadable',
    async (value) => {
      expect(await answering(value).client.profile()).toMatchObject({ kind: 'unknown', why: 'unreadable' });
    },
  );
});
