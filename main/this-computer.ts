import { randomUUID } from 'node:crypto';
import { accountMemory } from './account/person.ts';
import { keychainVault, SafeVault } from './account/vault.ts';
import { Core } from './core.ts';
import { offsetAt } from './local-time.ts';
import { systemBrowser } from './shell/browser.ts';
import { electronTransport } from './shell/electron-transport.ts';
import { clockMemory } from './storage/clock-memory.ts';
import type { Storage } from './storage/storage.ts';
import { steadyClock, system } from './system.ts';

/** The core on this computer: its clock and keychain, Electron's network, and what the data folder keeps. */
export function coreOn({ settings, facts, visits }: Storage) {
  const vault = new SafeVault(keychainVault(), system.after);
  const core = new Core({
    system,
    steady: steadyClock,
    clockMemory: clockMemory(facts),
    offsetAt,
    newId: randomUUID,
    store: visits,
    journal: (reportId, what) => visits.log(reportId, what),
    vault,
    transport: electronTransport('onsite'),
    tokenTransport: electronTransport('onsite-token'),
    ...accountMemory(facts, settings),
    browser: systemBrowser(settings),
    givenSecret: (clientId, loginUrl) => settings.givenSecret(clientId, loginUrl),
    timeoutSeconds: () => settings.get('requestTimeoutSeconds'),
    undoSeconds: () => settings.get('undoSeconds'),
  });
  return { vault, core };
}
