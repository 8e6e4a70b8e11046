import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf } from '../../../build/lint/imports.ts';
import type { ColleagueView, Snapshot } from '../../../preload/contract.ts';
import { furtherPart } from '../../../renderer/popup/further-part.ts';
import { formPart, partsOf, signInPart, visitPart } from '../../../renderer/popup/parts.ts';
import { typedPart } from '../../../renderer/popup/typed-part.ts';
import { changeCheckIn, type View } from '../../../renderer/popup/view.ts';
import { SNAPSHOT, VISIT } from './fixtures.ts';

const ROOT = join(import.meta.dirname, '../../..');
const MAIN: View = { name: 'main' };
const onSite: Snapshot = { ...SNAPSHOT, current: VISIT };
const colleague: ColleagueView = { userId: 2, name: 'Second', visit: null };

test('on site and at rest, with no news, the popup is painted with one part', () => {
  expect(partsOf(MAIN, SNAPSHOT)).toEqual([formPart]);
  expect(partsOf({ name: 'switch' }, onSite)).toEqual([formPart]);
  expect(partsOf(MAIN, onSite)).toEqual([visitPart]);
  const waits = { ...VISIT, id: 'v9', phase: 'paused' as const, open: null };
  expect(partsOf({ name: 'paused', visitId: 'v9' }, { ...onSite, paused: [waits] })).toEqual([visitPart]);
});

test('signed out, it is painted with the sign-in', () => {
  expect(partsOf({ name: 'sign-in' }, { ...SNAPSHOT, account: { state: 'signed-out' } })).toEqual([
    signInPart,
  ]);
});

test('a number that is there already is read before the form is painted', () => {
  const linked = { ...SNAPSHOT, prefill: { workOrder: '107002896', at: 1 } };
  expect(partsOf(MAIN, linked)).toEqual([formPart, typedPart]);
  changeCheckIn({ workOrder: '107002896' });
  expect(partsOf(MAIN, SNAPSHOT)).toEqual([formPart, typedPart]);
  changeCheckIn({ workOrder: '' });
});

test('every other page is a further part', () => {
  const views: readonly View[] = [
    { name: 'delivery' },
    { name: 'order', workOrderId: 1 },
    { name: 'check-out', visitId: VISIT.id },
    { name: 'finish', visitId: VISIT.id },
  ];
  for (const view of views) expect([...new Set(partsOf(view, onSite))], view.name).toEqual([furtherPart]);
});

test('news, colleagues and what is rare of a visit are there before the popup is painted', () => {
  const { moments } = SNAPSHOT;
  const rare: readonly Partial<Snapshot>[] = [
    { account: { state: 'expired', userName: 'demo', name: '' } },
    { signIn: { waiting: null, trouble: { message: 'no' } } },
    { firstCheck: true },
    { moments: { ...moments, askComputer: true } },
    { moments: { ...moments, idleSilent: true } },
    { notices: [{ code: 'no-keychain' }] },
    { others: [{ userName: 'another', isOnSite: true, waiting: 0, isLate: false }] },
    { crew: [colleague] },
    { undo: { deed: 'check-in', workOrderId: 1, at: { ms: 0, offset: 0 }, until: 0, seconds: 10 } },
    { current: { ...VISIT, byPhone: true } },
  ];
  for (const part of rare)
    expect(partsOf(MAIN, { ...onSite, ...part }), JSON.stringify(part)).toEqual([visitPart, furtherPart]);
});

/** The sources that are imported before one runs, by the words of types apart. */
function loadedWith(file: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(file)) return known;
  known.add(file);
  const source = readFileSync(join(ROOT, file), 'utf8').replace(/^import type .*$|\bimport\('[^']+'\)/gm, '');
  for (const each of importsOf(file, source).imports) if (each.file) loadedWith(each.file, known);
  return known;
}

test('what the popup draws first asks for its first words alone', () => {
  for (const name of ['index.tsx', 'visit-page.tsx', 'check-in-form.tsx', 'sign-in-pages.ts']) {
    const loaded = loadedWith(`renderer/popup/${name}`);
    expect(loaded).toContain('renderer/ui/first-words.ts');
    expect(
      [...loaded].filter((file) => /ui\/words\.ts|-later\.ts|popup\/further\.ts/.test(file)),
      name,
    ).toEqual([]);
  }
});
