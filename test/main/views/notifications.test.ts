import { expect, test } from 'vitest';
import { notification } from '../../../main/views/notifications.ts';
import { en } from '../../../words/en.ts';

test.each(['idle', 'end-of-day', 'forgotten', 'resume'] as const)(
  'a notification of %s names its work order',
  (what) => {
    const { title, body } = notification(en, { what, workOrderId: 107002896 }, () => '');
    expect(title).not.toBe('');
    expect(body).toContain('107002896');
  },
);

test('a pause says since when', () => {
  const said = { what: 'still-paused', workOrderId: 7, since: 1_000 } as const;
  expect(notification(en, said, (ms) => `at ${ms}`).title).toBe('Still paused since at 1000');
});
