import { app } from 'electron';
import { questionIn, type ShellQuestion } from '../platform/shell-question.ts';
import { askStatus } from '../status-socket.ts';
import { wordsKept } from './locale.ts';

/** The question of this start; null where OnSite is started as an app. */
export const askedFromShell = (argv: readonly string[]): ShellQuestion | null =>
  questionIn(argv, app.isPackaged ? 1 : 2);

const written = (stream: NodeJS.WriteStream, line: string): Promise<void> =>
  new Promise((resolve) => stream.write(`${line}\n`, () => resolve()));

/**
 * Prints the state of the app that runs on this data folder, and ends; no window, tray or lock is made. Exits with 1 and
 * a word on stderr where none runs.
 */
export async function answerShell({ json }: ShellQuestion): Promise<void> {
  const answer = await askStatus(app.getPath('userData'));
  if (answer) await written(process.stdout, json ? answer.json : answer.text);
  else await written(process.stderr, wordsKept().notRunning);
  app.exit(answer ? 0 : 1);
}
