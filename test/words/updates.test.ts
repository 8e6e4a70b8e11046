import { describe, expect, it } from 'vitest';
import type { UpdateFault } from '../../preload/contract.ts';
import { WORDS } from '../../words/index.ts';

const FAULTS = Object.keys({
  unreachable: 0,
  redirected: 0,
  feed: 0,
  damaged: 0,
  signature: 0,
  older: 0,
  'no-room': 0,
  'not-installed': 0,
} satisfies Record<UpdateFault, 0>);
const isFault = (fault: string): fault is UpdateFault => FAULTS.includes(fault);

describe.each(['en', 'es', 'fr'] as const)('updates, in %s', (language) => {
  const words = WORDS[language];

  it.each(FAULTS.filter(isFault))('%s is said, and that the app goes on', (fault) => {
    const text = words.updateText({ state: 'failed', fault, version: '0.2.0' });
    expect(text).toMatch(/^\p{Lu}.*\. OnSite .*\.$/u);
    expect(text).not.toContain('undefined');
  });

  it('a version that is ready is named, with what it waits for', () => {
    const now = words.updateText({ state: 'ready', version: '0.2.0', again: false, now: true });
    const later = words.updateText({ state: 'ready', version: '0.2.0', again: false, now: false });
    expect(now).toContain('0.2.0');
    const again = words.updateText({ state: 'ready', version: '0.2.0', again: true, now: true });
    for (const longer of [later, again]) expect(longer.length).toBeGreaterThan(now.length);
    expect(words.updateText({ state: 'installed', version: '0.2.0' })).toContain('0.2.0');
    expect(words.updateText({ state: 'off' })).toBe('');
  });
});
