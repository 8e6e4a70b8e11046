import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param version the Electron that would be packed
 * @param project the project's root
 * @returns the version that package.json names, where it is another one
 */
export function otherElectron(version: string, project: string): string | null {
  const { devDependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  const wanted = String(devDependencies?.electron);
  return version === wanted ? null : wanted;
}
