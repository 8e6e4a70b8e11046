import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

/** Virtual desktops side by side (test/e2e/desktop.ts): many tests wait. The user's only one but on Linux. */
const DESKTOPS = process.platform === 'linux' ? Math.min(8, availableParallelism() + 1) : 1;
/**
 * Tests that wait for most of their time, as for rule 3 of DESIGN.md or for the reads of the next minute, hold up no
 * desktop of the others, and begin first.
 */
const PATIENT = /@patient/;
/** Desktops for them. */
const PATIENT_DESKTOPS = process.platform === 'linux' ? 2 : 1;

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  workers: process.platform === 'linux' ? DESKTOPS + PATIENT_DESKTOPS : 1,
  projects: [
    { name: 'patient', grep: PATIENT, workers: PATIENT_DESKTOPS },
    { name: 'app', grepInvert: PATIENT, workers: DESKTOPS },
  ],
  fullyParallel: true,
  retries: 0,
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
});
