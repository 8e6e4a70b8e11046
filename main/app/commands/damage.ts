import type { Result } from '../../../preload/contract.ts';
import { isDamage } from '../../storage/cause.ts';

/**
 * Hands on what is read of the record on this computer, or says that it is damaged there. The last good copy was tried
 * by then.
 * @throws every other error
 */
export async function readingRecord<T>(read: () => Result<T> | Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await read();
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { ok: false, error: { code: 'damaged' } };
  }
}
