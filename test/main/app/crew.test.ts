import { describe, expect, test } from 'vitest';
import { ADMIN_USER, DEMO_CLIENT, SECOND_USER } from '../../sandbox/data-users.ts';
import { appRig, MAIN_STREET, until } from './rig.ts';

const COLLEAGUES = [
  { userId: SECOND_USER.id, name: 'Sam' },
  { userId: 1_544_990, name: 'Lee' },
];
const CREW = COLLEAGUES.map(({ userId }) => userId);
const COMPLETED = { primaryStatus: 'Completed', extendedStatus: '', resolution: 'Fixed' } as const;

type Rig = Awaited<ReturnType<typeof appRig>>;

const open = (rig: Rig) =>
  rig.sandbox.sandbox.state.activities.filter(({ timeOut }) => timeOut === null).map(({ userId }) => userId);

const checkIn = (rig: Rig, crew = CREW) =>
  rig.send('visit:check-in', {
    workOrder: String(MAIN_STREET),
    technicians: '1',
    workTypeId: 1,
    at: null,
    crew,
  });

const rig = () => appRig({ technicians: COLLEAGUES });

describe('a foreman and a crew', () => {
  test('check in, pause, come back and check out together; the popup shows who is where', async () => {
    const app = await rig();
    expect(await checkIn(app)).toMatchObject({ ok: true });
    await until(() => open(app).length === 3);
    expect(open(app).toSorted()).toEqual([1_544_987, ...CREW].toSorted());
    const { crew, current, paused, day } = await app.snapshot();
    expect(crew).toMatchObject(
      COLLEAGUES.map((each) => ({ ...each, visit: { workOrderId: MAIN_STREET, phase: 'on site' } })),
    );
    expect([current?.workOrderId, paused, day.length]).toEqual([MAIN_STREET, [], 1]);
    const visitId = current?.id ?? '';
    app.system.pass(60_000);
    await app.send('visit:pause', { visitId, at: null, crew: CREW });
    await until(() => open(app).length === 0);
    app.system.pass(60_000);
    await app.send('visit:resume', { visitId, at: null, crew: CREW });
    await until(() => open(app).length === 3);
    app.system.pass(60_000);
    await app.send('visit:check-out', { visitId, at: null, crew: CREW, ...COMPLETED });
    await until(() => open(app).length === 0);
    const outs = app.sandbox.sandbox.state.activities.slice(3);
    expect(outs.map(({ techsCount }) => techsCount)).toEqual([1, 1, 1]);
    await until(async () => (await app.snapshot()).delivery.kind === 'recorded');
    expect((await app.snapshot()).crew.map(({ visit }) => visit)).toEqual([null, null]);
  });

  test('a colleague’s refused check-in is told as theirs, and the others’ stand', async () => {
    const app = await appRig({ technicians: [{ userId: 999, name: 'Nobody there' }] });
    await checkIn(app, [999]);
    await until(async () => (await app.snapshot()).problems.length === 1);
    const { problems, current } = await app.snapshot();
    expect(problems).toMatchObject([{ colleague: 999, kind: 'check-in', state: 'refused' }]);
    expect(problems[0]?.remedies).toContain('discard');
    expect(current?.workOrderId).toBe(MAIN_STREET);
    await app.send('report:discard', { reportId: problems[0]?.reportId ?? '' });
    expect((await app.snapshot()).problems).toEqual([]);
  });

  test('a colleague who has checked in there alone is asked about before another check-in goes', async () => {
    const app = await rig();
    const other = await fetch(`${app.sandbox.url}/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${DEMO_CLIENT.id}:${DEMO_CLIENT.secret}`)}` },
      body: new URLSearchParams({ grant_type: 'password', username: 'second', password: 'second' }),
    });
    const { access_token: token } = await other.json();
    await fetch(`${app.sandbox.apiUrl}/workorders/${MAIN_STREET}/universalCheckIn`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{}',
    });
    await checkIn(app);
    await until(async () => (await app.snapshot()).problems.length === 1);
    await until(() => open(app).length === 3);
    const { problems } = await app.snapshot();
    expect(problems).toMatchObject([{ colleague: SECOND_USER.id, problem: { reason: 'open-elsewhere' } }]);
    expect(open(app).filter((userId) => userId === SECOND_USER.id)).toHaveLength(1);
    await app.send('report:send-again', { reportId: problems[0]?.reportId ?? '' });
    await until(() => open(app).filter((userId) => userId === SECOND_USER.id).length === 2);
  });

  test('before an order is completed it is said who else is checked in there', async () => {
    const app = await rig();
    await checkIn(app);
    await until(() => open(app).length === 3);
    const answer = await app.send('crew:still-there', { workOrderId: MAIN_STREET });
    expect(answer.ok && answer.value.map(({ userId }) => userId).toSorted()).toEqual(CREW.toSorted());
  });
});

describe('the list of colleagues', () => {
  test('is filled from ServiceChannel where that tells, and it says so where not', async () => {
    const app = await rig();
    expect(await app.send('crew:find', null)).toMatchObject({ ok: false, error: { code: 'refused' } });
    const me = app.sandbox.sandbox.state.users.find(({ userName }) => userName === 'demo');
    if (me) me.isAdmin = true;
    const found = await app.send('crew:find', null);
    const users = found.ok ? found.value : [];
    expect(users).toContainEqual({ userId: ADMIN_USER.id, name: ADMIN_USER.fullName });
    expect(users.map(({ userId }) => userId)).not.toContain(1_544_987);
  });

  test('is read to its last page, though an entry of the first has no name', async () => {
    const app = await rig();
    const { users } = app.sandbox.sandbox.state;
    const me = users.find(({ userName }) => userName === 'demo');
    if (!me) throw new Error('the sandbox has no user demo');
    me.isAdmin = true;
    const more = Array.from({ length: 60 }, (_, index) => ({
      ...me,
      id: 1_600_000 + index,
      userName: index === 0 ? '' : `user${index}`,
      fullName: index === 0 ? '' : `User ${index}`,
    }));
    users.push(...more);
    const found = await app.send('crew:find', null);
    const names = found.ok ? found.value.map(({ name }) => name) : [];
    expect(names).toContain('User 59');
    expect(new Set(names).size).toBe(names.length);
  });
});
