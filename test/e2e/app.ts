import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { type RunningSandbox, startSandbox } from '../sandbox/server.ts';
import { type Desktop, type DesktopOptions, desktopAtNoon } from './desktop.ts';
import { type LaunchOptions, launch, type RunningApp } from './drive.ts';
import { inMain } from './in-main.ts';
import { KeptApp } from './kept-app.ts';
import { givePolicy } from './policy.ts';

interface OnDesktop {
  readonly sandbox: RunningSandbox;
}

interface WorkerOnDesktop {
  /** `test.use({ desktopOptions: { panel: 'bottom' } })`: another screen or panel than the usual one. */
  readonly desktopOptions: DesktopOptions;
  /** A virtual desktop of this worker's own: one tray, one focus, one keychain. The user's own but on Linux. */
  readonly desktop: Desktop | null;
}

const onDesktop = base.extend<OnDesktop, WorkerOnDesktop>({
  desktopOptions: [{}, { scope: 'worker', option: true }],
  desktop: [
    async ({ desktopOptions }, use) => {
      const desktop = await desktopAtNoon(desktopOptions);
      await use(desktop);
      await desktop?.close();
    },
    { scope: 'worker', auto: true },
  ],
  sandbox: async ({}, use) => {
    const sandbox = await startSandbox({ config: { tokenIntervalSeconds: 0 } });
    await use(sandbox);
    await sandbox.close();
  },
});

interface Own {
  /** A data folder of this test's own, for an app of its own. */
  readonly folder: string;
  readonly policy: string;
  /** Starts the app on the sandbox; whatever still runs at the end is closed. */
  readonly start: (options?: Partial<LaunchOptions>) => Promise<RunningApp>;
}

/** Of the start, data folder or policy of an app; else `keptTest` is quicker. */
export const test = onDesktop.extend<Own>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'onsite-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  policy: async ({ folder, sandbox }, use) => {
    await use(givePolicy(folder, sandbox));
  },
  start: async ({ folder, policy }, use) => {
    const running: RunningApp[] = [];
    await use(async (options = {}) => {
      const app = await launch({ folder, policy, ...options });
      running.push(app);
      return app;
    });
    for (const app of running) await app.close().catch(() => undefined);
  },
});

interface OnKeptApp {
  /** The worker's app, signed out, on the sandbox. */
  readonly app: RunningApp;
  /** Its data folder. */
  readonly folder: string;
}

interface WorkerOfKeptApp {
  readonly keptApp: KeptApp;
}

/**
 * Of an app that is used as it is, and that the next tests use after this one. Playwright gives them workers of their own,
 * which begin before those of `test`: where both took turns, every other app would have to end for a start.
 */
export const keptTest = onDesktop.extend<OnKeptApp, WorkerOfKeptApp>({
  keptApp: [
    async ({ desktop: _ }, use) => {
      const kept = new KeptApp();
      await use(kept);
      await kept.close();
    },
    { scope: 'worker' },
  ],
  app: async ({ keptApp, sandbox }, use, testInfo) => {
    await use(await keptApp.take(sandbox));
    await keptApp.giveBack(sandbox, testInfo.status !== testInfo.expectedStatus);
  },
  folder: async ({ app }, use) => {
    await use(await inMain(app.electron, ({ app: program }) => program.getPath('userData')));
  },
});

export { expect } from '@playwright/test';
