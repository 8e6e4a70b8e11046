import { type Guard, guards } from './guard.ts';

/** The package, the data folder, the policy and the settings. */
export const FILES_GUARDS: readonly Guard[] = [
  ...guards('build/package/fuses.ts', 'build/fuses.test.ts', [
    ['fuse RunAsNode', 'Electron 19', 'RunAsNode: false,', 'RunAsNode: true,'],
    [
      'fuse EnableNodeOptionsEnvironmentVariable',
      'Electron 19',
      'EnableNodeOptionsEnvironmentVariable: false,',
      'EnableNodeOptionsEnvironmentVariable: true,',
    ],
    [
      'fuse EnableNodeCliInspectArguments',
      'Electron 19',
      'EnableNodeCliInspectArguments: false,',
      'EnableNodeCliInspectArguments: true,',
    ],
    [
      'fuse EnableEmbeddedAsarIntegrityValidation',
      'Electron 19',
      'EnableEmbeddedAsarIntegrityValidation: true,',
      'EnableEmbeddedAsarIntegrityValidation: false,',
    ],
    ['fuse OnlyLoadAppFromAsar', 'Electron 19', 'OnlyLoadAppFromAsar: true,', 'OnlyLoadAppFromAsar: false,'],
    [
      'fuse GrantFileProtocolExtraPrivileges',
      'Electron 19',
      'GrantFileProtocolExtraPrivileges: false,',
      'GrantFileProtocolExtraPrivileges: true,',
    ],
    [
      'fuse EnableCookieEncryption',
      'Electron 19',
      'EnableCookieEncryption: true,',
      'EnableCookieEncryption: false,',
    ],
    [
      'fuse LoadBrowserProcessSpecificV8Snapshot',
      'Electron 19',
      'LoadBrowserProcessSpecificV8Snapshot: false,',
      'LoadBrowserProcessSpecificV8Snapshot: true,',
    ],
    ['fuses that nobody knows', 'D 2', 'return unknownFuse(key);', 'return [];'],
  ]),
  ...guards('electron-builder.yml', 'build/fuses.test.ts', [
    ['code stays in the archive', 'D 2', 'smartUnpack: false', 'smartUnpack: true'],
  ]),
  ...guards('build/package/archive.ts', 'build/fuses.test.ts', [
    ['code outside is told', 'D 2', " && !entry.name.endsWith('.node')", ' && false'],
  ]),
  ...guards('build/package/electron.ts', 'build/fuses.test.ts', [
    ['another Electron is told', 'D 2', 'version === wanted ? null : wanted', 'null'],
  ]),
  ...guards('main/storage/own-files.ts', 'main/storage/own-files.test.ts', [
    ['the folder is its owner’s', 'D 3', 'tighten(folder, OWNER_FOLDER);', ''],
    [
      'its files are too',
      'D 3',
      'if (entry.isFile() && OURS.test(entry.name)) tighten(join(folder, entry.name), OWNER_FILE);',
      '',
    ],
  ]),
  ...guards('main/storage/database.ts', 'main/storage/absences.test.ts', [
    ['what is deleted is overwritten', 'D 3', 'PRAGMA secure_delete = ON;', 'PRAGMA secure_delete = OFF;'],
  ]),
  ...guards('main/storage/copies.ts', 'main/storage/absences.test.ts', [
    ['absences are in no copy', 'D 3', '  leaveOutAbsences(fresh);\n', ''],
  ]),
  ...guards('main/storage/absences.ts', 'main/storage/absences.test.ts', [
    [
      'absences go from files set aside',
      'D 3',
      'for (const path of oldAside(folder, now)) forgetIn(path);',
      '',
    ],
    ['also from damaged ones', 'D 3', 'if (existsSync(file)) overwriteTimes(file);', 'void file;'],
  ]),
  ...guards('main/storage/policy.ts', 'main/storage/policy.test.ts', [
    [
      'a policy’s owner',
      'D 7',
      "if (!isTrusted(stats)) throw new UnusableFile({ code: 'foreign', folder });",
      '',
    ],
    [
      'a policy that others write',
      'D 7',
      "if (stats.mode & GROUP_OR_OTHERS_WRITE) throw new UnusableFile({ code: 'writable', folder });",
      '',
    ],
    ['a policy’s folder', 'D 7', 'checkFolders(path);\n', '\n'],
    [
      'the system’s own keys',
      'D 8',
      'const [reserved] = isSystems ? [] : systemOnlyIn(parsed.output);',
      'const [reserved]: string[] = [];',
    ],
  ]),
  ...guards('main/storage/plain-file.ts', 'main/storage/policy.test.ts', [
    ['no pipe, no device', 'D 7', "if (!stats.isFile()) throw new UnusableFile({ code: 'not-a-file' });", ''],
    [
      'no file above 1 MB',
      'D 7',
      "if (bytes.length > MAX_BYTES) throw new UnusableFile({ code: 'too-large' });",
      '',
    ],
  ]),
  ...guards('main/storage/settings-schema.ts', 'main/storage/policy.test.ts', [
    ['hosts are https', 'D 7', "  v.check(isAllowedUrl, own('https')),\n", ''],
    ['a redirect stays here', 'D 4', "protocol === 'http:' && isLoopback(hostname) && ", ''],
    ['link hosts are whole names', 'D 1', ", v.regex(HOST_NAME, own('host-name'))", ''],
  ]),
  ...guards('main/storage/settings-content.ts', 'main/storage/settings.test.ts', [
    ['settings open no links', 'D 8', '.filter((key) => !isSystemOnly(key))', ''],
  ]),
  ...guards('main/platform/update-requests.ts', 'main/platform/update-loader.test.ts', [
    ['updates lie where the policy says', 'F 5', "reject(new UpdateRefused('redirected', why));", ''],
    ['a feed and a package have an end', 'F 5', 'bytes > most', 'false'],
    ['a server that stops is left', 'F 5', 'timer = setTimeout(', 'void ('],
  ]),
  ...guards('main/platform/update-offer.ts', 'main/platform/update-loader.test.ts', [
    ['a package lies beside its feed', 'F 5', 'v.regex(NAME)', 'v.maxLength(200)'],
    ['a package has a size', 'F 5', 'v.maxValue(PACKAGE_BYTES)', 'v.minValue(1)'],
  ]),
  ...guards('main/platform/update-loader.ts', 'main/platform/update-loader.test.ts', [
    ['no older version', 'F 5', 'currentVersion.compare(offered) > 0', 'false'],
    [
      'the publisher vouches for each package',
      'F 5',
      '!files.every((file) => vouches(version, file))',
      'false',
    ],
    ['what is installed is what was checked', 'F 5', '!(await this.#isAsOffered(file, offer))', 'false'],
    [
      'a computer is not told from others',
      'F 5',
      "updater.requestHeaders = { 'x-user-staging-id': '-' };",
      '',
    ],
    ['a version is not tried for ever', 'F 5', 'this.#tried() === version', 'false'],
    ['a line of the log has an end', 'F 5', '.slice(0, LINE)', ''],
  ]),
  ...guards('main/platform/update-publisher.ts', 'main/platform/update-publisher.test.ts', [
    ['no update without a key', 'F 5', 'key !== null && isSignedBy(', 'key === null || isSignedBy('],
    ['no update without a publisher', 'F 5', 'return () => isNamed;', 'return () => true;'],
  ]),
  ...guards('main/platform/update-signature.ts', 'main/platform/update-publisher.test.ts', [
    ['a signature is of one version', 'F 5', "['OnSite', version, url", "['OnSite', url"],
  ]),
  ...guards('main/platform/system-package.ts', 'main/platform/system-package.test.ts', [
    ['a packer by its path', 'F 5', "'/usr/bin/apt-get'", "'apt-get'"],
  ]),
  ...guards('main/app/updates.ts', 'main/app/updates.test.ts', [
    ['no update on site', 'F 5', '!visits.some(isOpen) && ', ''],
    ['no update while reports wait', 'F 5', 'waitingCount(visits) === 0 && ', ''],
    ['no update while an answer is awaited', 'F 5', ' && unanswered(visits).length === 0', ''],
    [
      'no new start on site',
      'F 5',
      'if (this.#mayGoOn()) this.#parts.updater.restart();',
      'this.#parts.updater.restart();',
    ],
    ['what failed waits for a person', 'F 5', '!state.again && ', ''],
  ]),
];
