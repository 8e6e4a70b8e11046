import { expect, test } from 'vitest';
import { rememberedPerson } from '../../../main/account/person.ts';
import { StoredFacts } from '../../../main/storage/facts.ts';
import { dataFolder, open } from '../storage/support.ts';
import { CONNECTION, PERSON } from './support.ts';

type Key = 'apiUrl' | 'loginUrl' | 'clientId';
const inForce = (over: Partial<Record<Key, string>> = {}) => ({
  get: (key: Key) => over[key] ?? CONNECTION[key],
});

test('who signed in is remembered, until they sign out', () => {
  const facts = new StoredFacts(open(dataFolder()).db);
  const remembered = rememberedPerson(facts, inForce());
  expect(remembered.get()).toBeNull();
  remembered.set(PERSON);
  expect(rememberedPerson(facts, inForce()).get()).toEqual(PERSON);
  remembered.set(null);
  expect(remembered.get()).toBeNull();
});

test.each<Partial<Record<Key, string>>>([
  { apiUrl: 'https://other.example' },
  { loginUrl: 'https://other.example' },
  { clientId: 'other' },
])('who signed in elsewhere is not signed in here: %j', (over) => {
  const facts = new StoredFacts(open(dataFolder()).db);
  rememberedPerson(facts, inForce()).set(PERSON);
  expect(rememberedPerson(facts, inForce(over)).get()).toBeNull();
});

test('a person of another shape is nobody', () => {
  const facts = new StoredFacts(open(dataFolder()).db);
  facts.set('person', { userName: 'tech' });
  expect(rememberedPerson(facts, inForce()).get()).toBeNull();
});
