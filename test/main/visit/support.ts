import { expect } from 'vitest';
import type { Command, Fault, Outcome, Ruled } from '../../../main/visit/commands.ts';
import { findReport } from '../../../main/visit/edit.ts';
import { currentVisit, visitsOf } from '../../../main/visit/phase.ts';
import type { Problem, RefusalReason } from '../../../main/visit/problem.ts';
import { rule } from '../../../main/visit/rules.ts';
import { toIso } from '../../../main/visit/time.ts';
import {
  type Context,
  EMPTY,
  type Owner,
  type Report,
  type State,
  type Visit,
} from '../../../main/visit/types.ts';

export const SERVER = 'https://api.example/v3';
export const USER = 1544987;
export const PROBLEM: Problem = {
  reason: 'premature',
  message: 'Check In is premature',
  httpStatus: 400,
  codes: ['503'],
};

/** Everything in it, so that a rule which changes its input throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes east of UTC at an instant (ms) in an IANA zone. */
export function offsetIn(zone: string): (ms: number) => number {
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, format);
  return (ms) => {
    const name = format.formatToParts(ms).find((part) => part.type === 'timeZoneName')?.value ?? '';
    const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
}

/** Distributes over a union, so that a command without its time can be written down. */
type Each<T> = T extends unknown ? T : never;

/** One technician at one computer: commands go through the rules at the time the clock shows. */
export class Day {
  state: State = EMPTY;
  now: number;
  userId = USER;
  zone = 'America/New_York';
  undoable = false;
  #commands = 0;

  /** How far this computer's clock is known to be ahead, ms. */
  error = 0;

  /** @param start local time of the zone with its offset */
  constructor(start = '2026-05-13T10:00:00-04:00') {
    this.now = Date.parse(start);
  }

  /** Moves the clock to a time of the same day, `HH:MM` or `HH:MM:SS`, New York summer time. */
  clock(time: string): this {
    this.now = this.instant(time);
    return this;
  }

  instant(time: string): number {
    const seconds = time.length === 5 ? `${time}:00` : time;
    return Date.parse(`2026-05-13T${seconds}-04:00`);
  }

  get context(): Context {
    return {
      now: this.now,
      clickedAt: this.now + 17 + this.error,
      offsetAt: offsetIn(this.zone),
      id: `c${this.#commands}`,
      owner: this.owner,
      undoable: this.undoable,
    };
  }

  get owner(): Owner {
    return { userId: this.userId, server: SERVER };
  }

  rule(command: Command): Ruled {
    this.#commands += 1;
    return rule(deepFreeze(this.state), command, this.context);
  }

  /** Does what must be possible. */
  do(command: Each<Command>): this {
    const ruled = this.rule(command);
    expect(ruled, JSON.stringify(command)).toMatchObject({ ok: true });
    if (ruled.ok) this.state = ruled.state;
    return this;
  }

  /** Why a command cannot be done; undefined when it can. The state stays. */
  fault(command: Each<Command>): Fault | undefined {
    const ruled = this.rule(command);
    return ruled.ok ? undefined : ruled.fault;
  }

  checkIn(workOrderId: number, over: { at?: number; workTypeId?: number; techsCount?: number } = {}): this {
    return this.do({ type: 'check-in', workOrderId, workTypeId: 1, techsCount: 2, ...over });
  }

  get mine(): readonly Visit[] {
    return visitsOf(this.state, this.owner);
  }

  /** The visit that the app shows. */
  get current(): Visit {
    return certain(currentVisit(this.mine));
  }

  /** The last visit with this work order. */
  visit(workOrderId: number): Visit {
    return certain(this.mine.findLast((each) => each.workOrderId === workOrderId));
  }

  /** Delivers a report with this outcome. */
  sent(report: Report, outcome: 'recorded' | 'refused' | 'unconfirmed' | 'not-recorded'): this {
    this.do({ type: 'sending', reportId: report.id, since: this.now });
    return this.do(outcomeOf(report.id, outcome, this.now));
  }

  /** Leaves now, and ServiceChannel refuses it for this reason. */
  refused(report: Report, reason: RefusalReason): this {
    this.do({ type: 'sending', reportId: report.id, since: this.now });
    const message = reason === 'premature' ? PROBLEM.message : 'Not like this';
    return this.do({ type: 'refused', reportId: report.id, problem: { ...PROBLEM, reason, message } });
  }

  deliveryOf(report: Report) {
    return findReport(this.state.visits, report.id)?.report.delivery;
  }
}

export function outcomeOf(
  reportId: string,
  type: 'recorded' | 'refused' | 'unconfirmed' | 'not-recorded',
  now: number,
  mechanicId: number | null = 3002141,
): Outcome {
  switch (type) {
    case 'recorded':
      return { type, reportId, mechanicId, by: 'answer' };
    case 'refused':
      return { type, reportId, problem: PROBLEM };
    case 'unconfirmed':
      return { type, reportId, since: now };
    case 'not-recorded':
      return { type, reportId };
  }
}

/** The value itself. @throws when it is missing, since the test makes no sense then */
export function certain<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('The test expected something here');
  return value;
}

/** A visit's pairs as a person would write them down: `in – out`, times as ServiceChannel gets them. */
export const written = (visit: Visit): readonly string[] =>
  visit.pairs.map(
    ({ checkIn, checkOut }) => `${toIso(checkIn.at)} – ${checkOut ? toIso(checkOut.at) : 'open'}`,
  );
