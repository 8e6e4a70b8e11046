import type { Call } from './call.ts';
import { type Config, type ConfigChange, changeConfig } from './config.ts';
import { demoData } from './data.ts';
import { type Fault, type FaultInput, Faults, recordMoment, replacement } from './faults.ts';
import { pathOf, type Reply, type SandboxRequest } from './http.ts';
import type { SandboxData } from './records.ts';
import { Replica } from './replica.ts';
import { type LoggedRequest, RequestLog } from './request-log.ts';
import { route } from './router.ts';
import { createState, type RecordedReport, type SandboxState } from './state.ts';

/** How an exchange ends: with an answer, half an answer, one that never ends, or a broken connection. */
export type Ending =
  | { kind: 'reply' | 'truncated'; reply: Reply }
  | { kind: 'dripping'; reply: Reply; drip: NonNullable<Fault['drip']> }
  | { kind: 'dropped' };

/** A request under way: wait `delayMs`, then call `finish` once for its end. */
export interface Exchange {
  delayMs: number;
  finish(): Ending;
}

/** A request that came in, and the sandbox's own answer; null where a fault kept it back. */
export interface Recorded {
  request: SandboxRequest;
  answer: Reply | null;
}

export interface SandboxOptions {
  /** The true clock, milliseconds since 1970. */
  now?: () => number;
  /** The data that the sandbox starts from and returns to on reset; the demo data when left out. */
  data?: (now: number) => SandboxData;
  config?: ConfigChange;
}

/** A ServiceChannel in memory: no socket, no timer, no clock of its own. */
export class Sandbox {
  readonly #now: () => number;
  readonly #data: (now: number) => SandboxData;
  readonly #startConfig: Config;
  readonly #faults = new Faults();
  readonly #log = new RequestLog();
  readonly #replica = new Replica();
  readonly #listeners = new Set<(report: RecordedReport) => void>();
  #onExchange: (exchange: Recorded) => void = () => undefined;
  #config: Config;
  #state: SandboxState;

  constructor(options: SandboxOptions = {}) {
    this.#now = options.now ?? Date.now;
    this.#data = options.data ?? demoData;
    this.#startConfig = changeConfig(null, options.config ?? {});
    this.#config = this.#startConfig;
    this.#state = createState(this.#data(this.#now()));
  }

  /** Everything it remembers; may be looked at and changed. */
  get state(): SandboxState {
    this.#replica.remember(this.#state, this.#now(), this.#lagMs);
    return this.#state;
  }

  get #lagMs(): number {
    return this.#config.replicaLagSeconds * 1000;
  }

  get config(): Config {
    return this.#config;
  }

  /** The recorded reports, oldest first. */
  get reports(): readonly RecordedReport[] {
    return this.#state.reports;
  }

  /** Every request that came in, oldest first. */
  get requests(): readonly LoggedRequest[] {
    return this.#log.entries;
  }

  get faults(): Faults {
    return this.#faults;
  }

  /** The true time, milliseconds since 1970. */
  now(): number {
    return this.#now();
  }

  /** Takes a request in: logs it, arms its fault, and carries it out at once unless that fault says later or never. */
  handle(request: SandboxRequest): Exchange {
    const entry = this.#log.add(request, this.#now());
    const fault = this.#faults.take(request);
    const moment = recordMoment(fault);
    const skew = (this.#config.clockOffsetSeconds + (fault?.clockSeconds ?? 0)) * 1000;
    const early = moment === 'before' ? this.#carryOut(request, skew) : null;
    return {
      delayMs: fault?.delayMs ?? 0,
      finish: () => {
        const own = moment === 'after' ? this.#carryOut(request, skew) : early;
        this.#onExchange({ request, answer: own });
        const reply = replacement(fault) ?? own;
        if (fault?.drop || !reply) return { kind: 'dropped' };
        entry.status = reply.status;
        reply.headers.date ??= new Date(this.#now() + skew).toUTCString();
        if (fault?.drip) return { kind: 'dripping', reply, drip: fault.drip };
        return { kind: fault?.truncate ? 'truncated' : 'reply', reply };
      },
    };
  }

  /** Arms a fault. Throws when it is malformed. */
  addFault(fault: FaultInput): void {
    this.#faults.add(fault);
  }

  /** Changes the configuration; what the change leaves out stays. */
  configure(change: ConfigChange): void {
    this.#config = changeConfig(this.#config, change);
  }

  /** Tells `listener` of everything recorded from now on. Returns how to stop. */
  onReport(listener: (report: RecordedReport) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells `listener`, and no other before it, of every request and its answer from now on. */
  onExchange(listener: (exchange: Recorded) => void): void {
    this.#onExchange = listener;
  }

  /** Back to the beginning: data, configuration, tokens, log and faults. Listeners stay. */
  reset(): void {
    this.#faults.clear();
    this.#log.clear();
    this.#replica.clear();
    this.#config = this.#startConfig;
    this.#state = createState(this.#data(this.#now()));
  }

  #carryOut(request: SandboxRequest, skew: number): Reply {
    const isRead = request.method === 'GET';
    const { state } = this;
    const call: Call = {
      state: isRead ? this.#replica.at(state, this.#now() - this.#lagMs) : state,
      isReplica: isRead && this.#lagMs > 0,
      config: this.#config,
      request,
      now: this.#now() + skew,
      trueNow: this.#now(),
      params: {},
      onReport: (report) => {
        for (const listener of this.#listeners) listener(report);
      },
    };
    return route(call);
  }
}

/** Whether a request is for the sandbox's own control endpoints. */
export function isControl(request: SandboxRequest): boolean {
  return pathOf(request.url).startsWith('/__sandbox/');
}

/** A new sandbox, by default on the demo data and the real clock. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  return new Sandbox(options);
}
