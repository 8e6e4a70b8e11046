import { describe, expect, test } from 'vitest';
import { keyNames as en } from '../../words/en-keys.ts';
import { keyNames as es } from '../../words/es-keys.ts';
import { keyNames as fr } from '../../words/fr-keys.ts';
import { WORDS } from '../../words/index.ts';
import { acceleratorOfText, shortcutText } from '../../words/shortcut.ts';

describe('a shortcut as people read it', () => {
  test.each([
    ['CommandOrControl+Shift+O', 'Ctrl+Shift+O', '⌘⇧O'],
    ['CmdOrCtrl+Alt+Space', 'Ctrl+Alt+Space', '⌘⌥Space'],
    ['Control+PageUp', 'Ctrl+Page Up', '⌃Page Up'],
    ['Super+1', 'Super+1', '⌘1'],
    ['F9', 'F9', 'F9'],
    ['', '', ''],
  ])('%s', (accelerator, elsewhere, mac) => {
    expect(shortcutText(accelerator, en, false)).toBe(elsewhere);
    expect(shortcutText(accelerator, en, true)).toBe(mac);
  });

  test('in the words of the keyboards of each language', () => {
    expect(shortcutText('CommandOrControl+Shift+Up', es, false)).toBe('Ctrl+Mayús+Arriba');
    expect(shortcutText('CommandOrControl+Shift+Space', fr, false)).toBe('Ctrl+Maj+Espace');
  });

  test('also where another program has it', () => {
    const notice = { code: 'shortcut-taken', shortcut: 'CommandOrControl+Shift+O' } as const;
    for (const [words, said] of [
      [WORDS.en, 'Ctrl+Shift+O'],
      [WORDS.es, 'Ctrl+Mayús+O'],
      [WORDS.fr, 'Ctrl+Maj+O'],
    ] as const) {
      expect(words.notice(notice, null)).toContain(said);
      expect(words.notice(notice, null)).not.toContain('CommandOrControl');
    }
  });
});

describe('a shortcut that is typed as people read it', () => {
  test.each([
    ['Ctrl+Shift+P', en, 'Ctrl+Shift+P'],
    ['ctrl+mayús+p', es, 'ctrl+Shift+p'],
    ['Ctrl+Maj+Page suiv.', fr, 'Ctrl+Shift+PageDown'],
    ['⌘⇧O', en, 'CommandOrControl+Shift+O'],
    [' CommandOrControl+Shift+P ', en, 'CommandOrControl+Shift+P'],
    ['', en, ''],
  ] as const)('%s', (text, names, accelerator) => {
    expect(acceleratorOfText(text, names)).toBe(accelerator);
  });
});
