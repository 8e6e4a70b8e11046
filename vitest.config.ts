import { defineConfig } from 'vitest/config';

export default defineConfig({
  // A test hangs, or it ends: how fast it is depends on what else the machine does.
  test: { include: ['test/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
});
