import { expect, test } from 'vitest';
import { showNotification } from '../../../main/platform/show-notification.ts';

/** A notification that notes what becomes of it. */
function notification() {
  const log: string[] = [];
  let closed = () => {};
  const of = {
    show: () => void log.push('shown'),
    close: () => void log.push('closed'),
    on: (_event: 'close', listener: () => void) => {
      closed = listener;
    },
  };
  return { log, of, closedByPerson: () => closed() };
}
const answered = () => new Promise((resolve) => setImmediate(resolve));
const yes = async () => true;
const no = async () => false;

test('it is shown when the service has answered, and taken away', async () => {
  const { of, log } = notification();
  const takeAway = showNotification(of, yes);
  expect(log).toEqual([]);
  await answered();
  expect(log).toEqual(['shown']);
  takeAway();
  await answered();
  expect(log).toEqual(['shown', 'closed']);
});

test('a service that does not answer shows none', async () => {
  const { of, log } = notification();
  const takeAway = showNotification(of, no);
  await answered();
  takeAway();
  await answered();
  expect(log).toEqual([]);
});

test('taken away before the service has answered, it is never shown', async () => {
  const { of, log } = notification();
  showNotification(of, yes)();
  await answered();
  expect(log).toEqual([]);
});

test('one that a person has closed is not closed again', async () => {
  const { of, log, closedByPerson } = notification();
  const takeAway = showNotification(of, yes);
  await answered();
  closedByPerson();
  takeAway();
  await answered();
  expect(log).toEqual(['shown']);
});
