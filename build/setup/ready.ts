// The part of set-up that needs the packages: runs on the project's own Node once those are there.
import { compile } from './compile.ts';
import { ensureElectron } from './electron.ts';
import { SetupProblem, say } from './run.mjs';

try {
  say(`using ${await ensureElectron(process.argv.includes('--download-electron'))}`);
  await compile();
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error;
  process.stderr.write(`set-up failed: ${error.message}\n`);
  process.exitCode = 1;
}
