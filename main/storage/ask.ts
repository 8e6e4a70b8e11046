import type { Database } from './connection.ts';

/**
 * The values of an expression over the rows of a query, in order. It leaves no statement behind: the library finalizes
 * a prepared one only when it is collected, and until then a closed database holds its file and its locks. Windows
 * renames no file that is held.
 */
export function askDatabase(db: Database, expression: string, from: string): readonly unknown[] {
  const values: unknown[] = [];
  db.function('onsite_answer', { directOnly: true }, (value: unknown) => {
    values.push(value);
    return null;
  });
  db.exec(`SELECT onsite_answer(${expression}) FROM ${from}`);
  return values;
}

/** A text as SQL writes it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
