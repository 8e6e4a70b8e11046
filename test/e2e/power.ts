import type { ElectronApplication } from '@playwright/test';
import { inMain } from './in-main.ts';

/** Emits an event of Electron's power monitor. */
export const power = (electron: ElectronApplication, event: string): Promise<void> =>
  inMain(
    electron,
    ({ powerMonitor }, name) => {
      Reflect.apply(powerMonitor.emit, powerMonitor, [name, { preventDefault: () => undefined }]);
    },
    event,
  );
