/** One guard: a place in the code whose change switches it off, and the test that must fail then. */
export interface Guard {
  readonly name: string;
  /** Point of Electron's security checklist, of its fuses, or of issue D. */
  readonly point: string;
  readonly file: string;
  /** The text that is the guard; it is there exactly once. */
  readonly on: string;
  readonly off: string;
  /** A file below test/. */
  readonly test: string;
}

/** Guards of one file whose tests are in one file: name, point, on, off. */
export const guards = (
  file: string,
  test: string,
  rows: readonly (readonly [name: string, point: string, on: string, off: string])[],
): readonly Guard[] => rows.map(([name, point, on, off]) => ({ name, point, file, on, off, test }));

/** The variable that names the guards that are switched off in a run, a line each. */
export const OFF = 'GUARDS_OFF';

/** A file's text with those of its guards that are off taken out. */
export function without(
  guards: readonly Guard[],
  off: ReadonlySet<string>,
  file: string,
  text: string,
): string {
  return guards
    .filter((guard) => guard.file === file && off.has(guard.name))
    .reduce((rest, guard) => rest.replace(guard.on, () => guard.off), text);
}
