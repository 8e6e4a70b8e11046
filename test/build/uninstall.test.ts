import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { uninstallScript } from '../../build/nsis/uninstall.ts';
import { LANGUAGES } from '../../words/language.ts';
import { KEEP_VISITS } from '../../words/uninstall.ts';

const script = uninstallScript();

test('the uninstaller asks in every language, with the number of what was not sent', () => {
  for (const language of LANGUAGES) expect(script).toContain(`StrCpy $2 "${KEEP_VISITS[language]('$0')}"`);
});

test('silent, or by Enter, everything is kept', () => {
  expect(script).toMatch(/MessageBox MB_YESNO\S* "\$2" \/SD IDYES IDYES onsiteKept\n\s+RMDir/);
});

/** The compiler of such scripts; none where it is not installed. */
const hasCompiler = (): boolean => {
  try {
    execFileSync('makensis', ['-VERSION']);
    return true;
  } catch {
    return false;
  }
};

test.runIf(hasCompiler())('NSIS takes it, without a warning', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-nsis-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'uninstall.nsh'), script);
  const whole = `Unicode true
!include LogicLib.nsh
!define isUpdated '"" != ""'
!include uninstall.nsh
Name test
OutFile test.exe
InstallDir $TEMP\\test
Section
  WriteUninstaller $INSTDIR\\un.exe
SectionEnd
Section un.install
  !insertmacro customUnInstall
SectionEnd
`;
  writeFileSync(join(folder, 'test.nsi'), whole);
  expect(() =>
    execFileSync('makensis', ['-WX', '-V2', '-INPUTCHARSET', 'UTF8', 'test.nsi'], { cwd: folder }),
  ).not.toThrow();
});
