import { SafeVault, type Vault } from '../../main/account/vault.ts';
import { Core } from '../../main/core.ts';
import { Outbox } from '../../main/outbox/outbox.ts';
import { createClient, type Transport } from '../../main/servicechannel/client.ts';
import { createPacer } from '../../main/servicechannel/pacing.ts';
import type { System } from '../../main/servicechannel/system.ts';
import { VisitsStore } from '../../main/storage/visits-store.ts';
import type { Act, Remedy, Undo } from '../../main/visit/commands.ts';
import { isUndoable } from '../../main/visit/undo.ts';
import type { Done, Store } from '../../main/visits.ts';
import type { Reply, SandboxRequest } from '../sandbox/http.ts';
import { changes } from './changes.ts';
import { Flaws } from './flaws.ts';
import type { End, Listener, RequestKind, Sent } from './network.ts';
import { TIMEOUT_SECONDS } from './plan.ts';
import { Questions } from './questions.ts';
import { watchReceipts } from './receipts.ts';
import type { Sabotage } from './sabotage.ts';
import { DECIDED_WITHIN, Watch } from './watch.ts';
import { CONNECTION, type World } from './world.ts';

/**
 * One run of the app, from start to crash: the core that ships, on a virtual disk, network and time. All that leaves it
 * passes a *point*, and at any point the run may end: nothing outside could tell how far it had come between two.
 */
export class App implements Listener {
  readonly core: Core;
  /** Null where this schedule asks none. */
  readonly questions: Questions | null = null;
  readonly #world: World;
  readonly #number: number;
  readonly #watch: Watch;
  readonly #dieAfter: number | null;
  readonly #onDeath: () => void;
  endedAt: number | null = null;
  #points = 0;
  /** Part of a larger write: the run ends before that or after it. */
  #inTransaction = false;
  #commands = 0;

  constructor(
    world: World,
    number: number,
    dieAfter: number | null,
    onDeath: () => void,
    sabotage: Sabotage,
  ) {
    this.#world = world;
    this.#number = number;
    this.#dieAfter = dieAfter;
    this.#onDeath = onDeath;
    this.#watch = new Watch(world, () => this.isAlive);
    const { now } = world.computer;
    const clocks = world.computer.clocks((keep) =>
      this.#inTransaction ? keep() : this.#write('the clock', keep),
    );
    const computer = sabotage.computer?.(clocks) ?? clocks;
    const own: System = { now, after: this.#after, random: world.chance };
    const system = sabotage.system?.(own) ?? own;
    const kept = new VisitsStore(world.disk.database, now);
    const transport = sabotage.transport?.(this.#transport()) ?? this.#transport();
    const vault = new SafeVault(this.#vault(), this.#after);
    vault.onKept((kept) => kept || world.note('no keychain'));
    const store = this.#store(kept);
    const flaws = new Flaws(world);
    this.core = new Core({
      system,
      steady: computer.steady,
      clockMemory: computer.memory,
      offsetAt: () => world.zone,
      newId: () => `${this.#number}-${++this.#commands}`,
      store: sabotage.store?.(store) ?? store,
      journal: (reportId, what) => {
        this.#watch.journal(what);
        this.#write(`journal ${reportId}: ${what.code}`, () => kept.log(reportId, what));
      },
      vault: sabotage.vault?.(vault) ?? vault,
      transport,
      tokenTransport: { ...transport },
      remembered: { get: () => world.person, set: () => undefined },
      leftOver: { get: () => [], set: () => undefined },
      browser: { open: async () => undefined, words: () => ({ title: '', text: '' }) },
      givenSecret: () => CONNECTION.clientSecret,
      timeoutSeconds: () => TIMEOUT_SECONDS,
      undoSeconds: () => world.plan.undoSeconds,
      deadline: this.#deadline,
      onError: sabotage.onError ?? ((error) => world.note(`logged: ${String(error)}`)),
      make: {
        client: (options) => {
          const client = flaws.client(createClient(options));
          return sabotage.client?.(client, system) ?? client;
        },
        pacer: (options) => {
          const pacer = createPacer(options);
          return sabotage.pacer?.(pacer) ?? pacer;
        },
        outbox: (parts) =>
          new Outbox({
            ...parts,
            state: () => sabotage.state?.(parts.state()) ?? parts.state(),
            record: sabotage.record?.(parts.record, system) ?? parts.record,
          }),
      },
    });
    this.core.onChange(flaws.moment);
    watchReceipts(world, this.core, this.#after);
    if (world.plan.asks)
      this.questions = new Questions({
        world,
        core: this.core,
        system,
        sabotage,
        write: (keep) => this.#write('the questions', keep),
        end: (why) => this.end(why),
      });
    this.#sabotageCommands(sabotage);
  }

  #sabotageCommands({ command: another }: Sabotage): void {
    if (!another) return;
    const { visits } = this.core;
    const own = visits.do.bind(visits);
    visits.do = (command, beside) => {
      const instead = another(command, visits.state);
      return instead ? own(instead, beside) : { ok: true };
    };
  }

  get visits(): Core['visits'] {
    return this.core.visits;
  }

  get session(): Core['session'] {
    return this.core.session;
  }

  get outbox(): Core['outbox'] {
    return this.core.outbox;
  }

  get isAlive(): boolean {
    return this.endedAt === null;
  }

  /** Takes up what an earlier run left. */
  async start(): Promise<void> {
    const { time, disk } = this.#world;
    const started = time.now();
    for (const row of disk.sendingAll()) {
      const deadline = (row.since ?? 0) + this.#world.computer.error + TIMEOUT_SECONDS * 1000;
      const honest =
        this.#world.computer.steps === 0 ? Math.max(started, deadline) : started + TIMEOUT_SECONDS * 1000;
      this.#watch.decidedBy(row, honest + DECIDED_WITHIN);
    }
    this.questions?.start();
    await this.session.restore();
  }

  /** Does a command; it was acknowledged when it is done, and kept on disk. */
  act(command: Act | Remedy | Undo): Done {
    return this.visits.do(command);
  }

  /** The run ends here: nothing that it still does has an effect. */
  end(why: string): void {
    if (!this.isAlive) return;
    this.#world.note(`-- ${why} --`);
    this.endedAt = this.#world.time.now();
    this.#world.checkToken(this);
    this.#onDeath();
  }

  /** Passes a point; false when the run is over, before it or at it. */
  point(what: string): boolean {
    if (!this.isAlive) return false;
    this.#points += 1;
    if (this.#points === this.#dieAfter && !this.#world.isCalm)
      this.end(`crash at point ${this.#points}: ${what}`);
    return this.isAlive;
  }

  readonly #after = (ms: number, run: () => void) => this.#world.time.after(ms, () => this.isAlive && run());

  readonly #deadline = (ms: number): AbortSignal => {
    const controller = new AbortController();
    this.#after(ms, () => controller.abort());
    return controller.signal;
  };

  /** A write to the disk: before it, in it or after it the run may end, and the disk may refuse it. */
  #write(what: string, write: () => void): void {
    if (!this.point(`before ${what}`)) throw new Error('The run is over');
    if (this.#world.diskFails()) {
      this.#world.note(`disk full: ${what}`);
      this.#watch.diskFailed();
      throw new Error('database or disk is full');
    }
    write();
    this.#world.note(what);
    this.point(`after ${what}`);
  }

  #store(kept: VisitsStore): Store {
    return {
      load: () => kept.load(),
      save: (before, after, beside) =>
        this.#write(`save ${changes(before, after)}`, () => {
          this.#inTransaction = true;
          kept.save(before, after, beside);
          this.#inTransaction = false;
        }),
    };
  }

  #vault(): Vault {
    const { keychain } = this.#world;
    const never = () => new Promise<never>(() => undefined);
    return {
      get: async (account) => (this.point('keychain read') ? (keychain.get(account) ?? null) : never()),
      set: async (account, secret) => {
        if (!this.point('before keychain write')) return never();
        keychain.set(account, secret);
        if (!this.point('after keychain write')) return never();
      },
      delete: async (account) => {
        if (!this.point('keychain delete')) return never();
        keychain.delete(account);
      },
    };
  }

  #transport(): Transport {
    const { network } = this.#world;
    const fetch: Transport['read'] = (input, init) => network.fetch(this, input, init);
    return { read: fetch, write: fetch, beforeWrite: async () => undefined };
  }

  leaving(kind: RequestKind, request: SandboxRequest): boolean {
    if (!this.point(`before ${request.method} ${request.url}`)) return false;
    this.#world.note(`→ ${request.method} ${request.url} ${kind === 'report' ? request.body : ''}`);
    this.#watch.leaving(kind, request, (reportId) => isUndoable(this.visits.state, reportId));
    return true;
  }

  arrived(sent: Sent, reply: Reply): void {
    this.#world.note(`  arrived, ${reply.status}: ${sent.request.method} ${sent.request.url}`);
    if (sent.kind === 'token' && reply.status === 200) this.#world.tokenMayBeLost = true;
  }

  hears(sent: Sent): boolean {
    return this.point(`answer to ${sent.request.method} ${sent.request.url}`);
  }

  ended(sent: Sent, end: End, own: Reply | null = null): void {
    if (!this.isAlive) return;
    const what = end.status ?? (end.known ? 'not sent' : 'no answer');
    this.#world.note(`← ${what} (${sent.fate.kind}): ${sent.request.method} ${sent.request.url}`);
    // Of a sign-in only the first half may have worked: then the old token stays in force.
    const isRefresh = sent.request.body.includes('grant_type=refresh_token');
    if (isRefresh && sent.fate.kind === 'fine' && own?.status === 200) this.#world.given(own.body);
    this.#watch.ended(sent, end, own);
  }
}
