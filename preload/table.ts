import type * as v from 'valibot';

/** A row of the table of commands. `answer` is a type only: it carries no value. */
export interface Row<S extends v.GenericSchema, Answer> {
  readonly request: S;
  readonly answer?: () => Answer;
}

/** Makes rows whose commands answer with one type. */
export const answers =
  <Answer>() =>
  <S extends v.GenericSchema>(request: S): Row<S, Answer> => ({ request });
