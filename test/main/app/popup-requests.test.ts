import { expect, test } from 'vitest';
import { PopupRequests } from '../../../main/app/popup-requests.ts';

const CHOICE = {
  primaryStatus: 'Completed',
  extendedStatus: '',
  resolution: 'New belt',
  codes: [],
  rootCauses: [],
} as const;

function requests() {
  let now = 1_000;
  const made = new PopupRequests(() => now++);
  let changes = 0;
  made.onChange(() => {
    changes += 1;
  });
  return { made, changes: () => changes };
}

test('a number asked for twice is two requests, so that the field is filled in again', () => {
  const { made } = requests();
  made.fillIn('107002896');
  const first = made.prefill;
  made.fillIn('107002896');
  expect(made.prefill).toMatchObject({ workOrder: '107002896' });
  expect(made.prefill?.at).not.toBe(first?.at);
});

test('each request shows the popup what to open with', () => {
  const { made, changes } = requests();
  expect(made).toMatchObject({ prefill: null, checkOutAsked: null, formAgain: null, backAtAsked: null });
  made.askCheckOut();
  made.askBackAt();
  made.openAgain({
    visitId: 'v1',
    form: 'finish',
    choice: CHOICE,
    time: null,
  });
  expect(made.checkOutAsked).toBe(1_000);
  expect(made.backAtAsked).toBe(1_001);
  expect(made.formAgain).toMatchObject({ form: 'finish', at: 1_002 });
  expect(changes()).toBe(3);
});

test('who signs in next is asked nothing that was meant for the one before; a link that came first waits', () => {
  const { made } = requests();
  const [first, next] = [1, 2].map((userId) => ({ userId, server: 'https://api.example.com/v3' }));
  made.fillIn('107002896');
  made.belongTo(null);
  made.belongTo(first ?? null);
  expect(made.prefill?.workOrder).toBe('107002896');
  made.askRunningLate(7);
  made.askCheckOut();
  made.askBackAt();
  made.openAgain({ visitId: 'v1', form: 'finish', choice: CHOICE, time: null });
  made.belongTo(first ?? null);
  expect(made.lateAsked?.workOrderId).toBe(7);
  made.belongTo(null);
  made.belongTo(next ?? null);
  const none = { prefill: null, lateAsked: null, formAgain: null, checkOutAsked: null, backAtAsked: null };
  expect(made).toMatchObject(none);
});
