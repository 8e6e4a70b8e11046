import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/** Proofs in virtual time: how much of the processor they get changes nothing but when they end. */
const proofs = ['test/faults/*.test.ts', 'test/fleet/*.test.ts'];
/** Each needs modules of its own: with something in Electron's place, as a window that opens has them, or in another zone. */
const apart = [
  ...['test/main/ipc.test.ts', 'test/main/shell/*.test.ts', 'test/preload/*.test.ts'],
  'test/renderer/**/*.test.ts',
  'test/main/platform/update-built.test.ts',
  ...['test/words/times.test.ts', 'test/main/visit/week.test.ts', 'test/main/records/elsewhere.test.ts'],
];

export default defineConfig({
  test: {
    // A test hangs, or it ends: how fast it is depends on what else the machine does.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    // vitest leaves one core to itself, which is half of two.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...proofs, ...apart],
          // Starting a process and loading the same modules for each file took half of the time.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: apart, setupFiles: ['test/renderer/english.ts'] } },
      {
        extends: true,
        test: { name: 'proof', include: proofs, isolate: false, testTimeout: 1_800_000 },
      },
      {
        extends: true,
        // The record on Node's own SQLite, see main/storage/sqlite.ts.
        resolve: { alias: { '@photostructure/sqlite': 'node:sqlite' } },
        test: { name: 'node-sqlite', include: ['test/main/storage/**/*.test.ts'], isolate: false },
      },
    ],
  },
});
