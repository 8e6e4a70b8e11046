import { describe, expect, test } from 'vitest';
import { type Exchange, hold } from './hold.ts';
import { readSwagger } from './swagger.ts';

const SWAGGER = readSwagger({
  swagger: '2.0',
  basePath: '/v3',
  paths: {
    '/orders/{id}/status': {
      put: {
        parameters: [
          { name: 'id', in: 'path', required: true, type: 'integer', format: 'int32' },
          { name: 'body', in: 'body', required: true, schema: { $ref: '#/definitions/Change' } },
        ],
        responses: { 200: { schema: { $ref: '#/definitions/Done' } } },
      },
    },
    '/codes/{id}': {
      get: {
        parameters: [{ name: 'id', in: 'path', required: true, type: 'integer' }],
        responses: { 200: {} },
      },
    },
    '/codes/causes': { get: { responses: { 200: {} } } },
    '/orders/{id}/visits': {
      delete: {
        parameters: [
          { name: 'id', in: 'path', required: true, type: 'integer' },
          { name: 'ids', in: 'query', required: true, type: 'array', items: { type: 'integer' } },
        ],
        responses: { 204: {} },
      },
    },
    '/odata/visits/Service.ForTime(from={from}, to={to})': {
      get: { responses: { 200: { schema: { type: 'array', items: { $ref: '#/definitions/Visit' } } } } },
    },
  },
  definitions: {
    Change: {
      required: ['Status'],
      properties: {
        Status: {
          required: ['Primary', 'Extended'],
          properties: { Primary: { type: 'string' }, Extended: { type: 'string' } },
        },
      },
    },
    Done: { properties: { id: { type: 'integer', format: 'int32' }, kind: { enum: ['a', 'b'] } } },
    Anything: { type: 'object', properties: {} },
    Visit: {
      properties: {
        More: { $ref: '#/definitions/Anything' },
        TimeIn: { type: 'string', format: 'date-time' },
        By: { $ref: '#/definitions/Elsewhere' },
      },
    },
  },
});

const said = (method: string, url: string, body: unknown, answer?: [number, unknown]) => {
  const given: Exchange = {
    method,
    url,
    body: body === undefined ? '' : JSON.stringify(body),
    answer: answer ? { status: answer[0], body: answer[1] === '' ? '' : JSON.stringify(answer[1]) } : null,
  };
  return hold(SWAGGER, given).map(({ side, what }) => `${side}: ${what}`);
};
const status = (body: unknown, answer?: [number, unknown]) =>
  said('PUT', '/v3/orders/5/status', body, answer);

describe('a request', () => {
  test.each([
    ['as described', { Status: { Primary: 'OPEN', Extended: '' } }, []],
    ['without a required field', { Status: { Primary: 'OPEN' } }, ['request: Status.Extended is required']],
    [
      'with one of another type',
      { Status: { Primary: 1, Extended: '' } },
      ['request: Status.Primary is no string: 1'],
    ],
    ['with one that is unknown', { Status: { Primary: '', Extended: '' }, X: 1 }, ['request: X is unknown']],
  ])('%s', (_, body, found) => expect(status(body)).toEqual(found));

  test('is found by method and path, and its query is looked at', () => {
    expect(said('DELETE', '/v3/orders/5/visits?ids=1&ids=2', undefined)).toEqual([]);
    expect(said('DELETE', '/v3/orders/5/visits', undefined)).toEqual(['request: query ids is required']);
    expect(said('DELETE', '/v3/orders/5/visits?ids=x&y=1', undefined)).toEqual([
      'request: query y is unknown',
      'request: ids is no array: x',
    ]);
    expect(said('DELETE', '/v3/orders/5/visits/1', undefined)).toEqual(['request: no such operation']);
    expect(said('GET', '/v3/odata/visits/Service.ForTime(from=2026-01-01,to=2026-01-02)', undefined)).toEqual(
      [],
    );
    expect(said('POST', '/oauth/token', undefined)).toEqual([]);
    expect(said('GET', '/v3/codes/causes', undefined)).toEqual([]);
    expect(said('GET', '/v3/codes/cause', undefined)).toEqual(['request: id is no integer: cause']);
  });
});

describe('an answer', () => {
  const body = { Status: { Primary: 'OPEN', Extended: '' } };

  test.each<[string, [number, unknown], string[]]>([
    ['as described', [200, { id: 1, kind: 'a' }], []],
    ['with a status that is not described', [418, ''], ['answer: status 418 is not described']],
    ['that met a limit', [429, { Reason: 'x' }], []],
    ['with a number too large', [200, { id: 2 ** 31 }], ['answer: id is no int32: 2147483648']],
    ['with none of the words', [200, { kind: 'c' }], ['answer: kind is not one of its values: "c"']],
  ])('%s', (_, answer, found) => expect(status(body, answer)).toEqual(found));

  test('of OData has its list in an envelope; a definition that is elsewhere is not looked at', () => {
    const list = (...value: unknown[]) =>
      said('GET', '/v3/odata/visits/Service.ForTime(from=1,to=2)', undefined, [200, { value }]);
    expect(
      list({ TimeIn: '2026-05-13T15:00:00', By: { any: 1 }, More: { any: 1 } }, { TimeIn: null }),
    ).toEqual([]);
    expect(list({ More: 1 })).toEqual(['answer: [].More is no object']);
    expect(list({ TimeIn: 'noon' })).toEqual(['answer: [].TimeIn is no date-time: "noon"']);
  });
});
