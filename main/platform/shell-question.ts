import type { Words } from '../../words/index.ts';
import { askStatus } from '../status-socket.ts';
import { workOrderIn } from './links.ts';

/** A command line that no app is started for: `onsite status --json`, or `onsite open` without a number to fill in. */
export type ShellQuestion = { readonly ask: 'status'; readonly json: boolean } | { readonly ask: 'open' };

/**
 * The question in a program's arguments; null where OnSite is started as an app.
 * @param own how many of its words are the program's own: it, and unpackaged the app's folder; switches stand anywhere
 */
export function questionIn(argv: readonly string[], own: number): ShellQuestion | null {
  const [first, given = ''] = argv.filter((arg) => !arg.startsWith('-')).slice(own);
  if (first === 'status') return { ask: 'status', json: argv.includes('--json') };
  return first === 'open' && workOrderIn(given) === null ? { ask: 'open' } : null;
}

const written = (stream: NodeJS.WritableStream, line: string): Promise<void> =>
  new Promise((resolve) => stream.write(`${line}\n`, () => resolve()));

/**
 * Prints the state of the app that runs on a data folder, or that `open` needs a number.
 * @param words those for stderr, asked for only where they are needed
 * @returns the exit code: 1 where no app runs, 2 where the number is missing
 */
export async function answerShell(
  question: ShellQuestion,
  folder: string,
  words: () => Pick<Words, 'notRunning' | 'openNeedsNumber'>,
  {
    stdout,
    stderr,
  }: { readonly stdout: NodeJS.WritableStream; readonly stderr: NodeJS.WritableStream } = process,
): Promise<0 | 1 | 2> {
  if (question.ask === 'open') {
    await written(stderr, words().openNeedsNumber);
    return 2;
  }
  const answer = await askStatus(folder);
  if (answer) await written(stdout, question.json ? answer.json : answer.text);
  else await written(stderr, words().notRunning);
  return answer ? 0 : 1;
}
