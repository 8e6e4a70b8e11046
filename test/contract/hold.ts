import * as v from 'valibot';
import { differences } from './check.ts';
import { type Matched, match, type Parameter, type Schema, type Swagger } from './swagger.ts';

/** One request that reached the sandbox, and the sandbox's own answer; null where a fault kept that back. */
export const exchange = v.object({
  method: v.string(),
  url: v.string(),
  body: v.string(),
  answer: v.nullable(v.object({ status: v.number(), body: v.string() })),
});

export type Exchange = v.InferOutput<typeof exchange>;

/** A difference between what was sent or answered and the vendor's description. */
export interface Difference {
  readonly operation: string;
  readonly side: 'request' | 'answer';
  readonly what: string;
}

/** OData answers hold their list in `value`; the vendor's file describes the list alone. */
const envelope = v.object({ value: v.array(v.unknown()) });

/** Holds one exchange against the description. Requests outside its base path, such as token calls, are no part of it. */
export function hold(swagger: Swagger, { method, url, body, answer }: Exchange): readonly Difference[] {
  const [path = '', query = ''] = decodeURI(url).split('?');
  if (!path.startsWith(`${swagger.basePath}/`)) return [];
  const found = match(swagger, method, path.slice(swagger.basePath.length));
  if (!found) return [{ operation: `${method} ${path}`, side: 'request', what: 'no such operation' }];
  const said = (side: Difference['side']) => (what: string) => ({ operation: found.name, side, what });
  return [
    ...ofRequest(swagger, found, new URLSearchParams(query), body).map(said('request')),
    ...(answer ? ofAnswer(swagger, found, answer) : []).map(said('answer')),
  ];
}

function ofRequest(
  swagger: Swagger,
  { operation, path }: Matched,
  query: URLSearchParams,
  body: string,
): string[] {
  const { parameters } = operation;
  const bodyOf = parameters.find((each) => each.in === 'body');
  const known = parameters.filter((each) => each.in === 'query');
  const unknown = [...query.keys()].filter((name) => !known.some((each) => each.name === name));
  return [
    ...unknown.map((name) => `query ${name} is unknown`),
    ...known.flatMap((each) => ofValues(each, query.getAll(each.name))),
    ...parameters
      .filter((each) => each.in === 'path')
      .flatMap((each) => ofValues(each, [path[each.name] ?? ''])),
    ...(bodyOf ? ofBody(swagger, bodyOf.schema, body) : body === '' ? [] : ['it takes no body']),
  ];
}

function ofBody(swagger: Swagger, schema: Schema | undefined, text: string): string[] {
  try {
    return differences(swagger, schema, JSON.parse(text));
  } catch {
    return ['the body is no JSON'];
  }
}

function ofValues({ name, required, type, format, items }: Parameter, values: readonly string[]): string[] {
  if (values.length === 0) return required ? [`query ${name} is required`] : [];
  const isNumber = (type === 'array' ? items?.type : type) === 'integer';
  const wrong = values.find((each) => isNumber && !/^-?\d+$/.test(each));
  return wrong === undefined ? [] : [`${name} is no ${format ?? type}: ${wrong}`];
}

function ofAnswer(
  swagger: Swagger,
  { operation, isOdata }: Matched,
  answer: NonNullable<Exchange['answer']>,
): string[] {
  const described = operation.responses[answer.status];
  // Any request may meet a limit; the file says so of none.
  if (!described) return answer.status === 429 ? [] : [`status ${answer.status} is not described`];
  if (!described.schema || answer.body === '') return [];
  const json: unknown = JSON.parse(answer.body);
  const list = isOdata && v.is(envelope, json) ? json.value : json;
  const isList = isOdata && Array.isArray(list) && described.schema.type !== 'array';
  return differences(swagger, isList ? { type: 'array', items: described.schema } : described.schema, list);
}
