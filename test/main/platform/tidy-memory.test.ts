import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { tidyMemory } from '../../../main/platform/tidy-memory.ts';

test('what nothing holds any more is given back, and what is held stays', async () => {
  const held = { name: 'held' };
  const refs = [new WeakRef({ name: 'start' }), new WeakRef(held)];
  // A reference keeps what it was made of until the turn ends.
  await delay(0);
  tidyMemory();
  expect(refs.map((ref) => ref.deref())).toEqual([undefined, held]);
});
