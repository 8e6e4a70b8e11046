import { wrongField } from './errors.ts';
import { parseInstant } from './times.ts';

type Value = string | number | boolean | null;

/** One condition of a $filter, such as `Status/Primary eq 'OPEN'` or `contains(Location/Name,'x')`. */
export interface Condition {
  path: string;
  operator: 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le' | 'contains';
  value: Value;
}

const COMPARISON = /^([A-Z][\w/]*) (eq|ne|gt|ge|lt|le) ('(?:[^']|'')*'|[\w.:+-]+)(?: and |$)/;
const CONTAINS = /^(contains)\(([A-Z][\w/]*), ?('(?:[^']|'')*')\)(?: and |$)/;

/** Reads a $filter of conditions joined by `and`: what is known to work. Throws 503 for anything else. */
export function parseFilter(text: string): Condition[] {
  const conditions: Condition[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const [condition, length] = parseCondition(rest);
    conditions.push(condition);
    rest = rest.slice(length);
  }
  return conditions;
}

function parseCondition(text: string): [Condition, number] {
  const contains = CONTAINS.exec(text);
  if (contains) {
    const [whole, , path = '', literal = ''] = contains;
    return [{ path, operator: 'contains', value: parseLiteral(literal) }, whole.length];
  }
  const comparison = COMPARISON.exec(text);
  if (!comparison) throw wrongField(`Filter is not understood at: ${text}`);
  const [whole, path = '', word = '', literal = ''] = comparison;
  return [{ path, operator: parseOperator(word), value: parseLiteral(literal) }, whole.length];
}

function parseOperator(word: string): Condition['operator'] {
  const operators = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
  const found = operators.find((operator) => operator === word);
  if (!found) throw wrongField(`Filter operator ${word} is not known`);
  return found;
}

function parseLiteral(text: string): Value {
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  if (text === 'null') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  const time = parseInstant(text);
  if (time === null) throw wrongField(`Filter value ${text} is not a number, a text or a time with offset`);
  return time;
}

/** Whether a value meets a condition; texts are compared without case, as the vendor's database does. */
export function meets(actual: Value, { operator, value }: Condition): boolean {
  if (operator === 'contains') return fold(actual).includes(fold(value));
  if (operator === 'eq') return sameValue(actual, value);
  if (operator === 'ne') return !sameValue(actual, value);
  if (actual === null || value === null) return false;
  const order = compareValues(actual, value);
  if (operator === 'gt') return order > 0;
  if (operator === 'ge') return order >= 0;
  return operator === 'lt' ? order < 0 : order <= 0;
}

/** Sorts numbers by size and everything else by its text; nulls come first. */
export function compareValues(one: Value, other: Value): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return fold(one).localeCompare(fold(other));
}

function sameValue(one: Value, other: Value): boolean {
  return one === null || other === null ? one === other : fold(one) === fold(other);
}

function fold(value: Value): string {
  return value === null ? '' : String(value).toLowerCase();
}
