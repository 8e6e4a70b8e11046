// Everything that comes from others: each package of the lockfile is vouched for, none runs an install script that was
// not decided about, none has a known grave fault where that can be asked; and a bill of materials in dist/.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root } from './setup/run.mjs';
import { auditOf } from './supply/audit.ts';
import { lockFaults } from './supply/lock.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const read = (name: string) => readFileSync(join(root, name), 'utf8');

async function auditFaults(): Promise<string[]> {
  const { output } = await npm('npm audit', ['audit', '--json', '--package-lock-only']);
  const audit = auditOf(output);
  if (audit.kind === 'unreachable') {
    say('npm audit: nobody could be asked from here; run this where the registry answers it.');
    return [];
  }
  say(`npm audit: ${audit.total} known, ${audit.grave} of them high or critical.`);
  return audit.grave > 0 ? [`${audit.grave} known faults are high or critical: npm audit lists them`] : [];
}

/** Writes the bill of materials: what a package of OnSite is made of, and by what. */
async function materialsFaults(): Promise<string[]> {
  const args = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];
  const { code, output } = await npm('npm sbom', args);
  if (code !== 0) return [`npm sbom failed: ${output.trim()}`];
  const path = join(root, 'dist', 'onsite.cdx.json');
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(path, output.slice(output.indexOf('{')));
  say(`bill of materials: ${path}`);
  return [];
}

const faults = [
  ...lockFaults(read('package-lock.json'), read('package.json')),
  ...(await auditFaults()),
  ...(await materialsFaults()),
];
for (const fault of faults) process.stderr.write(`${fault}\n`);
say(`supply chain: ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
