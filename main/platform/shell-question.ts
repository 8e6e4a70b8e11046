import { askStatus } from '../status-socket.ts';

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

const written = (stream: NodeJS.WritableStream, line: string): Promise<void> =>
  new Promise((resolve) => stream.write(`${line}\n`, () => resolve()));

/**
 * Prints the state of the app that runs on a data folder.
 * @param notRunning the word for stderr where none runs
 * @returns the exit code: 1 where none runs
 */
export async function answerShell(
  { json }: ShellQuestion,
  folder: string,
  notRunning: () => string,
  {
    stdout,
    stderr,
  }: { readonly stdout: NodeJS.WritableStream; readonly stderr: NodeJS.WritableStream } = process,
): Promise<0 | 1> {
  const answer = await askStatus(folder);
  if (answer) await written(stdout, json ? answer.json : answer.text);
  else await written(stderr, notRunning());
  return answer ? 0 : 1;
}
