// Makes an installable directory under dist/ from the compiled app and the Electron in place, offline, and checks it.
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { missingFromArchive } from './package/archive.ts';
import { findPackage, type Package } from './package/find.ts';
import { electronInUse } from './setup/electron.ts';
import { root, SetupProblem } from './setup/run.mjs';
import { runThrough } from './test/run-through.ts';

/** The fuses that every package must have, whatever electron-builder.yml says; read back from the binary. */
const expectedFuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
} as const;

/** A fuse is a character in the binary: `1` for on, `0` for off. */
async function wrongFuses(binary: string): Promise<string[]> {
  const wire = new Map(Object.entries(await getCurrentFuseWire(binary)));
  const faults: string[] = [];
  for (const [name, on] of Object.entries(expectedFuses)) {
    const index = Object.entries(FuseV1Options).find(([key]) => key === name)?.[1];
    const state = wire.get(String(index));
    if (state !== (on ? '1' : '0').charCodeAt(0)) faults.push(`the fuse ${name} is not ${on ? 'on' : 'off'}`);
  }
  return faults;
}

async function faultsOf({ binary, resources }: Package): Promise<string[]> {
  const faults = await wrongFuses(binary);
  const archive = join(resources, 'app.asar');
  if (existsSync(archive)) {
    const missing = missingFromArchive(listPackage(archive, { isPack: false }), root);
    faults.push(...missing.map((file) => `${file} is not in app.asar`));
  } else faults.push('app.asar is missing');
  if (existsSync(join(resources, 'default_app.asar'))) faults.push("Electron's default_app.asar was packed");
  return faults;
}

async function makePackage(): Promise<void> {
  const { directory, version } = electronInUse();
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
}

try {
  await makePackage();
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
