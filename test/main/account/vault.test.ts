import { describe, expect, test } from 'vitest';
import { SafeVault, type Vault } from '../../../main/account/vault.ts';
import { VirtualTime } from '../../faults/virtual-time.ts';
import { held, keychain } from './support.ts';

const failing = (): Promise<never> => Promise.reject(new Error('No keychain: s3cret'));
const NO_KEYCHAIN: Vault = { get: failing, set: failing, delete: failing };
const hangs = () => new Promise<never>(() => undefined);

function safe(chain: Vault) {
  const time = new VirtualTime(0, () => 0);
  const kept: boolean[] = [];
  const vault = new SafeVault(chain, (ms, run) => time.after(ms, run));
  vault.onKept((is) => kept.push(is));
  return { vault, kept, pass: (ms: number) => time.pass(ms) };
}

/** Whether a promise has ended, and how. */
function watch(promise: Promise<unknown>) {
  const state = { is: 'waiting' };
  promise.then(
    () => (state.is = 'done'),
    () => (state.is = 'failed'),
  );
  return state;
}

describe('the vault', () => {
  test('is the keychain’s', async () => {
    const chain = keychain({ old: 'one' });
    const { vault, kept } = safe(chain.vault);
    await vault.set('new', 'two');
    expect([await vault.get('old'), await vault.get('new'), await vault.get('none')]).toEqual([
      'one',
      'two',
      null,
    ]);
    await vault.delete('old');
    expect(await vault.get('old')).toBeNull();
    expect(Object.fromEntries(chain.entries)).toEqual({ new: 'two' });
    expect(kept).toEqual([true]);
  });

  test('is not settled before the keychain has answered all: what hangs, and what waits for its turn', async () => {
    const hanging = held<null>();
    const chain = keychain();
    const { vault, pass } = safe({ ...chain.vault, get: () => hanging.promise });
    expect(vault.isUnderWay).toBe(false);
    const read = watch(vault.get('a'));
    const written = vault.set('b', 'two');
    const settled = watch(vault.settled());
    await pass(10_000);
    await written;
    expect([read.is, chain.log]).toEqual(['failed', ['set b two']]);
    expect([vault.isUnderWay, settled.is]).toEqual([true, 'waiting']);
    hanging.release(null);
    await vault.settled();
    expect([vault.isUnderWay, settled.is]).toEqual([false, 'done']);
  });

  test('begins no call when the app ends', async () => {
    const chain = keychain({ a: 'one' });
    const { vault, pass } = safe(chain.vault);
    vault.stop();
    const calls = [watch(vault.get('a')), watch(vault.set('b', 'two'))];
    await pass(1_000);
    expect([chain.log, vault.isUnderWay]).toEqual([[], false]);
    expect(calls.map(({ is }) => is)).toEqual(['waiting', 'waiting']);
  });

  test('does one thing after the other, so that an older token never overtakes a newer', async () => {
    const slow = held<void>();
    const chain = keychain();
    const set: Vault['set'] = async (account, secret) => {
      if (secret === 'first') await slow.promise;
      await chain.vault.set(account, secret);
    };
    const { vault } = safe({ ...chain.vault, set });
    const all = [
      vault.set('a', 'first'),
      vault.set('a', 'second'),
      vault.delete('a'),
      vault.set('a', 'third'),
    ];
    slow.release();
    await Promise.all(all);
    expect(chain.log).toEqual(['set a first', 'set a second', 'delete a', 'set a third']);
  });

  test('reads what is being written', async () => {
    const { vault } = safe({ ...keychain({ a: 'old' }).vault, set: hangs });
    void vault.set('a', 'new');
    expect(await vault.get('a')).toBe('new');
  });

  test('does not read what is being deleted', async () => {
    const { vault } = safe({ ...keychain({ a: 'old' }).vault, delete: hangs });
    vault.delete('a').catch(() => undefined);
    expect(await vault.get('a')).toBeNull();
  });
});

describe('without a keychain', () => {
  test('the vault holds in memory for this run, and says so', async () => {
    const { vault, kept } = safe(NO_KEYCHAIN);
    await expect(vault.get('a')).rejects.toThrow();
    await vault.set('a', 'one');
    expect(kept).toEqual([false]);
    expect(await vault.get('a')).toBe('one');
  });

  test('a deletion says that it has not been done', async () => {
    const { vault } = safe(NO_KEYCHAIN);
    await vault.set('a', 'one');
    await expect(vault.delete('a')).rejects.toThrow();
    expect(await vault.get('a')).toBeNull();
  });

  test('at first, all goes into it when it takes something', async () => {
    const chain = keychain({ c: 'left' });
    let there = false;
    const when =
      <T extends unknown[]>(act: (...given: T) => Promise<void>) =>
      (...given: T) =>
        there ? act(...given) : failing();
    const { vault, kept, pass } = safe({
      ...chain.vault,
      set: when(chain.vault.set),
      delete: when(chain.vault.delete),
    });
    await vault.set('a', 'one');
    await vault.set('b', 'two');
    await vault.delete('c').catch(() => undefined);
    there = true;
    await vault.set('a', 'three');
    await pass(1);
    expect(Object.fromEntries(chain.entries)).toEqual({ a: 'three', b: 'two' });
    expect(kept.at(-1)).toBe(true);
  });
});

describe('a keychain that hangs', () => {
  test('holds nobody for more than 10 s, however many wait for it', async () => {
    const { vault, pass, kept } = safe({ get: hangs, set: hangs, delete: hangs });
    const all = [vault.set('a', 'one'), vault.set('b', 'two'), vault.get('c'), vault.delete('d')].map(watch);
    await pass(9_999);
    expect(all.map(({ is }) => is)).toEqual(Array(4).fill('waiting'));
    await pass(1);
    expect(all.map(({ is }) => is)).toEqual(['done', 'done', 'failed', 'failed']);
    expect(kept).toEqual([false, false]);
  });

  test('with one call goes on with the next, in order', async () => {
    const chain = keychain();
    const { vault, pass } = safe({
      ...chain.vault,
      set: (account, secret) => (secret === 'hangs' ? hangs() : chain.vault.set(account, secret)),
    });
    void vault.set('a', 'hangs');
    void vault.set('b', 'one');
    void vault.set('b', 'two');
    await pass(10_000);
    expect(chain.log).toEqual(['set b one', 'set b two']);
    void vault.set('a', 'newer');
    await pass(1);
    expect(chain.entries.get('a')).toBe('newer');
  });

  test('and then writes an old token after all does not lose the newer', async () => {
    const slow = held<void>();
    const chain = keychain();
    const { vault, pass } = safe({
      ...chain.vault,
      set: async (account, secret) => {
        if (secret === 'older') await slow.promise;
        await chain.vault.set(account, secret);
      },
    });
    void vault.set('a', 'older');
    await pass(10_000);
    void vault.set('a', 'newer');
    await pass(1);
    slow.release();
    await pass(1);
    expect(chain.log).toEqual(['set a newer', 'set a older', 'set a newer']);
  });

  test('and then writes after a sign-out has its entry deleted', async () => {
    const slow = held<void>();
    const chain = keychain();
    const { vault, pass } = safe({
      ...chain.vault,
      set: async (account, secret) => {
        await slow.promise;
        await chain.vault.set(account, secret);
      },
    });
    void vault.set('a', 'token');
    await pass(10_000);
    await vault.delete('a');
    slow.release();
    await pass(1);
    expect(chain.entries.has('a')).toBe(false);
  });

  test('is asked by no more than two calls at a time', async () => {
    let asked = 0;
    const { vault, pass } = safe({
      ...NO_KEYCHAIN,
      get: () => {
        asked += 1;
        return hangs();
      },
    });
    for (let n = 0; n < 6; n += 1) {
      vault.get('a').catch(() => undefined);
      await pass(10_000);
    }
    expect(asked).toBe(2);
  });
});
