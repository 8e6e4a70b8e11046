import type { ElsewhereView } from '../../preload/contract.ts';
import { offsetAt } from '../local-time.ts';
import { dateOf } from '../moments/wall-clock.ts';
import { timesOf, tracesOfWork } from '../outbox/traces.ts';
import type { WorkActivity, WorkTypeOption } from '../servicechannel/client.ts';
import type { Sender } from '../servicechannel/sender.ts';
import { type Who, whoseIs } from '../servicechannel/who.ts';
import type { ContinueCommand } from '../visit/commands.ts';
import { DAY, MINUTE, OLDEST, toStamp } from '../visit/time.ts';
import { REPAIR, TRAVEL, type Visit } from '../visit/types.ts';

export interface ElsewhereParts {
  /** Corrected instant, ms. */
  readonly now: () => number;
  /** The signed-in user's own. */
  readonly visits: () => readonly Visit[];
  readonly workTypes: (workOrderId: number) => readonly WorkTypeOption[];
  readonly onChange: () => void;
}

/** An open check-in of this user that ServiceChannel holds. */
interface Open {
  readonly key: string;
  readonly workOrderId: number;
  /** The instants that its time may mean, ms. */
  readonly times: readonly number[];
  readonly workType: string | null;
  readonly techsCount: number;
}

function openOf(activity: WorkActivity, workOrderId: number, now: number): Open[] {
  const { id, timeIn, timeOut, techsCount, workType } = activity;
  const [trace] = tracesOfWork([activity]);
  if (timeOut !== null || !trace) return [];
  // A time without offset may be UTC or local (API.md); what would be in the future is not meant.
  const times = timesOf(trace, offsetAt(now)).filter((ms) => ms <= now + MINUTE && ms > now - OLDEST);
  if (times.length === 0) return [];
  return [
    { key: `${workOrderId} ${id ?? timeIn}`, workOrderId, times, workType, techsCount: techsCount ?? 1 },
  ];
}

/** A pair of ours that began in that minute, whatever became of it: the app knows of this check-in. */
const isKnown = (open: Open, visits: readonly Visit[]): boolean =>
  visits
    .filter((visit) => visit.workOrderId === open.workOrderId)
    .flatMap((visit) => visit.pairs)
    .some((pair) => open.times.some((ms) => Math.abs(ms - pair.checkIn.at.ms) < MINUTE));

/**
 * Open check-ins that were made elsewhere: on the phone, in the mobile app, on another computer. Asked for once at
 * sign-in, and heard in whatever else is read; never at the price of a read of its own.
 */
export class Elsewhere {
  readonly #parts: ElsewhereParts;
  #found: readonly Open[] = [];
  readonly #notNow = new Set<string>();

  constructor(parts: ElsewhereParts) {
    this.#parts = parts;
  }

  /** Asks once, for a user who has just signed in. No answer is no news. */
  async ask(sender: Who & Pick<Sender, 'client'>): Promise<void> {
    const now = this.#parts.now();
    const day = (ms: number) => dateOf(ms, () => 0);
    const answer = await sender.client.ownActivities(day(now - DAY), day(now + 2 * DAY), sender.userId);
    if (answer.kind !== 'ok') return;
    const own = answer.value.filter((each) => whoseIs(each, sender) === 'us');
    this.#hear(own.flatMap((each) => (each.workOrderId === null ? [] : openOf(each, each.workOrderId, now))));
  }

  /** The activities of a work order were read: what is open there now, and what is not any more. */
  onActivities(workOrderId: number, activities: readonly WorkActivity[], who: Who): void {
    const others = this.#found.filter((each) => each.workOrderId !== workOrderId);
    const own = activities.filter((each) => whoseIs(each, who) === 'us');
    const here = own.flatMap((each) => openOf(each, workOrderId, this.#parts.now()));
    this.#found = others;
    this.#hear(here);
  }

  #hear(open: readonly Open[]): void {
    const keys = new Set(open.map(({ key }) => key));
    this.#found = [...this.#found.filter(({ key }) => !keys.has(key)), ...open];
    this.#parts.onChange();
  }

  /** Another user: what was found is not theirs. */
  forget(): void {
    this.#found = [];
  }

  get #offered(): readonly Open[] {
    const visits = this.#parts.visits();
    return this.#found.filter((open) => !this.#notNow.has(open.key) && !isKnown(open, visits));
  }

  /** The open check-ins that are offered to be continued here. */
  get views(): readonly ElsewhereView[] {
    return this.#offered.map((open) => ({
      key: open.key,
      workOrderId: open.workOrderId,
      since: toStamp(Math.max(...open.times), offsetAt),
    }));
  }

  /** The act that continues it; null when it is not offered any more. */
  continued(key: string): ContinueCommand | null {
    const open = this.#offered.find((each) => each.key === key);
    if (!open) return null;
    const { workOrderId, techsCount } = open;
    return {
      type: 'continue',
      workOrderId,
      at: Math.max(...open.times),
      techsCount,
      workTypeId: this.#typeOf(open),
    };
  }

  #typeOf({ workOrderId, workType }: Open): number {
    const named = workType?.toLowerCase();
    const known = this.#parts.workTypes(workOrderId).find(({ name }) => name.toLowerCase() === named);
    return known?.id ?? (named === 'travel' ? TRAVEL : REPAIR);
  }

  notNow(key: string): void {
    this.#notNow.add(key);
    this.#parts.onChange();
  }
}
