import { describe, expect, test } from 'vitest';
import { API, CHECK_IN, CHECK_OUT, HTML, json, plain, rig } from './support.ts';

const recorded = () => json(200, { MechanicId: 7 });

describe('a request', () => {
  test('of a check-in carries exactly the seed’s fields', async () => {
    const { client, seen } = rig(recorded);
    await client.checkIn(107002896, CHECK_IN);
    expect(seen[0]).toMatchObject({
      method: 'POST',
      url: `${API}/workorders/107002896/universalCheckIn`,
      credentials: 'omit',
      redirect: 'error',
      by: 'write',
    });
    expect(seen[0]?.headers.get('content-type')).toBe('application/json');
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual(CHECK_IN);
  });

  test('of a check-out carries exactly the seed’s fields', async () => {
    const { client, seen } = rig(recorded);
    await client.checkOut(5, CHECK_OUT);
    expect(seen[0]?.url).toBe(`${API}/workorders/5/universalCheckOut`);
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual(CHECK_OUT);
  });

  test('never carries a position, even when one is handed in', async () => {
    const { client, seen } = rig(recorded);
    const withPosition = { Latitude: 41.9, Longitude: -87.6 };
    await client.checkIn(5, { ...CHECK_IN, ...withPosition });
    await client.checkOut(5, { ...CHECK_OUT, ...withPosition });
    expect(seen.map(({ body }) => body).join()).not.toMatch(/latitude|longitude|41\.9|87\.6/i);
  });

  test.each([
    [
      { primary: 'IN PROGRESS', extended: 'PARTS ON ORDER', note: 'Screws' },
      { Status: { Primary: 'IN PROGRESS', Extended: 'PARTS ON ORDER' }, Note: 'Screws' },
    ],
    [
      { primary: 'COMPLETED', extended: null, note: null },
      { Status: { Primary: 'COMPLETED', Extended: '' } },
    ],
  ])(
    'of a status has its extended status, empty where there is none, and a note where there is one',
    async (status, body) => {
      const { client, seen } = rig(() => json(200, {}));
      expect(await client.setStatus(5, status)).toEqual({ kind: 'ok', value: null });
      expect(seen[0]).toMatchObject({ method: 'PUT', url: `${API}/workorders/5/status` });
      expect(JSON.parse(seen[0]?.body ?? '')).toEqual(body);
    },
  );

  test.each([
    ['no content', () => new Response(null, { status: 204 }), 'ok'],
    ['a page', () => plain(200, HTML), 'unknown'],
    ['an empty body', () => plain(200, ''), 'ok'],
    ['an error', () => json(200, { ErrorCodes: [904] }), 'unknown'],
  ])('of a status answered with %s', async (_, reply, kind) => {
    const { client } = rig(reply);
    expect(await client.setStatus(5, { primary: 'COMPLETED', extended: null, note: null })).toMatchObject({
      kind,
    });
  });

  test('of a deletion names the activity in the query', async () => {
    const { client, seen } = rig(() => new Response(null, { status: 204 }));
    expect(await client.deleteActivity(5, '880100001')).toEqual({ kind: 'ok', value: null });
    expect(seen[0]).toMatchObject({
      method: 'DELETE',
      url: `${API}/workorders/5/workactivities?workactivityIds=880100001`,
    });
  });

  test('that reads is not cached, has no cookies, and does not close connections', async () => {
    const { client, seen, closed } = rig(() => json(200, { value: [] }));
    await client.workActivities(5);
    expect(seen[0]).toMatchObject({
      method: 'GET',
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
    });
    expect(seen[0]?.by).toBe('read');
    expect(closed()).toBe(0);
  });
});
