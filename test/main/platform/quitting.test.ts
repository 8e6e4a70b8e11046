import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { Quitting } from '../../../main/platform/quitting.ts';
import { keepSignals, SIGNALS } from './support.ts';

let ended: number;
let asked: string[];
let waits: boolean;
let quitting: Quitting;

beforeEach(() => {
  ended = 0;
  asked = [];
  waits = false;
  quitting = new Quitting(() => {
    ended += 1;
  });
  quitting.askFirst((why) => {
    asked.push(why);
    return waits;
  });
});

keepSignals();

test('the app ends where nothing is asked, and asks no more then', () => {
  expect([quitting.mayQuit(), quitting.leaving]).toEqual([true, true]);
  expect(quitting.mayQuit()).toBe(true);
  expect(asked).toEqual(['quit']);
});

test('it stays while a question waits for its answer, and ends by the answer', () => {
  waits = true;
  expect([quitting.mayQuit(), quitting.leaving]).toEqual([false, false]);
  quitting.leave();
  expect([ended, quitting.mayQuit(), quitting.leaving]).toEqual([1, true, true]);
  expect(asked).toEqual(['quit']);
});

test('where the session ends nothing is asked', () => {
  waits = true;
  quitting.sessionEnds();
  expect([quitting.mayQuit(), quitting.leaving, asked]).toEqual([true, true, []]);
});

test.each(SIGNALS)('%s ends it, whatever listened before, and the last reports may go first', (signal) => {
  let others = 0;
  process.on(signal, () => {
    others += 1;
  });
  quitting.endBySignals();
  waits = true;
  process.emit(signal);
  expect([ended, quitting.leaving]).toEqual([0, true]);
  waits = false;
  process.emit(signal);
  expect([ended, asked, others]).toEqual([1, ['signal', 'signal'], 0]);
});

test('a question that fails keeps no app from ending, by a quit or a signal, and its error is not lost', () => {
  vi.useFakeTimers({ toFake: ['queueMicrotask'] });
  onTestFinished(() => void vi.useRealTimers());
  quitting.askFirst(() => {
    throw new Error('a question of a test');
  });
  quitting.endBySignals();
  process.emit('SIGTERM', 'SIGTERM');
  expect(ended).toBe(1);
  expect(() => vi.runAllTicks()).toThrow('a question of a test');
  const other = new Quitting(() => undefined);
  other.askFirst(() => {
    throw new Error('a question of a test');
  });
  expect([other.mayQuit(), other.leaving]).toEqual([true, true]);
});
