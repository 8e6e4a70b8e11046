import { mkdirSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { answerShell, questionIn } from '../../../main/platform/shell-question.ts';
import { serveStatus } from '../../../main/status-socket.ts';
import { dataFolder } from '../storage/support.ts';

test('`onsite status` is a question, packaged or not, whatever switches come with it', () => {
  expect(questionIn(['/usr/bin/onsite', 'status'], 1)).toEqual({ json: false });
  expect(questionIn(['electron', '.', '--user-data-dir=/x', 'status', '--json'], 2)).toEqual({ json: true });
  expect(questionIn(['electron', '--no-sandbox', '.', 'status'], 2)).toEqual({ json: false });
});

test.each([['onsite'], ['onsite', 'open', '1'], ['onsite', 'onsite://workorder/1'], ['onsite', '--json']])(
  '%s starts the app',
  (...argv) => {
    expect(questionIn(argv, 1)).toBeNull();
  },
);

/** Asks the app of a folder, and tells what is printed where. */
async function asked(json: boolean, folder: string) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await answerShell({ json }, folder, () => 'OnSite does not run.', { stdout, stderr });
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
  expect(await asked(false, folder)).toEqual({ code: 0, out: 'On site\n', err: '' });
  expect(await asked(true, folder)).toEqual({ code: 0, out: '{"state":"on-site"}\n', err: '' });
  end();
});

test('where none runs that is said, and the exit code tells it', async () => {
  expect(await asked(true, dataFolder())).toEqual({ code: 1, out: '', err: 'OnSite does not run.\n' });
});
