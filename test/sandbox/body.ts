import * as v from 'valibot';
import { wrongField } from './errors.ts';
import type { SandboxRequest } from './http.ts';
import { parseInstant } from './times.ts';

/** An instant in ISO 8601 with its offset; becomes milliseconds since 1970. */
export const instant = v.pipe(
  v.string('must be a text'),
  v.transform((text) => parseInstant(text)),
  v.number('must be a date and time with Z or a UTC offset, for example 2018-10-30T11:00:00-04:00'),
);

/** A positive int32. */
export const positiveId = v.pipe(
  v.number('must be a number'),
  v.integer('must be a whole number'),
  v.minValue(1, 'must be positive'),
  v.maxValue(2_147_483_647, 'is too large'),
);

/** How many technicians a check-in or check-out speaks of. */
export const techsCount = v.pipe(
  v.number('must be a number'),
  v.integer('must be a whole number'),
  v.minValue(1, 'must be at least 1'),
  v.maxValue(999, 'must be at most 999'),
);

/** Reads a JSON body strictly. Throws 503 that names the first field that is wrong, unknown, or a coordinate. */
export function parseBody<T>(schema: v.GenericSchema<unknown, T>, request: SandboxRequest): T {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw wrongField('Content-Type must be application/json');
  }
  const value = parseJson(request.body);
  // valibot takes an array for an object without keys.
  if (Array.isArray(value)) throw wrongField('Request body must be an object');
  refuseCoordinates(value);
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const field = v.getDotPath(issue) ?? 'Request body';
  throw wrongField(issue.expected === 'never' ? `Field ${field} is unknown` : `${field} ${issue.message}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrongField('Request body is not valid JSON');
  }
}

/** Reporting without a position is the point of the product, so one that slips in must be loud. */
function refuseCoordinates(value: unknown): void {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const found = keys.find((key) => /^(latitude|longitude|lat|lng|lon|coordinates?)$/i.test(key));
  if (found) throw wrongField(`${found} is a coordinate: this sandbox accepts no position`);
}
