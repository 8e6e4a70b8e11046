import { expect, test } from 'vitest';
import { EarlyListeners } from '../../main/listeners.ts';

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
