import { expect, test } from 'vitest';
import { choicesOf, type NotificationSubject, notification } from '../../../main/views/notifications.ts';
import { en } from '../../../words/en.ts';

const time = (ms: number) => `10:${ms}`;
const idle = (form: 'away' | 'back' | 'paused'): NotificationSubject => ({
  what: 'idle',
  workOrderId: 107002896,
  form,
  from: 42,
  to: 55,
});

test.each<NotificationSubject>([
  idle('away'),
  idle('back'),
  idle('paused'),
  { what: 'end-of-day', workOrderId: 107002896 },
  { what: 'forgotten', workOrderId: 107002896 },
  { what: 'resume', workOrderId: 107002896 },
  { what: 'late', workOrderId: 107002896, days: 5 },
])('a notification names its work order: %j', (said) => {
  const { title, body } = notification(en, said, time);
  expect(title).not.toBe('');
  expect(body).toContain('107002896');
});

test('a pause says since when', () => {
  const said = { what: 'still-paused', workOrderId: 7, since: 30 } as const;
  expect(notification(en, said, time).title).toBe('Still paused since 10:30');
});

test.each<[NotificationSubject, readonly string[]]>([
  [idle('away'), ['Keep working: keep', 'Pause from 10:42: pause']],
  [idle('back'), ['I was working: keep']],
  [idle('paused'), ['Keep the pause: keep', 'I was working: take-back']],
  [{ what: 'end-of-day', workOrderId: 7 }, ['Still working: keep', 'Pause until tomorrow: pause']],
  [{ what: 'forgotten', workOrderId: 7 }, ['I’m still on site: keep']],
  [{ what: 'resume', workOrderId: 7 }, ['Resume: resume']],
  [{ what: 'still-paused', workOrderId: 7, since: 30 }, []],
  [{ what: 'signed-out' }, []],
])('the answers are those of the window that need no form: %j', (said, answers) => {
  expect(choicesOf(en, said, time).map(({ text, choice }) => `${text}: ${choice}`)).toEqual(answers);
});

test('a report that is too old for ServiceChannel is not said to go once there is a network', () => {
  const said = (days: number) => notification(en, { what: 'late', workOrderId: 7, days }, time).body;
  expect(said(6)).toContain('Connect this computer');
  expect(said(7)).not.toContain('Connect this computer');
  expect(said(7)).toContain('Ask your office to enter the hours.');
});
