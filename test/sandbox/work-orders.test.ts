import { expect, test } from 'vitest';
import { demoData } from './data.ts';
import { type Answer, field, MAIN_STREET, NOON, type Rig, startRig } from './support.ts';
import { DAY } from './times.ts';

/** The Ids of an OData page. */
function ids(answer: Answer): unknown[] {
  const list = field(answer, 'value');
  return Array.isArray(list) ? list.map((order) => order.Id) : [];
}

function list(rig: Rig, query: Record<string, string>): Promise<Answer> {
  return rig.api('GET', `/odata/workorders?${new URLSearchParams(query)}`);
}

test('a work order tells everything, its dates twice', async () => {
  const rig = await startRig();
  const answer = await rig.api('GET', `/workorders/${MAIN_STREET}`);
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({
    Id: MAIN_STREET,
    Number: '107002896',
    PurchaseNumber: 'PO-2896',
    Status: { Primary: 'OPEN', Extended: '' },
    Trade: 'Plumbing',
    Category: 'REPAIR',
    TradeId: expect.any(Number),
    Assets: [],
    CategoryId: expect.any(Number),
    Priority: 'P2 - 24 hours',
    Description: 'Water leaks under the sink in the staff kitchen.',
    Nte: 500,
    Caller: 'Store manager',
    ProblemCode: 'General',
    CreatedDate: '2026-05-07T16:00:00.000Z',
    CallDate: '2026-05-07T12:00:00',
    CallDate_DTO: '2026-05-07T12:00:00-05:00',
    ScheduledDate: '2026-05-08T12:00:00',
    ScheduledDate_DTO: '2026-05-08T12:00:00-05:00',
    ExpirationDate: null,
    ExpirationDate_DTO: null,
    Subscriber: { Id: 2014917001, Name: 'Northwind Stores' },
    Provider: { Id: 2000090505, Name: 'Springfield Facility Services' },
    Location: {
      Id: 101,
      StoreId: '0101',
      Name: 'Main Street store',
      Address1: '',
      Address2: '1 Main Street',
      City: 'Springfield',
      State: 'IL',
      Zip: '62701',
      Phone: '217-555-0100',
      TimeZoneIanaName: 'America/Chicago',
    },
    IsCheckInDenied: false,
    CheckInDeniedReason: null,
    IsExpired: false,
    IsInvoiced: false,
    HasWorkActivity: false,
  });
});

test('a work order shows what became of it', async () => {
  const rig = await startRig();
  await rig.api('POST', `/workorders/${MAIN_STREET}/universalCheckIn`, {});
  expect((await rig.api('GET', `/workorders/${MAIN_STREET}`)).json).toMatchObject({
    Status: { Primary: 'IN PROGRESS', Extended: 'ON SITE' },
    HasWorkActivity: true,
  });
  expect((await rig.api('GET', '/workorders/107003007')).json).toMatchObject({ IsExpired: true });
  expect((await rig.api('GET', '/workorders/107003003')).json).toMatchObject({ IsInvoiced: true });
  expect((await rig.api('GET', '/workorders/107003020')).json).toMatchObject({ IsCheckInDenied: true });
  expect((await rig.api('GET', '/workorders/107003022')).json).toMatchObject({ Location: { Id: 901 } });
});

test.each([
  ['999', 502],
  ['107003023', 502],
  ['0', 917],
  ['x', 917],
])('work order %s is refused with %i', async (id, code) => {
  const rig = await startRig();
  const answer = await rig.api('GET', `/workorders/${id}`);
  expect([answer.status, answer.json]).toEqual([400, expect.objectContaining({ ErrorCode: code })]);
});

test('the list shows locations only when they are expanded, and counts when asked', async () => {
  const rig = await startRig();
  const plain = await list(rig, { $filter: "contains(Location/Name,'main')" });
  expect(ids(plain)).toEqual([MAIN_STREET]);
  expect(plain.text).not.toContain('"Location"');
  expect(plain.text).not.toContain('@odata.count');
  const full = await list(rig, {
    $filter: "contains(Location/Name,'Main')",
    $expand: 'Location,Provider',
    $count: 'true',
  });
  expect(full.json).toMatchObject({
    '@odata.count': 1,
    value: [{ Location: { Name: 'Main Street store' }, Provider: { Name: 'Springfield Facility Services' } }],
  });
});

test('filters join by and', async () => {
  const rig = await startRig();
  expect(ids(await list(rig, { $filter: "Status/Primary eq 'COMPLETED'" }))).toEqual([107003001, 107003002]);
  const both =
    "Status/Primary eq 'IN PROGRESS' and contains(Location/Name,'harbor') and Trade eq 'Electrical'";
  expect(ids(await list(rig, { $filter: both }))).toEqual([107002911]);
  expect(ids(await list(rig, { $filter: "contains(Location/Name,'o''clock')" }))).toEqual([]);
});

test('only the last 90 days are listed unless CreatedDate is filtered', async () => {
  const rig = await startRig();
  const old = 107003024;
  expect(ids(await list(rig, { $filter: `Id eq ${old}` }))).toEqual([]);
  const dated = await list(rig, { $filter: `Id eq ${old} and CreatedDate ge 2026-01-01T00:00:00Z` });
  expect(ids(dated)).toEqual([old]);
  const since = await list(rig, { $filter: 'CreatedDate ge 2026-05-01T00:00:00Z', $count: 'true' });
  expect(ids(since)).not.toContain(old);
});

test("another company's work orders are in no list", async () => {
  const rig = await startRig();
  expect(ids(await list(rig, {}))).not.toContain(107003023);
});

test('lists are ordered as asked', async () => {
  const rig = await startRig();
  const order = async ($orderby: string) => ids(await list(rig, { $filter: 'Id lt 107003000', $orderby }));
  expect(await order('Id')).toEqual([107002760, 107002896, 107002911, 107002931]);
  expect(await order('Id desc')).toEqual([107002931, 107002911, 107002896, 107002760]);
  expect((await order('ScheduledDate desc'))[0]).toBe(107002911);
  expect(await order('Status/Primary desc,Id desc')).toEqual([107002931, 107002896, 107002760, 107002911]);
});

test('a page holds at most 50, whatever was asked; skip and count reach the rest', async () => {
  const rig = await startRig();
  const [first] = demoData(NOON).workOrders;
  if (!first) throw new Error('The demo has no work orders');
  const many = Array.from({ length: 120 }, (_, index) => ({
    ...first,
    id: 1 + index,
    createdAt: NOON - DAY,
  }));
  rig.sandbox.state.workOrders.splice(0, Number.POSITIVE_INFINITY, ...many);
  const seen: unknown[] = [];
  for (const $skip of ['0', '50', '100']) {
    const page = await list(rig, { $top: '500', $skip, $count: 'true' });
    expect(page.json).toMatchObject({ '@odata.count': 120 });
    expect(page.text).not.toContain('nextLink');
    seen.push(...ids(page));
  }
  expect(seen).toEqual(many.map((order) => order.id));
  expect(ids(await list(rig, {}))).toHaveLength(50);
  expect(ids(await list(rig, { $top: '3' }))).toEqual([1, 2, 3]);
  expect(ids(await list(rig, { $skip: '120' }))).toEqual([]);
});

test.each([
  { $filter: "Status eq 'OPEN' or Id eq 1" },
  { $filter: 'CreatedDate ge 2026-05-01T00:00:00' },
  { $filter: 'Nothing eq 1' },
  { $filter: 'Id eq' },
  { $orderby: 'Id sideways' },
  { $orderby: 'Nothing' },
  { $top: '-1' },
  { $expand: 'Everything' },
  { $search: 'x' },
])('the query %o is refused', async (query) => {
  const rig = await startRig();
  const answer = await list(rig, query);
  expect([answer.status, answer.json]).toEqual([400, expect.objectContaining({ ErrorCode: 503 })]);
});

test('statuses of a work order, and which need a resolution', async () => {
  const rig = await startRig();
  const answer = await rig.api('GET', '/workorders/107003016/statuses?subscriberId=2014917001');
  expect(answer.json).toContainEqual({
    Id: 'InProgress',
    Name: 'In Progress',
    Extended: ['PARTS ON ORDER', 'WAITING FOR QUOTE', 'INCOMPLETE', 'DISPATCH CONFIRMED'],
    ExtendedStatuses: [
      { Id: 8, Name: 'PARTS ON ORDER' },
      { Id: 9, Name: 'WAITING FOR QUOTE' },
      { Id: 10, Name: 'INCOMPLETE' },
      { Id: 11, Name: 'DISPATCH CONFIRMED' },
    ],
    Constraints: [
      { Extended: 'PARTS ON ORDER', IsResolutionTextRequired: 1 },
      { Extended: 'WAITING FOR QUOTE', IsResolutionTextRequired: 0 },
      { Extended: 'INCOMPLETE', IsResolutionTextRequired: 1 },
      { Extended: 'DISPATCH CONFIRMED', IsResolutionTextRequired: 0 },
    ],
  });
  const other = await rig.api('GET', '/workorders/107003016/statuses?subscriberId=2014917002');
  expect(other.json).toMatchObject({ ErrorCode: 503 });
});

test('work types differ by subscriber', async () => {
  const rig = await startRig();
  const northwind = await rig.api('GET', '/worktypes?subscriberId=2014917001');
  expect(northwind.json).toEqual([
    { Id: 1, Name: 'Repair' },
    { Id: 2, Name: 'Travel' },
    { Id: 11, Name: 'Inspection' },
    { Id: 12, Name: 'Parts pick-up' },
  ]);
  expect((await rig.api('GET', '/worktypes?subscriberId=2014917002')).text).toContain('Snow removal');
  expect((await rig.api('GET', '/worktypes')).json).toMatchObject({ ErrorCode: 503 });
});

test('the profile is that of the bearer', async () => {
  const rig = await startRig();
  const answer = await rig.api('GET', '/users/current/profile', undefined, 'second');
  expect(answer.json).toEqual({
    UserProfile: {
      UserId: 1544988,
      AuthUserId: expect.any(Number),
      UserName: 'second',
      FullName: 'Sam Second',
      Email: 'second@example.com',
      ProviderId: 2000090505,
      ProviderName: 'Springfield Facility Services',
    },
  });
  expect(answer.text).not.toContain('"AuthUserId":1544988');
});
