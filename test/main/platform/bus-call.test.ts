import { expect, test } from 'vitest';
import { callBus } from '../../../main/platform/bus-call.ts';
import { fakeBus } from './support.ts';

const CALL = { bus: 'session', service: 'a.Service', path: '/a', method: 'a.Method', args: ['x'] } as const;

test('a call goes with its service, path, method and arguments', async () => {
  fakeBus('echo "$@"');
  expect(await callBus(CALL, 5_000)).toBe(
    'call --session --dest a.Service --object-path /a --method a.Method x\n',
  );
});

test('one that is refused throws', async () => {
  fakeBus('echo no >&2; exit 1');
  await expect(callBus(CALL, 5_000)).rejects.toThrow();
});

test('one that hangs is given up', async () => {
  fakeBus('exec sleep 30');
  await expect(callBus(CALL, 50)).rejects.toThrow();
});
