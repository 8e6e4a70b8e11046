import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

/** Virtual desktops side by side (test/e2e/desktop.ts): many tests wait. The user's only one but on Linux. */
const DESKTOPS = process.platform === 'linux' ? Math.min(8, availableParallelism() + 1) : 1;
/** Tests that wait for a minute and more, as rule 3 of DESIGN.md does, hold up no desktop of the others. */
const PATIENT = /@patient/;

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  workers: process.platform === 'linux' ? DESKTOPS + 1 : 1,
  projects: [
    { name: 'patient', grep: PATIENT, workers: 1 },
    { name: 'app', grepInvert: PATIENT, workers: DESKTOPS },
  ],
  fullyParallel: true,
  retries: 0,
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
});
