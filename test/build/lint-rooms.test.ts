import { describe, expect, it } from 'vitest';
import { checkRooms } from '../../build/lint/check-rooms.ts';

function faultsOf(files: Record<string, string>): string[] {
  return checkRooms(new Map(Object.entries(files)));
}

/** A small house in which everything is in order. */
const house = {
  'main/visit/rules.ts':
    "import type { State } from './types.ts';\nexport const rule = (state: State) => state;",
  'main/visit/types.ts': 'export type State = { open: boolean };',
  'main/servicechannel/client.ts': "import ky from 'ky';\nexport const get = ky.get;",
  'main/outbox/outbox.ts':
    "import { rule } from '../visit/rules.ts';\nimport { get } from '../servicechannel/client.ts';\nexport { rule, get };",
  'main/account/vault.ts': "export const load = () => import('keytar');",
  'main/storage/sqlite.ts': "export { DatabaseSync } from '@photostructure/sqlite';",
  'main/storage/database.ts': "import { DatabaseSync } from './sqlite.ts';\nexport { DatabaseSync };",
  'main/core.ts': "import './outbox/outbox.ts';\nimport './visits.ts';",
  'main/records/receipts.ts': "import '../core.ts';",
  'main/views/tray.ts': "import '../records/receipts.ts';\nimport '../../words/en.ts';",
  'main/app/ports.ts': "import '../views/tray.ts';",
  'main/app/app.ts': "import './ports.ts';\nimport '../core.ts';\nimport '../records/receipts.ts';",
  'main/visits.ts': "export { rule } from './visit/rules.ts';",
  'main/shell/tray.ts':
    "import { Tray } from 'electron';\nimport '../app/ports.ts';\nimport icon from './icon.png?asset';\nexport { icon, Tray };",
  'main/ipc.ts': "import { ipcMain } from 'electron';\nimport './shell/tray.ts';\nexport { ipcMain };",
  'main/index.ts': "import './start.ts';",
  'main/start.ts':
    "import './app/app.ts';\nimport './ipc.ts';\nimport './outbox/outbox.ts';\nimport './account/vault.ts';",
  'words/en.ts': "import '../preload/contract.ts';",
  'preload/contract.ts': "export type { State } from '../main/visit/types.ts';",
  'preload/index.ts':
    "import { contextBridge } from 'electron';\nimport type { State } from './contract.ts';",
  'renderer/popup/index.tsx':
    "import { render } from 'preact';\nimport '../../preload/contract.ts';\nimport './popup.css';\nrender(<p>OnSite</p>, document.body);",
};

describe('the lint rule for the rooms', () => {
  it('finds nothing in a house that is in order', () => {
    expect(faultsOf(house)).toEqual([]);
  });

  it.each([
    ['main/visit/acts.ts', "import '../outbox/outbox.ts';", 'main/visit may not import main/outbox'],
    ['main/visit/acts.ts', "import 'node:fs';", 'main/visit may not import it'],
    ['main/visit/acts.ts', "import * as v from 'valibot';", 'main/visit may not import it'],
    [
      'main/servicechannel/x.ts',
      "import '../visit/types.ts';",
      'main/servicechannel may not import main/visit',
    ],
    ['main/outbox/x.ts', "import '../storage/database.ts';", 'main/outbox may not import main/storage'],
    ['main/storage/x.ts', "import '../account/vault.ts';", 'main/storage may not import main/account'],
    ['main/account/x.ts', "import '../shell/tray.ts';", 'main/account may not import main/shell'],
    [
      'main/moments/x.ts',
      "import '../../preload/contract.ts';",
      'main/moments may not import preload/contract.ts',
    ],
    ['main/shell/x.ts', "import '../ipc.ts';", 'main/shell may not import main/ipc.ts'],
    ['main/shell/x.ts', "import '../app/app.ts';", 'main/shell may not import main/app'],
    ['main/app/x.ts', "import '../shell/tray.ts';", 'main/app may not import main/shell'],
    ['main/app/x.ts', "import 'electron';", 'which belongs to'],
    ['main/views/x.ts', "import '../app/app.ts';", 'main/views may not import main/app'],
    ['main/records/x.ts', "import '../views/tray.ts';", 'main/records may not import main/views'],
    ['words/x.ts', "import '../main/views/tray.ts';", 'words may not import main/views'],
    ['preload/index.ts', "import '../main/visit/types.ts';", 'preload/index.ts may not import main/visit'],
    ['renderer/ui/x.ts', "import '../../main/storage/database.ts';", 'renderer may not import main/storage'],
    ['renderer/ui/x.ts', "import 'node:fs';", 'renderer may not import it'],
    ['preload/contract.ts', "export * from '../main/storage/database.ts';", 'may not import main/storage'],
  ])('%s with %s', (path, source, fault) => {
    expect(faultsOf({ ...house, [path]: source })).toEqual([expect.stringContaining(fault)]);
  });

  it('hands main/visits.ts its store and outbox instead of letting it import them, even their types', () => {
    const source = "import type { get } from './outbox/outbox.ts';";
    expect(faultsOf({ ...house, 'main/visits.ts': source })).toEqual([
      expect.stringContaining('main/visits.ts may not import main/outbox'),
    ]);
  });

  it.each([
    ['main/outbox/x.ts', 'electron'],
    ['main/servicechannel/x.ts', 'electron/main'],
    ['main/shell/x.ts', 'keytar'],
    ['main/account/x.ts', 'electron-store'],
    ['main/outbox/x.ts', '@photostructure/sqlite'],
    ['main/storage/x.ts', '@photostructure/sqlite'],
  ])('%s may not import %s, not even late', (path, name) => {
    const only = expect.stringMatching(new RegExp(`^${path}: imports ${name}, which belongs to .* only$`));
    expect(faultsOf({ ...house, [path]: `import '${name}';` })).toEqual([only]);
    expect(faultsOf({ ...house, [path]: `export const late = () => import('${name}');` })).toEqual([only]);
  });

  it('finds a circle, of types too, and names it once', () => {
    const faults = faultsOf({
      ...house,
      'main/outbox/a.ts': "import type { B } from './b.ts';",
      'main/outbox/b.ts': "import './a.ts';",
    });
    expect(faults).toEqual([
      expect.stringContaining('circle: main/outbox/a.ts → main/outbox/b.ts → main/outbox/a.ts'),
    ]);
  });

  it('allows 250 lines and not 251', () => {
    expect(faultsOf({ ...house, 'main/shell/x.ts': 'export {};\n'.repeat(250) })).toEqual([]);
    expect(faultsOf({ ...house, 'main/shell/x.ts': 'export {};\n'.repeat(251) })).toEqual([
      expect.stringContaining('251 lines'),
    ]);
  });

  it.each([
    ["import './gone.ts';", 'which is not there'],
    ["import './tray';", 'without its file extension'],
    ["import '../../test/sandbox/data.ts';", 'which is not there'],
    ["const name = 'keytar';\nexport const late = import(name);", 'made at run time'],
    ["export const late = require('keytar');", 'uses require'],
    ["export type Late = import('keytar').Late;", 'imports a type in place'],
    ['import from from;', 'does not parse'],
  ])('does not let an import escape it: %s', (source, fault) => {
    expect(faultsOf({ ...house, 'main/shell/x.ts': source })).toContainEqual(expect.stringContaining(fault));
  });

  it('knows no room beside the ones of DESIGN.md', () => {
    const faults = faultsOf({ ...house, 'main/helpers.ts': "import './visit/types.ts';" });
    expect(faults).toEqual(['main/helpers.ts: is in no room of DESIGN.md']);
  });

  it('is not taken in by comments and strings', () => {
    const source = "// import 'electron';\nexport const text = \"import 'keytar'\";";
    expect(faultsOf({ ...house, 'main/outbox/x.ts': source })).toEqual([]);
  });
});
