/** The files that a .deb of ours must hold, by mode and path; a mode of null is any. */
const EXPECTED: readonly (readonly [mode: string | null, path: string])[] = [
  ['-rwxr-xr-x', './usr/lib/onsite/onsite'],
  // Chromium's helper for systems without user namespaces makes its sandbox as root.
  ['-rwsr-xr-x', './usr/lib/onsite/chrome-sandbox'],
  ['-rw-r--r--', './usr/lib/onsite/resources/app.asar'],
  ['-rw-r--r--', './usr/lib/onsite/resources/apparmor'],
  ['-rw-r--r--', './usr/lib/onsite/resources/package-type'],
  ['-rw-r--r--', './usr/share/applications/onsite.desktop'],
  ['-rw-r--r--', './usr/share/icons/hicolor/48x48/apps/onsite.png'],
  ['-rw-r--r--', './usr/share/icons/hicolor/scalable/apps/onsite.svg'],
  ['-rw-r--r--', './usr/share/doc/onsite/copyright'],
  [null, './usr/bin/onsite'],
];

/**
 * @param listing what `dpkg-deb --contents` prints
 * @returns what is missing in it or has another mode or owner, in words; empty when all is well
 */
export function missingFromDeb(listing: string): string[] {
  const found = new Map<string, { mode: string; owner: string }>();
  for (const line of listing.split('\n')) {
    const parts = /^(\S{10}) (\S+)\s+\d+ \S+ \S+ (\S+)/.exec(line);
    if (parts) found.set(parts[3] ?? '', { mode: parts[1] ?? '', owner: parts[2] ?? '' });
  }
  const faults: string[] = [];
  for (const [mode, path] of EXPECTED) {
    const entry = found.get(path);
    if (entry === undefined) faults.push(`${path} is missing`);
    else if (mode !== null && entry.mode !== mode)
      faults.push(`${path} has the mode ${entry.mode}, not ${mode}`);
  }
  for (const [path, { mode, owner }] of found) {
    if (owner !== 'root/root') faults.push(`${path} belongs to ${owner}`);
    // Links are shown as writable by all; what they point to counts.
    if (!mode.startsWith('l') && (mode[5] === 'w' || mode[8] === 'w'))
      faults.push(`${path} has the mode ${mode}: others than its owner may write it`);
  }
  return faults;
}
