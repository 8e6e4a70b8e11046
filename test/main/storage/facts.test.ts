import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { StoredFacts } from '../../../main/storage/facts.ts';
import { close, dataFolder, open } from './support.ts';

describe('a fact', () => {
  test('is remembered by the next run, and can be replaced and forgotten', () => {
    const folder = dataFolder();
    const first = open(folder).db;
    new StoredFacts(first).set('who', { name: 'A' });
    new StoredFacts(first).set('who', { name: 'B' });
    close(first);
    const facts = new StoredFacts(open(folder).db);
    expect(facts.get('who', v.object({ name: v.string() }))).toEqual({ name: 'B' });
    facts.set('who', null);
    expect(facts.get('who', v.unknown())).toBeNull();
  });

  test('of another shape, or torn, is none', () => {
    const { db } = open(dataFolder());
    const facts = new StoredFacts(db);
    facts.set('count', 'three');
    expect(facts.get('count', v.number())).toBeNull();
    expect(facts.get('nothing', v.unknown())).toBeNull();
    db.exec(`INSERT INTO fact VALUES ('torn', '{"a":')`);
    expect(facts.get('torn', v.unknown())).toBeNull();
  });

  test('that is false or 0 is one', () => {
    const facts = new StoredFacts(open(dataFolder()).db);
    facts.set('flag', false);
    expect(facts.get('flag', v.boolean())).toBe(false);
  });
});
