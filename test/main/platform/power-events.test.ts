import { expect, test, vi } from 'vitest';
import { PowerEvents } from '../../../main/platform/power-events.ts';
import { preventable } from '../shell/electron.ts';

/** The power events of a computer, and all that is heard of them in its order. */
function computer() {
  const power = new PowerEvents();
  const heard: string[] = [];
  power.onEvent(({ type }) => heard.push(type));
  power.onLeave((type) => heard.push(`leaves: ${type}`));
  return { power, heard };
}

test('locks, sleeps and returns are told as what they are', () => {
  const { power, heard } = computer();
  power.leaves('sleep');
  power.comesBack('wake');
  power.leaves('lock');
  power.comesBack('unlock');
  expect(heard).toEqual(['leaves: sleep', 'wake', 'leaves: lock', 'unlock']);
});

test('a shutdown keeps the last sign of use first, and waits for a question that is open', () => {
  const { power, heard } = computer();
  let isOpen = false;
  power.askBeforeShutdown(() => {
    heard.push('asked');
    return isOpen;
  });
  const free = preventable();
  power.ends(free);
  expect([free.defaultPrevented, heard]).toEqual([false, ['leaves: lock', 'asked']]);
  isOpen = true;
  const held = preventable();
  power.ends(held);
  expect(held.defaultPrevented).toBe(true);
  // Where the system tells of it without asking, nothing can be held up.
  expect(() => power.ends()).not.toThrow();
});

test('one that listens and throws keeps no other from hearing of it', () => {
  vi.useFakeTimers({ toFake: ['queueMicrotask'] });
  const power = new PowerEvents();
  const heard: string[] = [];
  power.onLeave(() => {
    throw new Error('a listener of a test');
  });
  power.onLeave((type) => heard.push(type));
  power.leaves('lock');
  expect(heard).toEqual(['lock']);
  expect(() => vi.runAllTicks()).toThrow('a listener of a test');
  vi.useRealTimers();
});
