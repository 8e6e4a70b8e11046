import { expect, onTestFinished, vi } from 'vitest';
import { accountMemory } from '../../../main/account/person.ts';
import { App } from '../../../main/app/app.ts';
import { updatesOf } from '../../../main/app/updates.ts';
import { Core } from '../../../main/core.ts';
import { offsetAt } from '../../../main/local-time.ts';
import { Records } from '../../../main/records/records.ts';
import type { Transport } from '../../../main/servicechannel/client.ts';
import type { System } from '../../../main/servicechannel/system.ts';
import type { Settings } from '../../../main/storage/settings-schema.ts';
import { openStorage } from '../../../main/storage/storage.ts';
import type { CommandName, Request, Response, Snapshot } from '../../../preload/contract.ts';
import { DEMO_CLIENT, DEMO_USER } from '../../sandbox/data-users.ts';
import { policyFor, writePolicy } from '../../sandbox/policy.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { dataFolder } from '../storage/support.ts';
import { FakeDesktop } from './desktop.ts';
import { WINDOW } from './support.ts';

export const MAIN_STREET = 107_002_896;

/** Time that a test sets; timers come when the test says so. */
class Timers implements System {
  #now: number;
  #next = 0;
  readonly #due = new Map<number, { readonly at: number; readonly run: () => void }>();

  constructor(now: number) {
    this.#now = now;
  }
  now = () => this.#now;
  random = () => 0.5;
  after = (ms: number, run: () => void) => {
    const id = this.#next++;
    this.#due.set(id, { at: this.#now + ms, run });
    return () => this.#due.delete(id);
  };
  /** Moves on; every timer that comes due runs at its instant. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const [id, next] = [...this.#due].toSorted((a, b) => a[1].at - b[1].at)[0] ?? [];
      if (id === undefined || !next || next.at > end) break;
      this.#due.delete(id);
      this.#now = Math.max(this.#now, next.at);
      next.run();
    }
    this.#now = end;
  }
}

const over = (fetch: Transport['read']): Transport => ({
  read: fetch,
  write: fetch,
  beforeWrite: async () => undefined,
});

/** The whole app on a sandbox, with real disk and real HTTP, on a desktop in memory. The demo user is signed in. */
export async function appRig(settings: Partial<Settings> = {}, network: Transport['read'] = fetch) {
  const now = Date.parse('2026-11-24T09:00:00Z');
  const system = new Timers(now);
  const sandbox = await startSandbox({ now: system.now, config: { tokenIntervalSeconds: 0 } });
  onTestFinished(sandbox.close);
  const folder = dataFolder();
  const policy = writePolicy(folder, policyFor(sandbox, { undoSeconds: 0, ...settings }));
  const storage = openStorage(folder, { ONSITE_POLICY: policy }, system.now);
  /** Pages that were opened in the browser. */
  const opened: string[] = [];
  const core = new Core({
    system,
    offsetAt,
    newId: (
      (n) => () =>
        `c${n++}`
    )(0),
    store: storage.visits,
    journal: (reportId, what) => storage.visits.log(reportId, what),
    vault: { get: async () => null, set: async () => undefined, delete: async () => undefined },
    transport: over(network),
    tokenTransport: over(network),
    remembered: { ...accountMemory(storage.facts, storage.settings).remembered, get: () => null },
    leftOver: { get: () => [], set: () => undefined },
    browser: { open: async (url) => void opened.push(url), words: (what) => ({ title: what, text: '' }) },
    givenSecret: () => DEMO_CLIENT.secret,
    timeoutSeconds: () => 30,
    undoSeconds: () => storage.settings.get('undoSeconds'),
  });
  const desktop = new FakeDesktop();
  const records = new Records(core, storage.workOrders, storage.openOrders, system.after);
  const windowErrors: string[] = [];
  const app = new App({
    storage,
    core,
    records,
    desktop,
    updates: updatesOf({ storage, core, desktop, system }),
    system,
    onWindowError: (where) => windowErrors.push(where),
  });
  const handlers = app.handlers();
  // The database stays open: requests under way may still keep something, as in a run that has not ended.
  onTestFinished(() => app.stop());
  await app.start();

  const send = async <C extends CommandName>(command: C, request: Request<C>): Promise<Response<C>> =>
    handlers[command](request, WINDOW);
  const signIn = () =>
    send('session:sign-in', {
      userName: DEMO_USER.userName,
      password: DEMO_USER.password,
      clientId: DEMO_CLIENT.id,
      clientSecret: DEMO_CLIENT.secret,
      environment: 'custom',
    });
  const snapshot = (): Promise<Snapshot> => send('app:snapshot', null);
  const checkIn = (workOrder = String(MAIN_STREET)) =>
    send('visit:check-in', { workOrder, technicians: '1', workTypeId: 1, at: null });
  /** Every change of one turn is shown together, at its end. */
  const shown = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));
  await signIn();
  await shown();
  return {
    app,
    core,
    storage,
    desktop,
    system,
    sandbox,
    send,
    signIn,
    snapshot,
    checkIn,
    shown,
    windowErrors,
    folder,
    opened,
  };
}

/** Waits until something that real HTTP brings about is so. */
export const until = (isSo: () => boolean | Promise<boolean>): Promise<void> =>
  vi.waitFor(async () => expect(await isSo()).toBe(true), { timeout: 60_000, interval: 10 });
