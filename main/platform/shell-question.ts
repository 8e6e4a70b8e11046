/** A question asked from a command line, such as `onsite status --json`. */
export interface ShellQuestion {
  readonly json: boolean;
}

/**
 * The question in a program's arguments; null where OnSite is started as an app.
 * @param own how many of its words are the program's own: it, and unpackaged the app's folder; switches stand anywhere
 */
export function questionIn(argv: readonly string[], own: number): ShellQuestion | null {
  const [first] = argv.filter((arg) => !arg.startsWith('-')).slice(own);
  return first === 'status' ? { json: argv.includes('--json') } : null;
}
