import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

const isLinux = process.platform === 'linux';

/** Virtual desktops side by side (test/e2e/desktop.ts): many tests wait. The user's only one but on Linux. */
const DESKTOPS = isLinux ? Math.min(10, availableParallelism() + 5) : 1;
/**
 * Tests that wait for most of their time, as for rule 3 of DESIGN.md or for the reads of the next minute, or that need a desktop
 * of their own. They begin first, on some of the desktops, which the others have when they are done.
 */
const PATIENT = /@patient/;
const PATIENT_DESKTOPS = isLinux ? 2 : 1;

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  workers: DESKTOPS,
  projects: [
    { name: 'patient', grep: PATIENT, workers: PATIENT_DESKTOPS },
    { name: 'app', grepInvert: PATIENT, workers: DESKTOPS },
  ],
  fullyParallel: true,
  retries: 0,
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
});
