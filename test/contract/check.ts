import type { Schema, Swagger } from './swagger.ts';

const INT32 = 2_147_483_647;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

function isOf(schema: Schema, value: unknown): boolean {
  switch (schema.type) {
    case 'integer':
      if (typeof value !== 'number' || !Number.isInteger(value)) return false;
      return schema.format !== 'int32' || Math.abs(value) <= INT32;
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string' && (schema.format !== 'date-time' || INSTANT.test(value));
    default:
      return true;
  }
}

/**
 * Says where a value differs from its schema, a line each: `Status.Extended is required`. Null counts as left out:
 * Swagger 2.0 has no word for it. A definition that the file only refers to is not checked.
 */
export function differences(swagger: Swagger, schema: Schema | undefined, value: unknown, at = ''): string[] {
  if (!schema) return [];
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice('#/definitions/'.length);
    return differences(swagger, swagger.definitions[name], value, at);
  }
  const where = at === '' ? 'the body' : at;
  if (schema.enum && !schema.enum.includes(value))
    return [`${where} is not one of its values: ${JSON.stringify(value)}`];
  if (schema.type === 'array') {
    if (!Array.isArray(value)) return [`${where} is no list`];
    return value.flatMap((each) => differences(swagger, schema.items, each, `${at}[]`));
  }
  // `System.Object` stands for anything: the file does not say what is in it.
  if (schema.properties && Object.keys(schema.properties).length === 0)
    return typeof value === 'object' ? [] : [`${where} is no object`];
  if (schema.properties) return ofObject(swagger, schema, value, at);
  return isOf(schema, value)
    ? []
    : [`${where} is no ${schema.format ?? schema.type}: ${JSON.stringify(value)}`];
}

function ofObject(swagger: Swagger, schema: Schema, value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [`${at === '' ? 'the body' : at} is no object`];
  const dotted = (name: string) => (at === '' ? name : `${at}.${name}`);
  const given = Object.entries(value).filter(([, each]) => each !== null && each !== undefined);
  const names = given.map(([name]) => name);
  const missing = (schema.required ?? []).filter((name) => !names.includes(name));
  return [
    ...missing.map((name) => `${dotted(name)} is required`),
    ...given.flatMap(([name, each]) => {
      const known = schema.properties?.[name];
      return known ? differences(swagger, known, each, dotted(name)) : [`${dotted(name)} is unknown`];
    }),
  ];
}
