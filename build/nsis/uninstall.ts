import type { Plugin } from 'vite';
import { LANGUAGES, type Language } from '../../words/language.ts';
import { KEEP_VISITS } from '../../words/uninstall.ts';

/** Windows' numbers of languages without their regions. https://learn.microsoft.com/windows/win32/intl/language-identifiers */
const PRIMARY: Readonly<Record<Language, number>> = { en: 9, es: 10, fr: 12 };

/** A text as NSIS reads it between double quotes. */
const quoted = (text: string): string => text.replaceAll('$', '$$$$').replaceAll('"', '$\\"');

const setText = (language: Language): string => {
  // The number is a variable there.
  const [before = '', after = ''] = KEEP_VISITS[language]('\0').split('\0').map(quoted);
  return `StrCpy $2 "${before}$0${after}"`;
};

const chosen = LANGUAGES.filter((language) => language !== 'en').map(
  (language) => `    \${if} $1 = ${PRIMARY[language]}
      ${setText(language)}
    \${endIf}`,
);

/**
 * The script of Windows' uninstaller, which electron-builder includes, in the language that the uninstaller has.
 * At an uninstall, not at an update: the data folder holds visits, reports that were not sent among them. OnSite keeps their
 * number in the file `waiting` there. Silent, or by Enter, everything is kept.
 */
export const uninstallScript = (): string => `; Made by build/nsis/uninstall.ts.
!macro customUnInstall
  \${ifNot} \${isUpdated}
    IfFileExists "$APPDATA\\OnSite\\onsite.db" 0 onsiteKept
    StrCpy $0 "0"
    ClearErrors
    FileOpen $1 "$APPDATA\\OnSite\\waiting" r
    \${ifNot} \${Errors}
      FileRead $1 $0
      FileClose $1
    \${endIf}
    ${setText('en')}
    IntOp $1 $LANGUAGE & 0x3FF
${chosen.join('\n')}
    MessageBox MB_YESNO|MB_ICONQUESTION "$2" /SD IDYES IDYES onsiteKept
    RMDir /r "$APPDATA\\OnSite"
    onsiteKept:
  \${endIf}
!macroend
`;

/** Puts the script where electron-builder.yml includes it. */
export const uninstaller: Plugin = {
  name: 'uninstaller',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'uninstall.nsh', source: uninstallScript() });
  },
};
