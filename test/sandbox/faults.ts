import * as v from 'valibot';
import type { Reply, SandboxRequest } from './http.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const pattern = v.pipe(
  v.string(),
  v.check((text) => isRegex(text), 'must be a regular expression'),
);

/** How the sandbox is to misbehave, and for which requests. What is left out matches everything or does nothing. */
export const faultSchema = v.strictObject({
  method: v.optional(v.string()),
  /** Part of the path and query. */
  path: v.optional(v.string()),
  /** Regular expression for the path and query. */
  pattern: v.optional(pattern),
  /** Part of the body. */
  body: v.optional(v.string()),
  /** Matching requests that pass untouched first. */
  skip: v.optional(count, 0),
  /** Requests it strikes; 0 = for ever. */
  times: v.optional(count, 1),
  /** Milliseconds before the end of the answer. */
  delayMs: v.optional(v.pipe(v.number(), v.minValue(0)), 0),
  /**
   * Whether the request is carried out before the delay, after it, or never. Default: 'never' with `answer` or
   * `redirect`, else 'before'.
   */
  record: v.optional(v.picklist(['before', 'after', 'never'])),
  /** Breaks the connection instead of answering. */
  drop: v.optional(v.boolean(), false),
  /** Breaks the connection in the middle of the body. */
  truncate: v.optional(v.boolean(), false),
  /** Sends the headers, then so many bytes again and again until the other side lets go. */
  drip: v.optional(v.strictObject({ bytes: v.pipe(count, v.minValue(1)), everyMs: count })),
  /** Answers with this instead; a body that is no text is sent as JSON. */
  answer: v.optional(
    v.strictObject({
      status: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
      body: v.optional(v.unknown(), ''),
      headers: v.optional(v.record(v.string(), v.string()), {}),
      contentType: v.optional(v.string(), 'application/json; charset=utf-8'),
    }),
  ),
  /** Answers 302 to this address. */
  redirect: v.optional(v.string()),
  /** Sets the server's clock ahead for this request: Date header, time windows and default times. */
  clockSeconds: v.optional(v.number(), 0),
});

export type Fault = v.InferOutput<typeof faultSchema>;
export type FaultInput = v.InferInput<typeof faultSchema>;

/** A fault with what it has left to do. */
interface Armed {
  fault: Fault;
  toSkip: number;
  /** null = for ever. */
  left: number | null;
}

/** The faults waiting for their requests. */
export class Faults {
  #armed: Armed[] = [];

  /** Adds a fault. Throws when it is malformed. */
  add(input: unknown): void {
    const fault = v.parse(faultSchema, input);
    this.#armed.push({ fault, toSkip: fault.skip, left: fault.times === 0 ? null : fault.times });
  }

  clear(): void {
    this.#armed = [];
  }

  /** Those that may still strike. */
  list(): Fault[] {
    return this.#armed.map(({ fault }) => fault);
  }

  /** The first fault meant for this request, which is thereby used up by one; or null. */
  take(request: SandboxRequest): Fault | null {
    for (const armed of this.#armed.filter(({ fault }) => matches(fault, request))) {
      if (armed.toSkip > 0) {
        armed.toSkip -= 1;
        continue;
      }
      if (armed.left !== null) armed.left -= 1;
      this.#armed = this.#armed.filter(({ left }) => left !== 0);
      return armed.fault;
    }
    return null;
  }
}

/** When a fault lets the request be carried out. */
export function recordMoment(fault: Fault | null): 'before' | 'after' | 'never' {
  const replaced = fault?.answer !== undefined || fault?.redirect !== undefined;
  return fault?.record ?? (replaced ? 'never' : 'before');
}

/** The answer that a fault puts in place of the real one, or null. */
export function replacement(fault: Fault | null): Reply | null {
  if (fault?.redirect !== undefined) return { status: 302, headers: { location: fault.redirect }, body: '' };
  if (!fault?.answer) return null;
  const { status, body, headers, contentType } = fault.answer;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers: { 'content-type': contentType, ...headers }, body: text };
}

function matches(fault: Fault, request: SandboxRequest): boolean {
  return (
    (fault.method === undefined || fault.method.toUpperCase() === request.method) &&
    (fault.path === undefined || request.url.includes(fault.path)) &&
    (fault.pattern === undefined || new RegExp(fault.pattern).test(request.url)) &&
    (fault.body === undefined || request.body.includes(fault.body))
  );
}

function isRegex(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
