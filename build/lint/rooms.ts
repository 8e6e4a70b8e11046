/** The imports that a room may have: other rooms, and packages (a listed name stands for its subpaths too). */
type Room = { rooms: readonly string[]; packages: 'any' | readonly string[] };

const any = (...rooms: readonly string[]): Room => ({ rooms, packages: 'any' });
const bare = (...rooms: readonly string[]): Room => ({ rooms, packages: [] });

/** Small files that everything above visit/ may use. */
const faults = 'main/storage/faults.ts';
const leaves = ['main/listeners.ts', 'main/local-time.ts', faults];
const lowest = ['main/visit', 'main/servicechannel'];
const inner = [...lowest, ...leaves, 'main/outbox', 'main/storage', 'main/account', 'main/moments'];
const contract = ['preload/contract.ts', 'words', 'words/language.ts'];
const upToRecords = [...inner, 'main/visits.ts', 'main/core.ts', 'main/records'];
const views = [
  'views',
  'moments',
  'notices',
  'records',
  'problems',
  'proof',
  'settings',
  'snapshot',
  'timesheet',
  'crew',
  'delivery',
  'users',
  'updates',
].map((name) => `preload/${name}.ts`);

/**
 * DESIGN.md's rooms, by their path, each with the rooms that it may import. A room that ends in `.ts` is that one file;
 * it stands before the folder that it lies in. `main/visit` may use no package at all: what a visit is depends on
 * nothing but itself.
 */
export const rooms: Readonly<Record<string, Room>> = {
  'main/visit': bare(),
  'main/listeners.ts': bare(),
  'main/local-time.ts': bare(),
  [faults]: bare(),
  'main/servicechannel': any('main/listeners.ts'),
  'main/outbox': any(...lowest, ...leaves),
  'main/storage': any(...lowest, ...leaves),
  'main/account': any(...lowest, ...leaves),
  'main/moments': any(...lowest, ...leaves),
  'main/visits.ts': bare('main/visit', 'main/listeners.ts'),
  'main/core.ts': any(...lowest, ...leaves, 'main/outbox', 'main/account', 'main/visits.ts'),
  'main/system.ts': any('main/servicechannel'),
  'main/log.ts': any('main/visit', 'main/core.ts'),
  'main/records': any(...inner, 'main/visits.ts', 'main/core.ts', 'preload/contract.ts'),
  'main/views': any(...upToRecords, ...contract),
  'main/app/ports.ts': any(...inner, 'main/views', 'preload/contract.ts'),
  'main/app': any(...upToRecords, ...contract, 'main/views', 'main/app/ports.ts'),
  'main/status-socket.ts': any(),
  'main/platform': any(
    ...['main/visit', 'main/listeners.ts', 'main/storage', 'main/moments', 'preload/contract.ts'],
    ...['main/views', 'main/app/ports.ts', 'main/status-socket.ts', 'words'],
  ),
  'main/shell': any(
    ...[...inner, ...contract, 'main/views', 'main/app/ports.ts', 'main/status-socket.ts', 'main/platform'],
  ),
  'main/ipc.ts': any(
    'main/app',
    'main/app/ports.ts',
    'main/platform',
    'main/shell',
    'preload/command-errors.ts',
    'preload/commands.ts',
  ),
  'main/this-computer.ts': any(...upToRecords, 'main/shell', 'main/system.ts'),
  'main/index.ts': any(
    ...['main/listeners.ts', 'main/log.ts', 'main/platform', 'main/shell', 'main/storage', 'main/start.ts'],
  ),
  'main/start.ts': any(
    ...upToRecords,
    ...[
      'main/views',
      'main/app',
      'main/app/ports.ts',
      'main/platform',
      'main/shell',
      'main/system.ts',
      'main/log.ts',
      'main/status-socket.ts',
      'main/ipc.ts',
      'main/this-computer.ts',
    ],
  ),
  'preload/views.ts': bare('main/visit'),
  'preload/notices.ts': bare('main/visit', faults),
  'preload/moments.ts': bare('main/visit', 'preload/views.ts'),
  'preload/records.ts': bare('main/visit', faults),
  'preload/settings.ts': bare(),
  'preload/timesheet.ts': bare('main/visit'),
  'preload/users.ts': bare(),
  'preload/updates.ts': bare(),
  'preload/crew.ts': bare('main/visit'),
  'preload/delivery.ts': bare('main/visit', 'preload/views.ts'),
  'preload/problems.ts': bare('main/visit', 'preload/views.ts'),
  'preload/proof.ts': bare('preload/delivery.ts', 'preload/timesheet.ts'),
  'preload/snapshot.ts': bare('words/language.ts', ...views),
  'preload/command-errors.ts': bare('main/visit', ...views),
  'preload/commands.ts': { rooms: ['preload/commands'], packages: ['valibot'] },
  'preload/commands': { rooms: ['main/visit', 'preload/command-errors.ts', ...views], packages: ['valibot'] },
  'preload/contract.ts': bare('main/visit', 'preload/command-errors.ts', 'preload/commands.ts', ...views),
  'preload/index.ts': { rooms: ['preload/contract.ts'], packages: ['electron'] },
  'words/language.ts': bare(),
  words: bare('main/visit', faults, 'preload/contract.ts', 'words/language.ts'),
  renderer: {
    rooms: ['main/visit', ...contract],
    packages: ['preact', '@preact/signals', 'valibot'],
  },
};

/** Packages that only some places may import, wherever else packages are free. */
export const reserved: Readonly<Record<string, readonly RegExp[]>> = {
  electron: [/^main\/shell\//, /^main\/ipc\.ts$/, /^main\/(index|start)\.ts$/, /^preload\/index\.ts$/],
  keytar: [/^main\/account\//],
  '@photostructure/sqlite': [/^main\/storage\/sqlite\.ts$/],
  'electron-store': [/^main\/storage\//],
  'electron-log': [/^main\/log\.ts$/],
};

/** @returns the room a file is in, undefined when it is in none */
export function roomOf(path: string): string | undefined {
  return Object.keys(rooms).find((room) => path === room || path.startsWith(`${room}/`));
}
