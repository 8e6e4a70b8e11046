import type { Core } from '../core.ts';
import { Listeners } from '../listeners.ts';
import { offsetAt } from '../local-time.ts';
import { dateOf, instantAt } from '../moments/wall-clock.ts';
import type { System } from '../servicechannel/system.ts';
import type { OffsetAt } from '../servicechannel/times.ts';
import { clockOf } from '../servicechannel/zones.ts';
import type { KeptDay } from '../storage/comparisons.ts';
import type { Storage } from '../storage/storage.ts';
import { findReport } from '../visit/edit.ts';
import { pairState, standingOut } from '../visit/pair-state.ts';
import { isOwn, livePairs, openVisit, pairReports } from '../visit/phase.ts';
import { MINUTE, SECOND } from '../visit/time.ts';
import type { Owner, Pair, Visit } from '../visit/types.ts';
import { type Span, type Week, weekOf } from '../visit/week.ts';
import { type ComparedStays, putBeside, type Stay } from './compare.ts';
import { type NoAnswer, readHeld } from './held-reader.ts';

/** ServiceChannel's reads lag so far behind what it has just recorded (API.md), ms. */
const LAG = MINUTE;

/** It asks by itself no more often than this (ms). */
const BETWEEN_LOOKS = 10 * MINUTE;

/** A pair with the visit it is of. */
export interface Own {
  readonly visit: Visit;
  readonly pair: Pair;
}

/** The pairs that began in a span. */
export const begunIn = (visits: readonly Visit[], { from, to }: Span): readonly Own[] =>
  visits
    .filter(isOwn)
    .flatMap((visit) => livePairs(visit).map((pair) => ({ visit, pair })))
    .filter(({ pair: { checkIn } }) => checkIn.at.ms >= from && checkIn.at.ms < to);

/** A pair of ours as the stay that is compared; times in ms. */
export const stayOf = ({ visit: { workOrderId }, pair }: Own): Stay => ({
  workOrderId,
  from: pair.checkIn.at.ms,
  to: standingOut(pair)?.at.ms ?? null,
  techsCount: pair.techsCount,
});

/** The last report that a pair's times come from, work activities that record or correct it included. */
function lastSeq({ visit, pair }: Own): number {
  const steps = visit.steps.filter((step) => step.kind === 'activity' && step.pairId === pair.id);
  return Math.max(...[...pairReports(pair), ...steps].map(({ seq }) => seq));
}

/** The last report of these pairs, 0 where there is none. */
export const lastSeqOf = (pairs: readonly Own[]): number => Math.max(0, ...pairs.map(lastSeq));

/** The day as ServiceChannel held it; null where it was never read, or a report of these pairs has come since. */
export const upToDate = (read: KeptDay | null, own: readonly Own[]): KeptDay | null =>
  read !== null && read.seq >= lastSeqOf(own) ? read : null;

const waits = ({ visit, pair }: Own): boolean => pairState(pair, visit) === 'waiting';

/** The local day of an instant, ms. */
export const dayOf = (ms: number): Span =>
  weekOf(ms).days.find(({ from, to }) => ms >= from && ms < to) ?? { from: ms, to: ms };

/** Compares days here with ServiceChannel's record: when asked, and once after a day's end. */
export class DayComparer {
  readonly #core: Core;
  readonly #storage: Pick<Storage, 'visits' | 'comparisons' | 'settings' | 'workOrders'>;
  readonly #after: System['after'];
  readonly #changes = new Listeners();
  #recordedAt = Number.NEGATIVE_INFINITY;
  #repairedAt = Number.NEGATIVE_INFINITY;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #cancelLook: () => void = () => undefined;
  #cancelAgain: () => void = () => undefined;
  #sender: unknown = null;

  constructor(
    core: Core,
    storage: Pick<Storage, 'visits' | 'comparisons' | 'settings' | 'workOrders'>,
    after: System['after'],
  ) {
    this.#core = core;
    this.#storage = storage;
    this.#after = after;
    core.onOutcome(({ type, reportId }) => {
      if (type !== 'recorded') return;
      this.#recordedAt = core.clock.now();
      const kind = findReport(core.visits.state.visits, reportId)?.report.kind;
      if (kind === 'activity' || kind === 'deletion') this.#repairedAt = this.#recordedAt;
      this.#lookIn(LAG + SECOND);
    });
    core.onChange(() => {
      if (core.session.sender === this.#sender) return;
      this.#sender = core.session.sender;
      if (this.#sender) this.#lookIn(LAG);
    });
  }

  onChange(listener: () => void): () => void {
    return this.#changes.add(listener);
  }

  #lookIn(ms: number): void {
    this.#cancelLook();
    this.#cancelLook = this.#after(ms, () => void this.look());
  }

  /** Compares the last day that has ended, where that was not done since and no visit is on site. */
  async look(): Promise<void> {
    const core = this.#core;
    const now = core.clock.now();
    const end = instantAt(dateOf(now, offsetAt), this.#storage.settings.get('endOfDay'), offsetAt);
    const today = dayOf(now);
    const day = now < end ? dayOf(today.from - 1) : today;
    if (now < end) this.#lookIn(end - now + MINUTE);
    if (openVisit(core.mine) || !this.#isDue(day, Math.min(day.to, end))) return;
    const soon = core.outbox.isRush ? now + BETWEEN_LOOKS : this.#lookedAt + BETWEEN_LOOKS;
    if (soon > now) return this.#lookIn(soon - now);
    this.#lookedAt = now;
    await this.compare({ ...day, days: [day] });
  }

  #isDue(day: Span, ended: number): boolean {
    const { owner } = this.#core.session;
    if (!owner) return false;
    const own = begunIn(this.#storage.visits.between(day.from, day.to, owner), day);
    const read = upToDate(this.#storage.comparisons.of(owner, day.from), own);
    const isKnown = read !== null && read.comparedAt >= ended;
    return own.length > 0 && !own.some(waits) && !isKnown;
  }

  /** Reads and keeps what ServiceChannel holds of these days. @returns why it could not; null where it could, or while signed out */
  async compare(week: Week): Promise<NoAnswer | null> {
    const core = this.#core;
    const { owner, sender } = core.session;
    if (!owner || !sender) return null;
    const began = core.clock.now();
    const here = begunIn(this.#storage.visits.between(week.from, week.to, owner), week);
    // In a rush its requests stand back for those of reports.
    const reader = { ...sender, options: { standsBack: core.outbox.isRush } };
    const read = await readHeld(reader, week, here.map(stayOf), (id) => this.#clocksAt(owner, id));
    if (read.kind !== 'ok') return read;
    const lagging = week.days
      .filter(({ from }) => from <= began)
      .filter((day) => !this.#keep(owner, day, here, read.value, began));
    if (lagging.length > 0) this.#again(week);
    this.#changes.tell();
    return null;
  }

  /** A server may tell a location's own time, which is another zone's than this computer's. */
  #clocksAt({ server }: Owner, workOrderId: number): readonly OffsetAt[] {
    const clock = clockOf(this.#storage.workOrders.known(server, workOrderId)?.order.timeZone ?? null);
    return clock ? [offsetAt, clock] : [offsetAt];
  }

  #again(week: Week): void {
    const wait = Math.max(SECOND, this.#recordedAt + LAG + SECOND - this.#core.clock.now());
    this.#cancelAgain();
    this.#cancelAgain = this.#after(wait, () => void this.compare(week));
  }

  /**
   * May two records differ only because ServiceChannel's reads are late? What is there proves at once, unless it was
   * put right just now; what is missing there, or still open, proves nothing yet.
   */
  #mayLag({ here, there, matches }: ComparedStays, now: number): boolean {
    if (matches) return false;
    if (now - this.#repairedAt < LAG) return true;
    const isBehind = here !== null && (there === null || (there.to === null && here.to !== null));
    return isBehind && now - this.#recordedAt < LAG;
  }

  /** Keeps a day; false where it differs and ServiceChannel may only be late. */
  #keep(owner: Owner, day: Span, all: readonly Own[], held: readonly Stay[], now: number): boolean {
    const inDay = (from: number) => from >= day.from && from < day.to;
    const own = all.filter(({ pair }) => inDay(pair.checkIn.at.ms));
    const there = held.filter(({ from }) => inDay(from));
    if (putBeside(own.map(stayOf), there, now).some((each) => this.#mayLag(each, now))) return false;
    const seq = own.some(waits) ? -1 : lastSeqOf(own);
    this.#storage.comparisons.keep(owner, day.from, { comparedAt: now, seq, held: [...there] });
    return true;
  }
}
