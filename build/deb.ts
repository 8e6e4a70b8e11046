// Makes dist/onsite_VERSION_ARCHITECTURE.deb from the package under dist/, and reads back what is in it.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingFromDeb } from './deb/contents.ts';
import { setPackageModes } from './deb/modes.ts';
import { rendered } from './icons/draw.ts';
import { findPackage } from './package/find.ts';
import { root, SetupProblem } from './setup/run.mjs';
import { runThrough } from './test/run-through.ts';

const RESOURCES = join(root, 'build/deb');
const DIST = join(root, 'dist');
/** Sizes in px of the icon theme's folders. */
const ICON_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
/** Debian's names of Node's. */
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64', arm: 'armhf' };

/** Draws the app's icon in each size; its files by the folder that they belong into. */
function drawIcons(folder: string): Record<string, string> {
  const source = join(root, 'build/icons/app.svg');
  const svg = readFileSync(source, 'utf8');
  const icons: Record<string, string> = { scalable: source };
  for (const size of ICON_SIZES) {
    const file = join(folder, `${size}.png`);
    writeFileSync(file, rendered(svg, size).asPng());
    icons[`${size}x${size}`] = file;
  }
  return icons;
}

/**
 * The options of electron-installer-debian: https://github.com/electron-userland/electron-installer-debian#options
 */
const optionsOf = (icon: Record<string, string>) => ({
  name: 'onsite',
  productName: 'OnSite',
  bin: 'onsite',
  icon,
  desktopTemplate: join(RESOURCES, 'onsite.desktop.ejs'),
  categories: ['Office'],
  mimeType: ['x-scheme-handler/onsite'],
  section: 'misc',
  // Loaded at the start, and by keytar; the packer's own list for Electron lacks both.
  depends: ['libasound2t64 | libasound2', 'libsecret-1-0'],
  recommends: ['gnome-keyring'],
  scripts: { postinst: join(RESOURCES, 'postinst'), postrm: join(RESOURCES, 'postrm') },
  // Read by dpkg of Debian 12 and Ubuntu 22.04 and later; made in seconds where xz takes minutes.
  compression: 'zstd',
});

async function makeDeb(): Promise<void> {
  const arch = ARCHITECTURES[process.arch];
  if (process.platform !== 'linux' || arch === undefined)
    throw new SetupProblem('A .deb is made on Linux only.', 'the package.', 'run it on a Linux machine.');
  const { directory, resources } = findPackage();
  copyFileSync(join(RESOURCES, 'apparmor'), join(resources, 'apparmor'));
  copyFileSync(join(root, 'LICENSE'), join(directory, 'LICENSE'));
  // Read by the installed app, to know by which packer it updates itself.
  const packageType = join(resources, 'package-type');
  writeFileSync(packageType, 'deb');
  for (const old of readdirSync(DIST).filter((name) => name.endsWith('.deb'))) rmSync(join(DIST, old));

  setPackageModes(directory);

  const folder = mkdtempSync(join(tmpdir(), 'onsite-deb-'));
  const config = join(folder, 'options.json');
  writeFileSync(config, JSON.stringify(optionsOf(drawIcons(folder))));
  // The packer's own files get their modes from the umask.
  process.umask(0o022);
  const cli = join(root, 'node_modules/electron-installer-debian/src/cli.js');
  const args = ['--src', directory, '--dest', DIST, '--arch', arch, '--config', config];
  const code = await runThrough(process.execPath, [cli, ...args]);
  rmSync(folder, { recursive: true, force: true });
  rmSync(packageType);
  const made = readdirSync(DIST).find((name) => name.endsWith('.deb'));
  if (code !== 0 || made === undefined)
    throw new SetupProblem('No .deb was made.', 'the package.', 'see what it said above.');

  const list = execFileSync('dpkg-deb', ['--contents', join(DIST, made)], {
    encoding: 'utf8',
    maxBuffer: 64e6,
  });
  const missing = missingFromDeb(list);
  if (missing.length > 0) {
    throw new SetupProblem(
      `The .deb is not as it should be: ${missing.join('; ')}.`,
      'the package; do not hand out the .deb.',
      'mend build/deb.ts.',
    );
  }
  process.stdout.write(`Made dist/${made}\n`);
}

try {
  await makeDeb();
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
