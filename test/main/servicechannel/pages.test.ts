import { expect, test } from 'vitest';
import type { Answer } from '../../../main/servicechannel/answers.ts';
import { readPages } from '../../../main/servicechannel/pages.ts';
import { OFFLINE } from '../fake-client.ts';

/** A server of these pages, and of none beyond them. */
const pages =
  (...all: readonly Answer<string>[]) =>
  async (page: number): Promise<Answer<string>> =>
    all[page] ?? expect.fail(`no page ${page}`);
const page = (value: string) => ({ kind: 'ok', value }) as const;

async function read(most: number, from: (page: number) => Promise<Answer<string>>) {
  const taken: string[] = [];
  const answer = await readPages(most, from, (value) => {
    taken.push(value);
    return value === 'last';
  });
  return { taken, answer };
}

test('a list is read to its last page', async () => {
  expect(await read(5, pages(page('a'), page('last'), page('never')))).toEqual({
    taken: ['a', 'last'],
    answer: page('whole'),
  });
});

test('a list without an end is cut', async () => {
  expect(await read(2, pages(page('a'), page('b')))).toEqual({ taken: ['a', 'b'], answer: page('cut') });
});

test('an answer that is none ends the reading, and what came before stays', async () => {
  expect(await read(5, pages(page('a'), OFFLINE))).toEqual({ taken: ['a'], answer: OFFLINE });
});
