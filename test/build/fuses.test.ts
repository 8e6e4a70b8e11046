import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options } from '@electron/fuses';
import { describe, expect, onTestFinished, test } from 'vitest';
import { unpackedCode } from '../../build/package/archive.ts';
import { otherElectron } from '../../build/package/electron.ts';
import { FUSES, wrongFuses } from '../../build/package/fuses.ts';
import { projectText } from '../guards/text.ts';

/** The wire of a binary whose fuses are as they should be. */
const right = () =>
  Object.fromEntries(
    Object.entries({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
    }).map(([name, on]) => [
      String(Object.entries(FuseV1Options).find(([key]) => key === name)?.[1]),
      on ? FuseState.ENABLE : FuseState.DISABLE,
    ]),
  );

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'onsite-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

describe('the fuses of a package', () => {
  test('are each as the table says', () => {
    expect(wrongFuses(right())).toEqual([]);
  });

  test('that one turned round, lacks or adds are told', () => {
    for (const [key, state] of Object.entries(right())) {
      const other = state === FuseState.ENABLE ? FuseState.DISABLE : FuseState.ENABLE;
      expect(wrongFuses({ ...right(), [key]: other })).toHaveLength(1);
      const { [key]: _, ...lacking } = right();
      expect(wrongFuses(lacking)).toHaveLength(1);
    }
    expect(wrongFuses({ ...right(), 99: FuseState.ENABLE })).toEqual([
      'the table of fuses does not know number 99',
    ]);
  });

  test('of WebAssembly is looked at where the binary has it', () => {
    expect(wrongFuses({ ...right(), 8: FuseState.ENABLE })).toEqual([]);
    expect(wrongFuses({ ...right(), 8: FuseState.DISABLE })).toHaveLength(1);
  });

  test('that @electron/fuses knows are all in the table', () => {
    expect(Object.keys(FUSES)).toEqual(Object.keys(FuseV1Options).filter((key) => !/^\d+$/.test(key)));
  });
});

test('outside of the archive lie compiled modules alone', () => {
  const directory = folder();
  mkdirSync(join(directory, 'node_modules/keytar'), { recursive: true });
  writeFileSync(join(directory, 'node_modules/keytar/keytar.node'), '');
  expect(unpackedCode(directory)).toEqual([]);
  writeFileSync(join(directory, 'node_modules/keytar/keytar.js'), '');
  expect(unpackedCode(directory)).toEqual(['node_modules/keytar/keytar.js']);
  expect(unpackedCode(join(directory, 'none'))).toEqual([]);
  const builder = projectText('electron-builder.yml');
  expect(builder).toContain('smartUnpack: false');
  expect(builder).toContain('asarUnpack: ["**/*.node"]');
});

test('another Electron than package.json’s is found out', () => {
  const project = folder();
  writeFileSync(join(project, 'package.json'), '{"devDependencies":{"electron":"45.4.1"}}');
  expect(otherElectron('45.4.1', project)).toBeNull();
  expect(otherElectron('33.2.1', project)).toBe('45.4.1');
});
