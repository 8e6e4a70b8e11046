import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run, SetupProblem, say, tail } from './run.mjs';

/**
 * The libraries that Electron loads, and those that keytar is compiled with. Newer Debian and Ubuntu know some under
 * a second name.
 */
const toRun = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libsecret-1-0'],
  ['libsecret-1-dev'],
  ['pkg-config', 'pkgconf'],
  ['g++'],
  ['make'],
  ['python3'],
];

/** The desktop that tests and a start without a display run in: see build/desktop.sh. */
const desktop = [
  'xvfb xauth dbus dbus-x11 gnome-keyring libsecret-tools libglib2.0-bin',
  'openbox xfce4-panel dunst xdotool x11-utils imagemagick libnss3-tools',
]
  .flatMap((names) => names.split(' '))
  .map((name) => [name]);

/** The commands for the same libraries elsewhere, by the package manager that is there. */
const elsewhere = [
  [
    '/usr/bin/dnf',
    'sudo dnf install -y gtk3 nss alsa-lib mesa-libgbm libsecret-devel gcc-c++ make python3 pkgconf ' +
      'xorg-x11-server-Xvfb xorg-x11-xauth dbus-x11 dbus-daemon gnome-keyring libsecret glib2 openbox xfce4-panel dunst xdotool xorg-x11-utils ImageMagick nss-tools',
  ],
  [
    '/usr/bin/pacman',
    'sudo pacman -S --needed gtk3 nss alsa-lib mesa libsecret base-devel python ' +
      'xorg-server-xvfb xorg-xauth dbus gnome-keyring glib2 openbox xfce4-panel dunst xdotool xorg-xprop imagemagick',
  ],
  [
    '/usr/bin/zypper',
    'sudo zypper install -y gtk3 mozilla-nss libasound2 libgbm1 libsecret-devel gcc-c++ make python3 pkg-config ' +
      'xorg-x11-server-Xvfb xauth dbus-1-x11 gnome-keyring libsecret-tools glib2-tools openbox xfce4-panel dunst xdotool xprop ImageMagick mozilla-nss-tools',
  ],
];

/**
 * Installs the system libraries that are missing on Debian and Ubuntu when root, else prints the one command that does.
 *
 * @throws {SetupProblem} when they cannot be installed
 */
export async function ensureLibraries() {
  if (process.platform !== 'linux') return;
  if (!existsSync('/usr/bin/dpkg-query')) return sayElsewhere();
  const installed = installedPackages();
  const missing = [...toRun, ...desktop].filter((names) => !names.some((name) => installed.has(name)));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    say(
      `system libraries are missing; this installs them:\n  sudo apt-get update && sudo apt-get install -y ${missing.map(first).join(' ')}`,
    );
    return;
  }
  await install(missing);
}

/** @param {string[][]} missing */
async function install(missing) {
  say(`installing system libraries (once): ${missing.map(first).join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=300', '-q'];
  const updated = await run('apt-get update', 'apt-get', [...wait, 'update'], { env });
  const names = missing.map(knownName);
  const result = await run('apt-get install', 'apt-get', [...wait, 'install', '-y', ...names], { env });
  if (result.code === 0) return;
  throw new SetupProblem(
    `The system libraries could not be installed:\n${tail(updated.output + result.output)}`,
    'what apt-get had installed before it failed.',
    `mend what it says, then run it again; or install them yourself:\n  apt-get update && apt-get install -y ${names.join(' ')}`,
  );
}

/** @returns {Set<string>} names of installed packages, with those they provide */
function installedPackages() {
  const format = `\${db:Status-Status}\t\${Package}\t\${Provides}\n`;
  const list = execFileSync('dpkg-query', ['-W', '-f', format], { encoding: 'utf8', maxBuffer: 64e6 });
  const rows = list.split('\n').map((line) => line.split('\t'));
  const names = rows
    .filter(([status]) => status === 'installed')
    .flatMap(([, name, provides = '']) => [name, ...provides.split(', ').map((item) => item.split(' ')[0])]);
  return new Set(names.filter((name) => name !== undefined));
}

/** @param {string[]} names @returns {string} the last of a package's names that apt has something to install for */
function knownName(names) {
  if (names.length === 1) return first(names);
  const policy = execFileSync('apt-cache', ['policy', ...names], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const installable = policy.split(/^(?=\S)/m).filter((part) => /Candidate: (?!\(none\))/.test(part));
  return installable.at(-1)?.split(':')[0] ?? first(names);
}

function sayElsewhere() {
  if (existsSync('/usr/bin/xfce4-panel') && existsSync('/usr/bin/openbox') && existsSync('/usr/bin/Xvfb'))
    return;
  const [, command] = elsewhere.find(([manager = '']) => existsSync(manager)) ?? [];
  say(
    command === undefined
      ? 'unless they are there, install what Electron needs (GTK 3, NSS, ALSA, GBM, libsecret with headers, a C++ compiler) and for tests Xvfb, D-Bus, gnome-keyring, openbox, xfce4-panel, dunst, xdotool.'
      : `unless they are there, this installs the system libraries:\n  ${command}`,
  );
}

/** @param {string[]} names */
function first(names) {
  return names[0] ?? '';
}
