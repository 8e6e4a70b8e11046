/** A question asked from a command line, such as `onsite status --json`. */
export interface ShellQuestion {
  readonly json: boolean;
}

/**
 * The question in a program's arguments; null where OnSite is started as an app.
 * @param own how many of them are the program's own: it, and unpackaged the app's folder
 */
export function questionIn(argv: readonly string[], own: number): ShellQuestion | null {
  const [first] = argv.slice(own).filter((arg) => !arg.startsWith('-'));
  return first === 'status' ? { json: argv.includes('--json') } : null;
}
