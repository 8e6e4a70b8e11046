// All set-up, on nothing but Node ≥ 20 and npm: system libraries, packages, Electron, the compiled app.
// A part that is there already costs milliseconds. `--download-electron` tries Electron's own download again.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureLibraries } from './setup/libraries.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { projectNode, root, SetupProblem } from './setup/run.mjs';

try {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) {
    throw new SetupProblem(
      `This is Node ${process.versions.node}.`,
      'everything.',
      'install Node 20 or newer.',
    );
  }
  await ensureLibraries();
  await ensurePackages();
  const ready = [join(root, 'build/setup/ready.ts'), ...process.argv.slice(2)];
  process.exitCode = spawnSync(projectNode, ready, { cwd: root, stdio: 'inherit' }).status ?? 1;
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error;
  process.stderr.write(`set-up failed: ${error.message}\n`);
  process.exitCode = 1;
}
