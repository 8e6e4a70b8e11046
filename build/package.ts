// Makes an installable directory under dist/ from the compiled app and the Electron in place, offline, and checks it.
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { missingFromArchive, unpackedCode } from './package/archive.ts';
import { otherElectron } from './package/electron.ts';
import { findPackage, type Package } from './package/find.ts';
import { readFuses, wrongFuses } from './package/fuses.ts';
import { electronInUse } from './setup/electron.ts';
import { fallbackVersion } from './setup/fallback-electron.ts';
import { root, SetupProblem } from './setup/run.mjs';
import { runThrough } from './test/run-through.ts';

async function faultsOf({ binary, resources }: Package): Promise<string[]> {
  const faults = wrongFuses(await readFuses(binary));
  const archive = join(resources, 'app.asar');
  if (existsSync(archive)) {
    const missing = missingFromArchive(listPackage(archive, { isPack: false }), root);
    faults.push(...missing.map((file) => `${file} is not in app.asar`));
  } else faults.push('app.asar is missing');
  faults.push(...unpackedCode(`${archive}.unpacked`).map((file) => `${file} lies outside of app.asar`));
  if (existsSync(join(resources, 'default_app.asar'))) faults.push("Electron's default_app.asar was packed");
  return faults;
}

/** @throws SetupProblem when another Electron than package.json's would be packed as if it were that one */
function isTestBuild(version: string): boolean {
  const wanted = otherElectron(version, root);
  if (wanted === null) return false;
  if (process.argv.includes('--test-build') || version === fallbackVersion) return true;
  throw new SetupProblem(
    `Electron ${version} is in place, not ${wanted} as package.json says.`,
    'the compiled app.',
    'run `npm run setup` with a network; or name it a test build: `npm run package -- --test-build`.',
  );
}

async function makePackage(): Promise<void> {
  const { directory, version } = electronInUse();
  const isTest = isTestBuild(version);
  const options = [
    `-c.electronDist=${realpathSync(directory)}`,
    `-c.electronVersion=${version}`,
    '--publish=never',
  ];
  const cli = join(root, 'node_modules/electron-builder/cli.js');
  const code = await runThrough(process.execPath, [cli, '--dir', ...options]);
  if (code !== 0)
    throw new SetupProblem('electron-builder failed.', 'the compiled app.', 'see what it said above.');
  const made = findPackage();
  const faults = await faultsOf(made);
  if (faults.length > 0) {
    throw new SetupProblem(
      `The package is not as it should be: ${faults.join('; ')}.`,
      'the compiled app; do not hand out what lies in dist/.',
      'mend electron-builder.yml, or what it leaves out of out/.',
    );
  }
  process.stdout.write(`Packaged with Electron ${version}, fuses checked: ${made.binary}\n`);
  if (isTest)
    process.stdout.write(`A TEST BUILD, not to be handed out: Electron ${version} is not package.json's.\n`);
}

try {
  await makePackage();
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
