import * as v from 'valibot';

/** As much of Swagger 2.0 as a vendor's description of an API needs to be read for. */

export interface Schema {
  readonly $ref?: string | undefined;
  readonly type?: string | undefined;
  readonly format?: string | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly items?: Schema | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly required?: readonly string[] | undefined;
}

const schema: v.GenericSchema<unknown, Schema> = v.lazy(() =>
  v.object({
    $ref: v.optional(v.string()),
    type: v.optional(v.string()),
    format: v.optional(v.string()),
    enum: v.optional(v.array(v.unknown())),
    items: v.optional(schema),
    properties: v.optional(v.record(v.string(), schema)),
    required: v.optional(v.array(v.string())),
  }),
);

const parameter = v.object({
  name: v.string(),
  in: v.string(),
  required: v.optional(v.boolean(), false),
  type: v.optional(v.string()),
  format: v.optional(v.string()),
  items: v.optional(schema),
  schema: v.optional(schema),
});

const operation = v.object({
  parameters: v.optional(v.array(parameter), []),
  responses: v.record(v.string(), v.object({ schema: v.optional(schema) })),
});

const swagger = v.object({
  swagger: v.literal('2.0'),
  basePath: v.optional(v.string(), ''),
  paths: v.record(v.string(), v.record(v.string(), operation)),
  definitions: v.optional(v.record(v.string(), schema), {}),
});

export type Swagger = v.InferOutput<typeof swagger>;
export type Operation = v.InferOutput<typeof operation>;
export type Parameter = v.InferOutput<typeof parameter>;

/** Reads a Swagger 2.0 file's JSON. Throws when it is none. */
export const readSwagger = (json: unknown): Swagger => v.parse(swagger, json);

/** An operation of the file that a request is for, with the values in its path. */
export interface Matched {
  readonly name: string;
  readonly isOdata: boolean;
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
}

const escaped = (text: string) => text.replaceAll(/[.*+?^$()[\]\\|]/g, '\\$&');

/** `…(dtMin={dtMin}, dtMax={dtMax})` as a pattern; the blanks are the documentation's own. */
const patternOf = (template: string): RegExp =>
  new RegExp(`^${escaped(template.replaceAll(' ', '')).replaceAll(/\{(\w+)\}/g, '(?<$1>[^/,()]+)')}$`);

const blanksIn = (template: string): number => template.split('{').length;

/** Finds the operation for a path below the base path, the one that names it most; null when the file has none. */
export function match({ paths }: Swagger, method: string, path: string): Matched | null {
  const templates = Object.entries(paths).toSorted(([one], [other]) => blanksIn(one) - blanksIn(other));
  for (const [template, operations] of templates) {
    const found = patternOf(template).exec(path);
    const operation = operations[method.toLowerCase()];
    if (!found || !operation) continue;
    return {
      name: `${method} ${template}`,
      isOdata: template.startsWith('/odata/'),
      operation,
      path: { ...found.groups },
    };
  }
  return null;
}
