import * as v from 'valibot';
import type { JournalEntry } from '../../main/visit/journal.ts';
import type { Reply, SandboxRequest } from '../sandbox/http.ts';
import type { KeptReport } from './disk.ts';
import type { End, RequestKind, Sent } from './network.ts';
import { TIMEOUT_SECONDS } from './plan.ts';
import type { World } from './world.ts';

/** An unknown outcome is decided or asked about within this, with a little for what happens at that very instant (ms). */
export const DECIDED_WITHIN = 100_000 + 500;

/** After a 401 comes a second try with a new token, which may take a request's own time to come or not (ms). */
const RENEWED_WITHIN = TIMEOUT_SECONDS * 1000;

/** The turn of a report that leaves may have come so long before: it waits for a place, a token and reads (ms). */
const UNDER_WAY = 90_000;

/** A check-in that waited for longer may have been made elsewhere meanwhile (ms). */
const LONG_QUEUED = 3_600_000;

/** A read of a work order's activities. */
const ACTIVITIES = /workorders\((\d+)\)\/workactivities/;

/** Requests a minute that the app allows itself on a host that is not production. */
const PER_MINUTE = 36;

const Body = v.object({
  CheckInTime: v.optional(v.string()),
  CheckOutTime: v.optional(v.string()),
  CheckInDate: v.optional(v.string()),
  Note: v.optional(v.string()),
  WorkOrderId: v.optional(v.number()),
});
const Details = v.object({ workOrderId: v.optional(v.number()), text: v.optional(v.string()) });

const workOrderOf = (url: string, said: number | undefined) =>
  said ?? Number(/\/(?:workorders|rootCauses)\/(\d+)/.exec(url)?.[1]);

const KIND_OF_PATH: readonly (readonly [RegExp, readonly string[]])[] = [
  [/universalCheckIn$/, ['check-in']],
  [/universalCheckOut$/, ['check-out']],
  [/status$/, ['status', 'restore']],
  [/notes$/, ['note']],
  [/\/resolutionCodes/, ['codes']],
];

function kindsOf({ method, url }: SandboxRequest): readonly string[] {
  const known = KIND_OF_PATH.find(([path]) => path.test(url))?.[1];
  return known ?? (method === 'DELETE' ? ['deletion'] : ['activity']);
}

/** Whether a report that is on its way is what a request says: its kind, work order, time and text. */
function isRequestOf(row: KeptReport, request: SandboxRequest): boolean {
  const said = v.parse(Body, request.body === '' ? {} : JSON.parse(request.body));
  const { workOrderId = row.work_order_id, text } = v.parse(Details, JSON.parse(row.details ?? '{}'));
  // A correction is kept with the second that it is found by, and says another.
  const added = request.method === 'POST' ? said.CheckInDate : undefined;
  const time = said.CheckInTime ?? said.CheckOutTime ?? added;
  return (
    kindsOf(request).includes(row.kind) &&
    workOrderId === workOrderOf(request.url, said.WorkOrderId) &&
    (time === undefined || Date.parse(time) === row.at_ms) &&
    (row.kind !== 'note' || text === said.Note)
  );
}

/** The name of a network error, an HTTP status, a host: the words beside it are chosen by language when it is shown. */
const FACT = /^\S*( ?HTTP \S+)?$/;

/** Checks the invariants at every request that leaves one run of the app. */
export class Watch {
  readonly #world: World;
  readonly #isAlive: () => boolean;
  readonly #left: number[] = [];
  /** When the activities of a work order were read last in this run (true time, ms). */
  readonly #looks = new Map<number, number>();
  readonly #steps: number;
  #blockedUntil = 0;
  #tokensBlockedUntil = 0;
  #diskErrors = 0;

  constructor(world: World, isAlive: () => boolean) {
    this.#world = world;
    this.#isAlive = isAlive;
    this.#steps = world.computer.steps;
  }

  /** A line for the journal, which keeps codes and facts and no sentence. */
  journal(what: JournalEntry): void {
    if (what.code === 'not-sent' && !FACT.test(what.detail))
      this.#world.violate(`the journal keeps a sentence: ${what.detail}`);
  }

  diskFailed(): void {
    this.#diskErrors += 1;
  }

  /** @param isUndoable of a report whose act can still be taken back */
  leaving(kind: RequestKind, request: SandboxRequest, isUndoable: (reportId: string) => boolean): void {
    this.#atItsPace(request);
    if (kind === 'report') this.#knownOnDisk(request, isUndoable);
  }

  #atItsPace(request: SandboxRequest): void {
    const now = this.#world.time.now();
    // A clock that was set mixes up what it measured; that is not what is judged here.
    if (this.#world.computer.steps !== this.#steps) return;
    const recent = this.#left.filter((at) => at > now - 60_000).length;
    if (recent >= PER_MINUTE) this.#world.violate(`request ${recent + 1} of this minute: ${request.url}`);
    // The token endpoint has a limit of its own.
    const isToken = request.url.startsWith('/oauth/');
    if (now < this.#blockedUntil && !isToken) this.#world.violate(`left before Retry-After: ${request.url}`);
    const isRefresh = request.body.includes('grant_type=refresh_token');
    if (isRefresh && now < this.#tokensBlockedUntil)
      this.#world.violate('a token call before its Retry-After');
    this.#left.push(now);
  }

  /** The report that a request on the wire is, by what the request says. */
  #reportOf(request: SandboxRequest): KeptReport | undefined {
    return this.#world.disk.sendingAll().find((row) => isRequestOf(row, request));
  }

  #knownOnDisk(request: SandboxRequest, isUndoable: (reportId: string) => boolean): void {
    const row = this.#reportOf(request);
    if (!row) this.#world.violate(`left before it was \`sending\` on disk: ${request.url} ${request.body}`);
    if (row && isUndoable(row.id)) this.#world.violate(`left while it could be taken back: ${row.id}`);
    if (row) this.#inTurn(row);
    if (row?.kind === 'check-in') this.#lookedFirst(row);
    const codes = row && this.#world.disk.codesBefore(row)[0];
    if (codes) this.#world.violate(`left before its codes ${codes.id}: ${row.id}`);
    const before = row && this.#world.disk.unsettledBefore(row).find((each) => !this.#makesWay(row, each));
    if (before) this.#world.violate(`left before report ${before.id} of its visit: ${row.id}`);
  }

  /** One that closes nothing there waits for earlier ones of its work order (DESIGN.md, rule 5). */
  #inTurn(row: KeptReport): void {
    const { computer, disk } = this.#world;
    if (computer.steps > 0 || (row.kind !== 'check-in' && row.kind !== 'status')) return;
    const [first] = disk.waitingBefore(row, computer.now() - UNDER_WAY);
    if (first) this.#world.violate(`left before ${first.id} of its work order: ${row.id}`);
  }

  /** One that was queued for over an hour leaves only after a look, unless a person has said that it goes all the same. */
  #lookedFirst({ id, work_order_id, clicked_at }: KeptReport): void {
    const { computer, time, disk } = this.#world;
    const waited = computer.now() - clicked_at;
    if (computer.steps > 0 || waited <= LONG_QUEUED + UNDER_WAY) return;
    const ago = time.now() - (this.#looks.get(work_order_id) ?? Number.NEGATIVE_INFINITY);
    const isInsisted = disk.journal(id).some((line) => line.code === 'refused' && line.httpStatus === 0);
    if (ago > waited - LONG_QUEUED && !isInsisted) this.#world.violate(`left without a look: ${id}`);
  }

  /** The report closes what ServiceChannel holds open, or held so before the office closed it: an earlier check-in, sent again or added since, waits for that. */
  #makesWay({ kind, work_order_id, at_ms }: KeptReport, before: KeptReport): boolean {
    return (
      (kind === 'check-out' || kind === 'activity') &&
      (this.#world.meddled.has(work_order_id) ||
        this.#world.sandbox.state.activities.some(
          ({ workOrderId, timeIn, timeOut }) =>
            workOrderId === work_order_id &&
            timeOut === null &&
            // Of what happened in one second that which ends an earlier stay comes first.
            (before.at_ms <= timeIn || (before.at_ms === at_ms && timeIn < at_ms)),
        ))
    );
  }

  ended(sent: Sent, end: End, own: Reply | null): void {
    const now = this.#world.time.now();
    if (end.retryAfter !== null && sent.kind === 'token')
      this.#tokensBlockedUntil = now + end.retryAfter * 1000;
    else if (end.retryAfter !== null) this.#blockedUntil = now + end.retryAfter * 1000;
    const looked = ACTIVITIES.exec(sent.request.url)?.[1];
    if (looked && (end.known || (own && sent.fate.kind === 'fine'))) this.#looks.set(Number(looked), now);
    if (sent.kind === 'report' && !end.known && !own) this.#decidedInTime(sent, end);
  }

  #decidedInTime({ request }: Sent, { status }: End): void {
    const row = this.#reportOf(request);
    const tried = this.#world.time.now() + (status === 401 ? RENEWED_WITHIN : 0);
    if (row) this.decidedBy(row, tried + DECIDED_WITHIN);
  }

  /** A report whose outcome is unknown is recorded, queued or asked about by an instant of true time (ms). */
  decidedBy(row: KeptReport, at: number): void {
    const { time, disk } = this.#world;
    const errors = this.#diskErrors;
    const steps = this.#world.computer.steps;
    time.after(at - time.now(), () => {
      const later = disk.report(row.id);
      const isSame = later?.state === 'sending' && later.since === row.since;
      const excused = !this.#isAlive() || this.#diskErrors !== errors || this.#world.computer.steps !== steps;
      if (isSame && !excused) this.#world.violate(`not decided within 100 s: ${row.id}`);
    });
  }
}
