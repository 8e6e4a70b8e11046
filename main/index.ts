import { join } from 'node:path';
import { app, nativeTheme } from 'electron';
import { createAccount } from './account/account.ts';
import { rememberedPerson } from './account/person.ts';
import { keychainVault, SafeVault } from './account/vault.ts';
import { Front } from './app/app.ts';
import { registerHandlers } from './ipc.ts';
import { Outbox } from './outbox/outbox.ts';
import { learnPermission } from './records/permission.ts';
import { createServerClock } from './servicechannel/clock.ts';
import { registerScheme, serveScheme } from './shell/app-protocol.ts';
import { electronTransport } from './shell/electron-transport.ts';
import { useDataFolder } from './shell/folder.ts';
import { secure } from './shell/security.ts';
import { openOrExplain } from './shell/start-fault.ts';
import { backUp } from './storage/database.ts';
import { openStorage, type Storage } from './storage/storage.ts';
import { contextOf, steadyClock, system, wait } from './system.ts';
import { visitsOf } from './visit/phase.ts';
import { Visits } from './visits.ts';

useDataFolder();
registerScheme();
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

/** Builds every part and wires them: the only place that knows them all. */
function build(storage: Storage) {
  const { settings, workOrders } = storage;
  const front = new Front(() => ({ storage, clock, session, visits, outbox, mine }));
  const clock = createServerClock({
    now: system.now,
    steady: steadyClock,
    onChange: (ms) => front.notices.clock(ms),
  });
  const session = createAccount({
    vault: new SafeVault(keychainVault(), () => front.notices.say({ code: 'no-keychain' })),
    transport: electronTransport(),
    clock,
    now: system.now,
    wait,
    timeoutSeconds: () => settings.get('requestTimeoutSeconds'),
    givenSecret: (clientId) => settings.givenSecret(clientId),
    onActivities: (workOrderId, activities) => front.records.heard(workOrderId, activities),
    remembered: rememberedPerson(storage.facts, settings),
    onChange: () => {
      front.refresh();
      front.changed();
      outbox.start();
    },
  });
  const visits = new Visits(storage.visits, () => contextOf(clock, session.owner));
  const mine = () => visitsOf(visits.state, session.owner);
  const outbox = new Outbox({
    system,
    state: () => visits.state,
    record: (outcome) => {
      const { ok } = visits.do(outcome);
      if (ok) front.heed(outcome);
      if (ok)
        void learnPermission(workOrders, session.sender, visits.state, outcome).then(() => front.refresh());
      return ok;
    },
    journal: (reportId, what) => storage.visits.log(reportId, what),
    sender: () => session.sender,
    requestTimeoutMs: () => settings.get('requestTimeoutSeconds') * 1000,
    onChange: () => front.refresh(),
  });
  visits.onChange(() => {
    front.refresh();
    front.changed();
    outbox.pump();
  });
  return { front, session };
}

async function start(): Promise<void> {
  const folder = app.getPath('userData');
  const storage = openOrExplain(folder, () => openStorage(folder, process.env, system.now));
  if (!storage) return app.exit(1);
  nativeTheme.themeSource = storage.settings.get('theme');
  secure(() => storage.settings.get('linkHosts'));
  serveScheme(join(import.meta.dirname, '../renderer'));
  const { front, session } = build(storage);
  app.on('will-quit', () => {
    front.stop();
    storage.close();
  });
  registerHandlers(front.handlers());
  await front.start();
  await session.restore();
  front.refresh();
  await backUp(storage.opened.db, folder, system.now());
}
