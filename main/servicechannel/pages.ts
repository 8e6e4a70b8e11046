import type { Answer } from './answers.ts';

/**
 * Reads a list page after page, since ServiceChannel gives so many rows at most and no link to the next.
 * @param most no list is read further than so many pages
 * @param read reads a page; the first is 0
 * @param take takes up a page. Returns whether it was the last
 * @returns whether the last page was read; an answer that is none ends the reading
 */
export async function readPages<T>(
  most: number,
  read: (page: number) => Promise<Answer<T>>,
  take: (value: T) => boolean,
): Promise<Answer<'whole' | 'cut'>> {
  for (let page = 0; page < most; page++) {
    const answer = await read(page);
    if (answer.kind !== 'ok') return answer;
    if (take(answer.value)) return { kind: 'ok', value: 'whole' };
  }
  return { kind: 'ok', value: 'cut' };
}
