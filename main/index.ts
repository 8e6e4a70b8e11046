import { join } from 'node:path';
import { app, nativeTheme } from 'electron';
import { createAccount } from './account/account.ts';
import { rememberedPerson } from './account/person.ts';
import { keychainVault, SafeVault } from './account/vault.ts';
import { registerHandlers } from './ipc.ts';
import { Outbox } from './outbox/outbox.ts';
import { createServerClock } from './servicechannel/clock.ts';
import { accountHandlers } from './shell/account-commands.ts';
import { appHandlers } from './shell/app-commands.ts';
import { contextOf, seams, wait } from './shell/clocks.ts';
import { faceOf } from './shell/face.ts';
import { useDataFolder } from './shell/folder.ts';
import { Intents } from './shell/intents.ts';
import { onLink } from './shell/links.ts';
import { Notices, sayWhatStartFound } from './shell/notices.ts';
import { onNetworkReturn } from './shell/online.ts';
import { learnPermission } from './shell/permission.ts';
import { Presenter } from './shell/presenter.ts';
import { readingHandlers } from './shell/reading-commands.ts';
import { registerScheme, serveScheme } from './shell/scheme.ts';
import { secure } from './shell/security.ts';
import { Shell } from './shell/shell.ts';
import { snapshotOf } from './shell/snapshot-of-app.ts';
import { openOrExplain } from './shell/start-fault.ts';
import { electronTransport } from './shell/transport.ts';
import { startBar, visitHandlers } from './shell/visit-commands.ts';
import { broadcast } from './shell/windows.ts';
import { backUp } from './storage/database.ts';
import { Facts } from './storage/facts.ts';
import { readPolicy, systemPolicyPath } from './storage/policy.ts';
import { SettingsStore } from './storage/settings.ts';
import { VisitsStore } from './storage/visits-store.ts';
import { WorkOrders } from './storage/work-orders.ts';
import type { Act, Remedy } from './visit/commands.ts';
import { visitsOf } from './visit/phase.ts';
import { Visits } from './visits.ts';

useDataFolder();
registerScheme();
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

/** Builds every part and wires them: the only place that knows them all. */
async function start(): Promise<void> {
  const folder = app.getPath('userData');
  const policy = readPolicy(
    systemPolicyPath(process.platform, process.env.PROGRAMDATA),
    process.env.ONSITE_POLICY,
  );
  const settings = new SettingsStore(folder, policy);
  const opened = openOrExplain(folder);
  if (!opened) return app.exit(1);
  nativeTheme.themeSource = settings.get('theme');
  secure(() => settings.get('linkHosts'));
  serveScheme(join(import.meta.dirname, '../renderer'));

  const refresh = () => presenter.refresh();
  const notices = new Notices(refresh);
  const intents = new Intents(refresh);
  const clock = createServerClock({
    now: seams.now,
    onChange: (differenceMs) => notices.clock(differenceMs),
  });
  const facts = new Facts(opened.db);
  const store = new VisitsStore(opened.db, seams.now);
  const workOrders = new WorkOrders(opened.db, facts, seams.now);
  const session = createAccount({
    vault: new SafeVault(keychainVault(), () => notices.say({ code: 'no-keychain' })),
    transport: electronTransport(),
    clock,
    now: seams.now,
    wait,
    timeoutSeconds: () => settings.get('requestTimeoutSeconds'),
    givenSecret: (clientId) => settings.givenSecret(clientId),
    remembered: rememberedPerson(facts, settings),
    onChange: () => {
      refresh();
      outbox.start();
    },
  });
  const visits = new Visits(store, () => contextOf(clock, session.person));
  const mine = () =>
    session.person ? visitsOf(visits.state, session.person.userId, session.person.apiUrl) : [];
  const outbox = new Outbox({
    seams,
    state: () => visits.state,
    record: (outcome) => {
      const { ok } = visits.do(outcome);
      if (ok) void learnPermission(workOrders, session.sender, visits.state, outcome).then(refresh);
      return ok;
    },
    journal: (reportId, what) => store.log(reportId, what),
    sender: () => session.sender,
    requestTimeoutMs: () => settings.get('requestTimeoutSeconds') * 1000,
    onChange: refresh,
  });
  const snapshot = () =>
    snapshotOf({
      session,
      settings,
      notices,
      intents,
      visits: {
        visits: mine(),
        known: (id) => (session.person ? workOrders.known(session.person.apiUrl, id) : null),
        offlineSince: outbox.offlineSince,
      },
      clockDifference: clock.difference(),
    });
  const perform = (command: Act | Remedy) => visits.do(command);
  const shell = new Shell(faceOf(null, false, 0), {
    pause: (visitId) => perform({ type: 'pause', visitId }),
    resume: (visitId) => perform({ type: 'resume', visitId }),
    askCheckOut: () => intents.askCheckOut(),
    onOpen: () => outbox.kick(),
  });
  const presenter = new Presenter({
    snapshot,
    now: clock.now,
    showWindows: broadcast,
    showTray: (face) => shell.showFace(face),
  });
  visits.onChange(() => {
    refresh();
    outbox.pump();
  });
  registerHandlers({
    ...appHandlers(shell, notices, snapshot),
    ...accountHandlers(settings, session),
    ...visitHandlers({ perform, bar: () => startBar(policy, session) }),
    ...readingHandlers({
      workOrders,
      sender: () => session.sender,
      visits: mine,
      tries: (id) => store.tries(id),
      onNews: refresh,
    }),
  });
  onLink((workOrder) => {
    intents.fillIn(workOrder);
    void shell.open();
  });
  onNetworkReturn(
    () => outbox.offlineSince !== null,
    () => outbox.kick(),
  );
  sayWhatStartFound(notices, settings, opened);
  await shell.start();
  await session.restore();
  refresh();
  await backUp(opened.db, folder, seams.now());
}
