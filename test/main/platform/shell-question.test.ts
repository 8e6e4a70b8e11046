import { expect, test } from 'vitest';
import { questionIn } from '../../../main/platform/shell-question.ts';

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
