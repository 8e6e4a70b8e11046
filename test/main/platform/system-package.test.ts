import { expect, it } from 'vitest';
import { installCommand } from '../../../main/platform/system-package.ts';

const FILE = "/home/it's $(me)/updates/onsite_0.2.0_amd64.deb";

it('a packer gets the file as one argument, and no word of a shell', () => {
  for (const kind of ['deb', 'rpm'] as const)
    for (const isRoot of [true, false]) {
      const command = installCommand(kind, FILE, isRoot);
      expect(command.at(-1)).toBe(FILE);
      expect(command.join(' ')).not.toMatch(/\bsh\b|-c /);
    }
});

it('programs are named by their path: a folder of the user’s is not searched', () => {
  for (const kind of ['deb', 'rpm'] as const)
    for (const isRoot of [true, false])
      expect(installCommand(kind, FILE, isRoot)[0]).toMatch(/^\/usr\/bin\//);
});

it('a password is asked for where this user may not install', () => {
  expect(installCommand('deb', FILE, false)[0]).toBe('/usr/bin/pkexec');
  expect(installCommand('deb', FILE, true)).not.toContain('/usr/bin/pkexec');
});
