import { EventEmitter } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';
import { EarlyListeners, guarded, Listeners } from '../../main/listeners.ts';

test('an event before there is a listener is told to the first one, once and in its order', () => {
  const clicks = new EarlyListeners<string>();
  clicks.tell('pause');
  clicks.tell('open');
  const heard: string[] = [];
  const end = clicks.add((click) => heard.push(click));
  clicks.tell('resume');
  expect(heard).toEqual(['pause', 'open', 'resume']);
  const late: string[] = [];
  clicks.add((click) => late.push(click));
  end();
  clicks.tell('check out');
  expect([heard.length, late]).toEqual([3, ['check out']]);
});

const fails = () => {
  throw new Error('a listener of a test');
};

test('one that throws keeps no other from hearing of the event, and its error is thrown apart', () => {
  vi.useFakeTimers({ toFake: ['queueMicrotask'] });
  onTestFinished(() => void vi.useRealTimers());
  const heard: string[] = [];
  const events = new Listeners<string>();
  events.add(fails);
  events.add((event) => heard.push(event));
  events.tell('saved');
  const emitter = new EventEmitter();
  emitter.on('saved', guarded(fails));
  emitter.on('saved', (what: string) => heard.push(what));
  emitter.emit('saved', 'again');
  expect(heard).toEqual(['saved', 'again']);
  expect(() => vi.runAllTicks()).toThrow('a listener of a test');
});
