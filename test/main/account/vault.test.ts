import { describe, expect, test } from 'vitest';
import { SafeVault, type Vault } from '../../../main/account/vault.ts';
import { held, keychain } from './support.ts';

const failing = (): Promise<never> => Promise.reject(new Error('No keychain: s3cret'));
const NO_KEYCHAIN: Vault = { get: failing, set: failing, delete: failing };

function safe(chain: Vault) {
  let said = 0;
  const vault = new SafeVault(chain);
  vault.onMissing(() => {
    said += 1;
  });
  return { vault, said: () => said };
}

describe('the vault', () => {
  test('is the keychain’s', async () => {
    const chain = keychain({ old: 'one' });
    const { vault, said } = safe(chain.vault);
    await vault.set('new', 'two');
    expect([await vault.get('old'), await vault.get('new'), await vault.get('none')]).toEqual([
      'one',
      'two',
      null,
    ]);
    await vault.delete('old');
    expect(Object.fromEntries(chain.entries)).toEqual({ new: 'two' });
    expect(said()).toBe(0);
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
    const slow = held<void>();
    const { vault } = safe({ ...keychain({ a: 'old' }).vault, set: () => slow.promise });
    const writing = vault.set('a', 'new');
    expect(await vault.get('a')).toBe('new');
    slow.release();
    await writing;
  });
});

describe('without a keychain', () => {
  test('the vault holds in memory for this run, never fails, and says so once', async () => {
    const { vault, said } = safe(NO_KEYCHAIN);
    expect(await vault.get('a')).toBeNull();
    await vault.set('a', 'one');
    await vault.set('b', 'two');
    await vault.delete('b');
    expect([await vault.get('a'), await vault.get('b')]).toEqual(['one', null]);
    expect(said()).toBe(1);
  });

  test('at first, what comes later is kept in it when it is there', async () => {
    const chain = keychain();
    let there = false;
    const { vault } = safe({
      ...chain.vault,
      set: (account, secret) => (there ? chain.vault.set(account, secret) : failing()),
    });
    await vault.set('a', 'one');
    there = true;
    await vault.set('a', 'two');
    expect(chain.entries.get('a')).toBe('two');
  });
});
