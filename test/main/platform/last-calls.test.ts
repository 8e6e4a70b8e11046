import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LastCalls, type NativeCalls } from '../../../main/platform/last-calls.ts';

/** Calls of a native module that are under way until `end` is called. */
class Calls implements NativeCalls {
  readonly #over: Promise<void>;
  isUnderWay: boolean;
  isStopped = false;
  end: () => void = () => undefined;

  constructor(isUnderWay: boolean) {
    this.isUnderWay = isUnderWay;
    this.#over = new Promise((resolve) => {
      this.end = () => {
        this.isUnderWay = false;
        resolve();
      };
    });
  }

  settled = () => this.#over;

  stop(): void {
    this.isStopped = true;
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function lastCalls(...all: readonly NativeCalls[]) {
  const ended: string[] = [];
  const last = new LastCalls(all, (how) => void ended.push(how));
  return { last, ended };
}

test('the app ends at once where no native module is called', () => {
  const keychain = new Calls(false);
  const { last, ended } = lastCalls(keychain);
  expect([last.mayEnd(), ended]).toEqual([true, []]);
  expect(keychain.isStopped).toBe(true);
});

test('it waits for the calls that are under way, and is ended once when all are over', async () => {
  const [keychain, copy] = [new Calls(true), new Calls(true)];
  const { last, ended } = lastCalls(keychain, copy);
  expect([last.mayEnd(), last.mayEnd()]).toEqual([false, false]);
  keychain.end();
  await vi.advanceTimersByTimeAsync(1_000);
  expect([ended, keychain.isStopped]).toEqual([[], false]);
  copy.end();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(ended).toEqual(['quit']);
  expect([last.mayEnd(), keychain.isStopped, copy.isStopped]).toEqual([true, true, true]);
});

test('a call that hangs holds it up for 3 s', async () => {
  const { last, ended } = lastCalls(new Calls(true));
  last.mayEnd();
  await vi.advanceTimersByTimeAsync(2_999);
  expect(ended).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(ended).toEqual(['kill']);
});
