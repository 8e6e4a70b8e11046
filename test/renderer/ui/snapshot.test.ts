import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Snapshot } from '../../../preload/contract.ts';
import type { Language } from '../../../words/language.ts';
import { SNAPSHOT } from '../popup/fixtures.ts';

/** A page as it opens, with main on the other side: `answer` tells the first snapshot, `push` each later one. */
async function opened() {
  vi.resetModules();
  const asked = Promise.withResolvers<Snapshot>();
  let push: (snapshot: Snapshot) => void = () => expect.fail('nothing listens');
  vi.stubGlobal('window', {
    onsite: {
      onSnapshot: (listener: typeof push) => {
        push = listener;
      },
      send: () => asked.promise,
    },
  });
  const { connect, snapshot, snapshotsSoFar } = await import('../../../renderer/ui/snapshot.ts');
  const { t } = await import('../../../renderer/ui/words.ts');
  connect();
  return {
    answer: (language: Language) => asked.resolve({ ...SNAPSHOT, language }),
    push: (language: Language, workOrder = '') =>
      push({ ...SNAPSHOT, language, prefill: { workOrder, at: 0 } }),
    shown: () => snapshot.value,
    count: snapshotsSoFar,
    word: () => t().checkIn,
  };
}
const loaded = (isSo: () => boolean) => vi.waitFor(() => expect(isSo()).toBe(true), { timeout: 60_000 });

let page: Awaited<ReturnType<typeof opened>>;
beforeEach(async () => {
  page = await opened();
});
afterEach(() => void vi.unstubAllGlobals());

test('nothing is shown until the words of its language have come', async () => {
  page.answer('es');
  expect(page.shown()).toBeNull();
  await loaded(() => page.shown() !== null);
  expect([page.shown()?.language, page.word()]).toEqual(['es', 'Registrar entrada']);
});

test('with its words there, a snapshot is shown in the turn in which it comes', async () => {
  page.push('en', '1');
  await loaded(() => page.shown() !== null);
  page.push('en', '2');
  expect([page.shown()?.prefill?.workOrder, page.count()]).toEqual(['2', 2]);
});

test('of those that come while words are loaded the newest is shown, in its own language', async () => {
  page.push('fr', 'older');
  page.push('en', 'newest');
  await loaded(() => page.shown() !== null);
  expect([page.shown()?.prefill?.workOrder, page.word()]).toEqual(['newest', 'Check in']);
  page.answer('fr');
  await Promise.resolve();
  expect(page.shown()?.language).toBe('en');
});

test('another language replaces words and state together', async () => {
  page.push('en');
  await loaded(() => page.shown() !== null);
  page.push('fr');
  expect([page.shown()?.language, page.word()]).toEqual(['en', 'Check in']);
  await loaded(() => page.shown()?.language === 'fr');
  expect(page.word()).toBe('Pointer l’arrivée');
});
