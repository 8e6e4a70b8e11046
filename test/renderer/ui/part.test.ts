import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Language } from '../../../words/language.ts';

/** A page in a language, and a part whose words are there once the test lets them come. */
async function opened() {
  vi.resetModules();
  const { load, speakIn, wordsOf } = await import('../../../renderer/ui/language.ts');
  const { partOf } = await import('../../../renderer/ui/part.tsx');
  const come: Partial<Record<Language, () => void>> = {};
  const loading = (language: Language) => () =>
    new Promise<string>((done) => {
      come[language] = () => done(`words in ${language}`);
    });
  let tries = 0;
  const part = partOf(async () => {
    tries++;
    if (tries === 1) throw new Error('no file');
    return { t: wordsOf({ en: loading('en'), es: loading('es'), fr: loading('fr') }) };
  });
  const words = (language: Language) =>
    vi.waitFor(() => (come[language] ?? expect.fail('nobody asks'))(), { timeout: 60_000 });
  return { load, speakIn, part, words };
}

let page: Awaited<ReturnType<typeof opened>>;
beforeEach(async () => {
  page = await opened();
  page.speakIn('es');
});
afterEach(() => void vi.resetModules());

test('a part whose file is not there is tried again the next time', async () => {
  await expect(page.part.load()).rejects.toThrow('no file');
  const loading = page.part.load();
  await page.words('es');
  await loading;
  expect(page.part.loaded()?.t()).toBe('words in es');
});

test('a part is there when its words are, in the language that the page has then', async () => {
  await page.part.load().catch(() => undefined);
  const loading = page.part.load();
  await vi.waitFor(() => page.words('es'), { timeout: 60_000 });
  expect(page.part.loaded()).toBeNull();
  await loading;
  const spoken = page.load('fr');
  await page.words('fr');
  await spoken;
  page.speakIn('fr');
  expect(page.part.loaded()?.t()).toBe('words in fr');
});
