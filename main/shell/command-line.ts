import { app } from 'electron';
import { WORDS } from '../../words/index.ts';
import { languageOf } from '../../words/language.ts';
import { askStatus } from '../status-socket.ts';
import { electronLocale } from './locale.ts';

/** A question asked from a command line, such as `onsite status --json`. */
export interface ShellQuestion {
  readonly json: boolean;
}

/** The words after the program, without switches; unpackaged, the first one is the app's folder. */
const wordsOf = (argv: readonly string[]): readonly string[] =>
  argv.slice(app.isPackaged ? 1 : 2).filter((arg) => !arg.startsWith('-'));

/** Null where OnSite is started as an app. */
export function askedFromShell(argv: readonly string[]): ShellQuestion | null {
  const [first] = wordsOf(argv);
  return first === 'status' ? { json: argv.includes('--json') } : null;
}

const written = (stream: NodeJS.WriteStream, line: string): Promise<void> =>
  new Promise((resolve) => stream.write(`${line}\n`, () => resolve()));

/**
 * Prints the state of the app that runs on this data folder, and ends; no window, tray or lock is made. Exits with 1 and
 * a word on stderr where none runs.
 */
export async function answerShell({ json }: ShellQuestion): Promise<void> {
  const answer = await askStatus(app.getPath('userData'));
  if (answer) await written(process.stdout, json ? answer.json : answer.text);
  else {
    const words = WORDS[languageOf(electronLocale.languages())];
    await written(process.stderr, words.notRunning);
  }
  app.exit(answer ? 0 : 1);
}
