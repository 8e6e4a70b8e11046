import { mkdirSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { answerShell, questionIn, type ShellQuestion } from '../../../main/platform/shell-question.ts';
import { serveStatus } from '../../../main/status-socket.ts';
import { dataFolder } from '../storage/support.ts';

test('`onsite status` is a question, packaged or not, whatever switches come with it', () => {
  expect(questionIn(['/usr/bin/onsite', 'status'], 1)).toEqual({ ask: 'status', json: false });
  expect(questionIn(['electron', '.', '--user-data-dir=/x', 'status', '--json'], 2)).toEqual({
    ask: 'status',
    json: true,
  });
  expect(questionIn(['electron', '--no-sandbox', '.', 'status'], 2)).toEqual({ ask: 'status', json: false });
});

test.each([
  ['open'],
  ['open', 'abc'],
  ['open', '-5'],
  ['open', '99999999999'],
  ['open', '107002896 107002931'],
])('`onsite %s %s` has no number to fill in, and starts no app', (...words) => {
  expect(questionIn(['onsite', ...words], 1)).toEqual({ ask: 'open' });
});

test('that a number is missing is said, and the exit code tells it, whether an app runs or not', async () => {
  expect(await asked({ ask: 'open' }, dataFolder())).toEqual({
    code: 2,
    out: '',
    err: 'A number, please.\n',
  });
});

test.each([
  ['onsite'],
  ['onsite', 'open', '1'],
  ['onsite', 'open', '107 002 896'],
  ['onsite', 'onsite://workorder/1'],
  ['onsite', '--json'],
])('%s starts the app', (...argv) => {
  expect(questionIn(argv, 1)).toBeNull();
});

const STATUS: ShellQuestion = { ask: 'status', json: true };
const WORDS = { notRunning: 'OnSite does not run.', openNeedsNumber: 'A number, please.' };

/** Asks the app of a folder, and tells what is printed where. */
async function asked(question: ShellQuestion, folder: string) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await answerShell(question, folder, () => WORDS, { stdout, stderr });
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), err: await text(stderr) };
}

test('the answer of the app that runs is printed, as text or as JSON', async () => {
  const folder = dataFolder();
  mkdirSync(folder, { recursive: true });
  const end = serveStatus(
    folder,
    () => ({ text: 'On site', json: '{"state":"on-site"}' }),
    (error) => expect.fail(String(error)),
  );
  expect(await asked({ ask: 'status', json: false }, folder)).toEqual({ code: 0, out: 'On site\n', err: '' });
  expect(await asked(STATUS, folder)).toEqual({ code: 0, out: '{"state":"on-site"}\n', err: '' });
  end();
});

test('where none runs that is said, and the exit code tells it', async () => {
  expect(await asked(STATUS, dataFolder())).toEqual({ code: 1, out: '', err: 'OnSite does not run.\n' });
});
