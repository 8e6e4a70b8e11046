import type { ElsewhereView } from '../../preload/contract.ts';
import { offsetAt } from '../local-time.ts';
import { isOurs, type OpenThere, openIn, unsentBeside } from '../outbox/open-elsewhere.ts';
import type { WorkActivity, WorkTypeOption } from '../servicechannel/client.ts';
import type { Sender } from '../servicechannel/sender.ts';
import type { Who } from '../servicechannel/who.ts';
import type { ContinueCommand } from '../visit/commands.ts';
import { isStopped } from '../visit/open-elsewhere.ts';
import { currentVisit } from '../visit/phase.ts';
import { DAY, MINUTE, toStamp, utcDay } from '../visit/time.ts';
import { REPAIR, TRAVEL, type Visit } from '../visit/types.ts';

/** A look for open check-ins answers for this long, when the form is opened (ms). */
const AGAIN_AFTER = 5 * MINUTE;

/** The work types that every subscriber has, by the names that ServiceChannel gives them (API.md). */
const STANDARD: readonly WorkTypeOption[] = [
  { id: REPAIR, name: 'Repair' },
  { id: TRAVEL, name: 'Travel' },
];

export interface ElsewhereParts {
  /** Corrected instant, ms. */
  readonly now: () => number;
  /** The signed-in user's own. */
  readonly visits: () => readonly Visit[];
  readonly sender: () => (Who & Pick<Sender, 'client'>) | null;
  /** Others wait for the same limit of requests: only what must be read is read. */
  readonly isRush: () => boolean;
  readonly workTypes: (workOrderId: number) => readonly WorkTypeOption[];
  /** Asks ServiceChannel for the order and its types. */
  readonly learn: (workOrderId: number) => Promise<unknown>;
  /** Our own check-in must not leave before a person has said what is true. */
  readonly stop: (reportId: string) => void;
  readonly onChange: () => void;
}

/** The choice of a person where ServiceChannel does not say it; null: none. */
export interface ContinuedAs {
  /** When it began, ms. */
  readonly at: number | null;
  readonly workTypeId: number | null;
}

/**
 * Open check-ins that were made elsewhere: on the phone, in the mobile app, on another computer. Asked for at sign-in and
 * when the form of a check-in opens, and heard in whatever else is read. A check-in of ours that has not left is stopped.
 */
export class Elsewhere {
  readonly #parts: ElsewhereParts;
  #found: readonly OpenThere[] = [];
  #lookedAt = Number.NEGATIVE_INFINITY;
  /** Keys of those that were answered with `Not now` in this run. */
  readonly #notNow = new Set<string>();
  /** Keys of those of which a person is asked what ServiceChannel does not say. */
  readonly #unclear = new Set<string>();

  constructor(parts: ElsewhereParts) {
    this.#parts = parts;
  }

  /** Begins anew for the user who has signed in: what was found for another one is not theirs. */
  async signedIn(): Promise<void> {
    this.#found = [];
    this.#lookedAt = Number.NEGATIVE_INFINITY;
    await this.#ask();
  }

  /** Looks again when a person comes to OnSite and sees the form of a check-in, or a question of ours. */
  opened(): void {
    const visits = this.#parts.visits();
    const isAsked = visits.some(({ pairs }) => pairs.some(({ checkIn }) => isStopped(checkIn)));
    if (isAsked || !currentVisit(visits)) void this.look();
  }

  /** The form of a check-in has opened: one read, where the last is some minutes old. No answer is no news. */
  async look(): Promise<void> {
    if (this.#parts.isRush() || Math.abs(this.#parts.now() - this.#lookedAt) <= AGAIN_AFTER) return;
    await this.#ask();
  }

  async #ask(): Promise<void> {
    const sender = this.#parts.sender();
    if (!sender) return;
    const now = this.#parts.now();
    const before = this.#lookedAt;
    this.#lookedAt = now;
    const days = [utcDay(now - DAY), utcDay(now + 2 * DAY)] as const;
    const answer = await sender.client.ownActivities(...days, sender.userId, { standsBack: true });
    if (answer.kind !== 'ok' && this.#lookedAt === now) this.#lookedAt = before;
  }

  /** A number is looked up: what its order holds is read beside that, and nothing waits for it. */
  async lookUp(workOrderId: number): Promise<void> {
    const sender = this.#parts.sender();
    if (sender && !this.#parts.isRush())
      await sender.client.workActivities(workOrderId, { standsBack: true });
  }

  #open(activities: readonly WorkActivity[]): readonly OpenThere[] {
    const sender = this.#parts.sender();
    const now = this.#parts.now();
    return sender ? openIn(activities, sender, now, offsetAt(now)) : [];
  }

  /** The activities of a work order were read: what is open there now, and what is not any more. */
  onActivities(workOrderId: number, activities: readonly WorkActivity[]): void {
    const others = this.#found.filter((each) => each.workOrderId !== workOrderId);
    this.#hear(others, this.#open(activities.map((each) => ({ ...each, workOrderId }))));
  }

  /** The user's own activities since a day (`2026-11-23`) were read. */
  onOwnActivities(from: string, activities: readonly WorkActivity[]): void {
    const isOlder = ({ times }: OpenThere) => Math.max(...times) < Date.parse(from) + DAY;
    this.#hear(this.#found.filter(isOlder), this.#open(activities));
  }

  #hear(kept: readonly OpenThere[], open: readonly OpenThere[]): void {
    const keys = new Set(open.map(({ key }) => key));
    this.#found = [...kept.filter(({ key }) => !keys.has(key)), ...open];
    this.check();
    this.#parts.onChange();
  }

  /** Stops our own check-ins that would make a second open one. Call it after every change of the visits. */
  check(): void {
    for (const open of this.#found)
      for (const { id, delivery } of unsentBeside(open, this.#parts.visits()))
        if (delivery.state === 'queued') this.#parts.stop(id);
  }

  /** Those that are offered, each with our own check-in that waits for the answer. */
  get #offered() {
    const visits = this.#parts.visits();
    return this.#found
      .filter((open) => !isOurs(open, visits))
      .map((open) => ({ open, stopped: unsentBeside(open, visits).find(isStopped) ?? null }))
      .filter(({ open, stopped }) => stopped || !this.#notNow.has(open.key));
  }

  /** The open check-ins that are offered to be continued here. */
  get views(): readonly ElsewhereView[] {
    return this.#offered.map(({ open, stopped }) => ({
      key: open.key,
      workOrderId: open.workOrderId,
      times: open.times.map((ms) => toStamp(ms, offsetAt)),
      workTypes:
        this.#unclear.has(open.key) && this.#typeOf(open) === null ? this.#typesOf(open.workOrderId) : null,
      stopped: stopped && this.#stoppedView(stopped.id),
    }));
  }

  #stoppedView(reportId: string): ElsewhereView['stopped'] {
    for (const visit of this.#parts.visits())
      for (const { checkIn, checkOut } of visit.pairs)
        if (checkIn.id === reportId)
          return { reportId, workOrderId: visit.workOrderId, at: checkIn.at, open: checkOut === null };
    return null;
  }

  #find(key: string) {
    return this.#offered.find(({ open }) => open.key === key);
  }

  /**
   * The act that continues it; null when it is not offered any more, `unclear` when ServiceChannel does not say what it
   * was or when it began, and that was not chosen.
   */
  async continued(key: string, choice: ContinuedAs): Promise<ContinueCommand | 'unclear' | null> {
    const offered = this.#find(key)?.open;
    if (!offered) return null;
    if (this.#typeOf(offered) === null && choice.workTypeId === null)
      await this.#parts.learn(offered.workOrderId);
    // Reading took time: it may have been closed meanwhile.
    const open = this.#find(key)?.open;
    if (!open) return null;
    const [only, ...more] = open.times;
    const at = more.length === 0 ? only : open.times.find((ms) => ms === choice.at);
    const workTypeId = this.#typeOf(open) ?? choice.workTypeId;
    if (at !== undefined && workTypeId !== null) {
      const { workOrderId, techsCount } = open;
      return { type: 'continue', workOrderId, at, techsCount, workTypeId };
    }
    this.#unclear.add(key);
    this.#parts.onChange();
    return 'unclear';
  }

  #typesOf(workOrderId: number): readonly WorkTypeOption[] {
    const named = this.#parts.workTypes(workOrderId);
    return [...named, ...STANDARD.filter((type) => !named.some(({ id }) => id === type.id))];
  }

  /** The type by its name, which alone is told; null where no type of the order has it. */
  #typeOf({ workOrderId, workType }: OpenThere): number | null {
    const name = workType?.trim().toLowerCase();
    return this.#typesOf(workOrderId).find((type) => type.name.trim().toLowerCase() === name)?.id ?? null;
  }

  notNow(key: string): void {
    this.#notNow.add(key);
    this.#parts.onChange();
  }

  /** Our own check-in that waits for an answer, to be sent all the same; null when it does not any more. */
  anyway(key: string): string | null {
    return this.#find(key)?.stopped?.id ?? null;
  }
}
