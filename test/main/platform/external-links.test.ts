import { describe, expect, test } from 'vitest';
import { Clicks, mayOpen } from '../../../main/platform/external-links.ts';

describe('a link', () => {
  test.each(['https://servicechannel.com/x', 'https://login.servicechannel.com/', 'https://a.example.org/'])(
    '%s may be opened',
    (url) => expect(mayOpen(url, ['example.org'])).toBe(true),
  );

  test.each([
    'http://servicechannel.com/',
    'https://servicechannel.com.example.net/',
    'https://notservicechannel.com/',
    'https://servicechannel.com:8443/',
    'https://me@servicechannel.com/',
    'https://:x@servicechannel.com/',
    'onsite://workorder/1',
    'nothing',
  ])('%s may not', (url) => expect(mayOpen(url, ['example.org'])).toBe(false));
});

describe('one click', () => {
  test('opens one link; the next one needs another', () => {
    const clicks = new Clicks(() => 5_000);
    clicks.input('mouseDown');
    expect([clicks.take(), clicks.take()]).toEqual([true, false]);
    clicks.input('mouseDown');
    expect(clicks.take()).toBe(true);
  });

  test('is not heard of a screen reader: then once a second', () => {
    let now = 5_000;
    const clicks = new Clicks(() => now);
    expect([clicks.take(), clicks.take()]).toEqual([true, false]);
    now += 1_000;
    expect(clicks.take()).toBe(true);
  });
});

test('a pointer that only moves is no click', () => {
  const clicks = new Clicks(() => 0);
  expect(clicks.take()).toBe(true);
  clicks.input('mouseMove');
  expect(clicks.take()).toBe(false);
  clicks.input('keyDown');
  expect(clicks.take()).toBe(true);
});
