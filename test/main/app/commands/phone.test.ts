import * as v from 'valibot';
import { expect, test } from 'vitest';
import { addCheckInElsewhere } from '../../../sandbox/control-edits.ts';
import { DEMO_USER } from '../../../sandbox/data-users.ts';
import { appRig, MAIN_STREET } from '../rig.ts';

test('the PIN is kept for the user who typed it, and for nobody else', async () => {
  const { send, core, storage } = await appRig();
  expect(await send('phone:pin', null)).toBe('');
  await send('phone:keep-pin', { pin: '123456' });
  expect(await send('phone:pin', null)).toBe('123456');
  await core.session.signOut();
  expect(await send('phone:pin', null)).toBe('');
  expect(await send('phone:keep-pin', { pin: '1' })).toMatchObject({ ok: false });
  expect(JSON.stringify([...storage.facts.startingWith('phone-pin', v.string()).values()])).toContain(
    '123456',
  );
});

test('a PIN that is taken out is forgotten', async () => {
  const { send, storage } = await appRig();
  await send('phone:keep-pin', { pin: '123456' });
  await send('phone:keep-pin', { pin: '' });
  expect(storage.facts.startingWith('phone-pin', v.string()).size).toBe(0);
});

test('a call that ServiceChannel shows is told, one that it does not show is not', async () => {
  const { send, sandbox, system } = await appRig();
  const look = () => send('phone:look', { workOrderId: MAIN_STREET, direction: 'in', from: system.now() });
  expect(await look()).toEqual({ ok: true, value: { recorded: null } });
  addCheckInElsewhere(sandbox.sandbox, {
    workOrderId: MAIN_STREET,
    userId: DEMO_USER.id,
    timeIn: new Date(system.now()).toISOString(),
  });
  expect(await look()).toEqual({ ok: true, value: { recorded: { at: system.now(), by: null } } });
});

test('without an answer that is said', async () => {
  let isOffline = false;
  const { send, system } = await appRig({}, (input, init) =>
    isOffline ? Promise.reject(new Error('net::ERR_NAME_NOT_RESOLVED')) : fetch(input, init),
  );
  isOffline = true;
  const answer = await send('phone:look', { workOrderId: MAIN_STREET, direction: 'in', from: system.now() });
  expect(answer.ok).toBe(false);
});
