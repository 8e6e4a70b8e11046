/** What a room may import: other rooms, and packages (a listed name stands for its subpaths too). */
type Room = { rooms: readonly string[]; packages: 'any' | readonly string[] };

const pureRooms = ['main/visit', 'main/servicechannel'];
const innerRooms = [...pureRooms, 'main/outbox', 'main/storage', 'main/account', 'main/moments'];
const faceRooms = [...innerRooms, 'main/visits.ts', 'preload/contract.ts'];

/**
 * DESIGN.md's rooms, by their path. A room that ends in `.ts` is that one file. `main/visit` may use no package at all:
 * what a visit is depends on nothing but itself.
 */
export const rooms: Readonly<Record<string, Room>> = {
  'main/visit': { rooms: [], packages: [] },
  'main/servicechannel': { rooms: [], packages: 'any' },
  'main/outbox': { rooms: pureRooms, packages: 'any' },
  'main/storage': { rooms: pureRooms, packages: 'any' },
  'main/account': { rooms: pureRooms, packages: 'any' },
  'main/moments': { rooms: pureRooms, packages: 'any' },
  'main/visits.ts': { rooms: ['main/visit'], packages: [] },
  'main/shell': { rooms: faceRooms, packages: 'any' },
  'main/ipc.ts': { rooms: [...faceRooms, 'main/shell'], packages: 'any' },
  'main/index.ts': { rooms: [...faceRooms, 'main/shell', 'main/ipc.ts'], packages: 'any' },
  'preload/views.ts': { rooms: ['main/visit'], packages: [] },
  'preload/moments.ts': { rooms: ['main/visit', 'preload/views.ts'], packages: [] },
  'preload/records.ts': { rooms: ['main/visit'], packages: [] },
  'preload/snapshot.ts': {
    rooms: ['preload/views.ts', 'preload/moments.ts', 'preload/records.ts'],
    packages: [],
  },
  'preload/contract.ts': {
    rooms: [
      'main/visit',
      'preload/views.ts',
      'preload/moments.ts',
      'preload/records.ts',
      'preload/snapshot.ts',
    ],
    packages: [],
  },
  'preload/index.ts': { rooms: ['preload/contract.ts'], packages: ['electron'] },
  renderer: {
    rooms: ['main/visit', 'preload/contract.ts'],
    packages: ['preact', '@preact/signals', 'valibot'],
  },
};

/** Packages that only some places may import, wherever else packages are free. */
export const reserved: Readonly<Record<string, readonly RegExp[]>> = {
  electron: [
    /^main\/shell\//,
    /^main\/ipc\.ts$/,
    /^main\/index\.ts$/,
    /^preload\/index\.ts$/,
    /\.electron\.ts$/,
  ],
  keytar: [/^main\/account\//],
  '@photostructure/sqlite': [/^main\/storage\//],
  'electron-store': [/^main\/storage\//],
};

/** @returns the room a file is in, undefined when it is in none */
export function roomOf(path: string): string | undefined {
  return Object.keys(rooms).find((room) => path === room || path.startsWith(`${room}/`));
}
