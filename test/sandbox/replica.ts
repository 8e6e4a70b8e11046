import type { SandboxState } from './state.ts';

/** The parts of the state that reads show. */
type Shown = Pick<SandboxState, 'workOrders' | 'activities' | 'events' | 'notes'>;

const copies = <T extends object>(list: readonly T[]): T[] => list.map((each) => ({ ...each }));

/** A copy of the database that is behind: production answers reads from such copies (API.md). */
export class Replica {
  /** States of the past, each with the instant until which it was in force, oldest first. */
  #past: { readonly until: number; readonly shown: Shown }[] = [];

  /** Remembers the state as it has been until `now`: call before it may change. Keeps what is younger than `lagMs`. */
  remember(state: SandboxState, now: number, lagMs: number): void {
    this.#past = this.#past.filter(({ until }) => until > now - lagMs);
    if (lagMs === 0 || this.#past.at(-1)?.until === now) return;
    const shown = {
      workOrders: copies(state.workOrders),
      activities: copies(state.activities),
      events: copies(state.events),
      notes: copies(state.notes),
    };
    this.#past.push({ until: now, shown });
  }

  /** The state as a read sees it that is as far behind as `instant`. */
  at(state: SandboxState, instant: number): SandboxState {
    const then = this.#past.find(({ until }) => until > instant);
    return then ? { ...state, ...then.shown } : state;
  }

  clear(): void {
    this.#past = [];
  }
}
