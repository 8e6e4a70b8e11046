import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { autoPauseAt } from '../../../main/moments/absence.ts';
import { actOf, afterAnswer, isOffered, type PromptAnswer } from '../../../main/moments/answers.ts';
import { plan, take } from '../../../main/moments/machine.ts';
import { type Moment, pending } from '../../../main/moments/pending.ts';
import { type Memory, NOTHING, type World } from '../../../main/moments/types.ts';
import { siteOf } from '../../../main/views/moments.ts';
import type { Act } from '../../../main/visit/commands.ts';
import { rule } from '../../../main/visit/rules.ts';
import { HOUR, MINUTE, SECOND } from '../../../main/visit/time.ts';
import { stretches } from '../../../main/visit/totals.ts';
import { EMPTY, type State } from '../../../main/visit/types.ts';

/**
 * Random days of a technician and their computer: use, absences, locks, sleeps, zones and answers in any order. The
 * machine, the rules and the plan of its timers are the real ones; only time is not.
 */

type Step =
  | { readonly do: 'use' | 'away' | 'sleep' | 'lock'; readonly minutes: number }
  | { readonly do: 'act'; readonly act: 'check-in' | 'pause' | 'resume' | 'check-out' | 'switch' }
  | { readonly do: 'answer'; readonly pick: number }
  | { readonly do: 'zone'; readonly offset: number }
  | { readonly do: 'restart' };

const minutes = fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 16 * 60 }));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('use', 'away', 'sleep', 'lock'), minutes }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('act'),
      act: fc.constantFrom('check-in', 'pause', 'resume', 'check-out', 'switch'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('answer'), pick: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('zone'), offset: fc.constantFrom(-300, 0, 60, 330) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' }) },
);
const settings = fc.record({
  idleMinutes: fc.constantFrom(0, 0.1, 5, 30),
  autoPauseMinutes: fc.constantFrom(0, 0, 1, 20),
  endOfDay: fc.constantFrom('17:30', '00:00', '23:59'),
  workdays: fc.constantFrom([1, 2, 3, 4, 5, 6, 7], [1, 3], []),
});

const ANSWERS = ['keep', 'keep', 'pause', 'break', 'check-out', 'dont-ask', 'take-back', 'quit'] as const;

/** An `expect` at each of a hundred thousand instants takes longer than the days themselves. */
function must(holds: boolean, otherwise: string): void {
  if (!holds) expect.fail(otherwise);
}

class Day {
  now = Date.parse('2026-11-24T08:00Z');
  offset = 60;
  state: State = EMPTY;
  memory: Memory = NOTHING;
  /** The instants at which keyboard or pointer were last touched, as the desktop knows it. */
  input = this.now;
  acts = 0;
  readonly settings: World['settings'];

  constructor(given: World['settings']) {
    this.settings = given;
  }

  get world(): World {
    const { now, settings: given, offset } = this;
    return { now, site: siteOf(this.state.visits), settings: given, offsetAt: () => offset };
  }

  get open(): Moment | null {
    return pending(this.memory, this.world, null);
  }

  tell(told: Parameters<typeof take>[1]): void {
    const once = take(this.memory, told, this.world);
    // The same fact twice asks once.
    const twice = take(once, told, this.world);
    must(pending(twice, this.world, null)?.id === pending(once, this.world, null)?.id, 'it asks twice');
    this.memory = once;
    this.#autoPause();
    this.check();
  }

  #autoPause(): void {
    const { absence } = this.memory;
    const due = autoPauseAt(this.memory, this.world);
    if (due === null || !absence || this.now < due) return;
    const ok = this.act({ type: 'pause', visitId: absence.visitId, at: absence.from });
    this.memory = {
      ...this.memory,
      absence: { ...absence, paused: ok, disturbed: absence.disturbed || !ok },
    };
    this.memory = take(this.memory, { type: 'time' }, this.world);
  }

  act(act: Act): boolean {
    const id = `a${this.acts++}`;
    const ctx = {
      now: this.now,
      clickedAt: this.now,
      offsetAt: () => this.offset,
      id,
      owner: { userId: 1, server: 's' },
      undoable: false,
    };
    const ruled = rule(this.state, act, ctx);
    if (ruled.ok) this.state = ruled.state;
    return ruled.ok;
  }

  /** Lets time pass as the app lives it: it wakes when it planned to, and looks when it planned to. */
  pass(ms: number, using: boolean): void {
    const end = this.now + ms;
    for (let turns = 0; this.now < end; turns++) {
      if (turns > 20_000) throw new Error('it wakes too often');
      const { wakeAt, lookAt } = plan(this.memory, this.world);
      const next = wakeAt === null ? end : Math.min(end, Math.max(wakeAt, this.now + 1));
      this.now = next;
      if (using) this.input = this.now - (this.now % (7 * SECOND));
      if (next === end && (wakeAt === null || end < wakeAt)) break;
      if (lookAt !== null && this.now >= lookAt) this.tell({ type: 'look', input: this.input });
      else this.tell({ type: 'time' });
    }
  }

  check(): void {
    const { open, state, memory, world, now } = this;
    if (open) must(world.site?.visitId === open.visitId, 'it asks without a visit');
    if (world.site === null)
      must(
        isDeepStrictEqual(plan(memory, world), { lookAt: null, wakeAt: null }),
        'it wakes without a visit',
      );
    for (const visit of state.visits) {
      // Every minute is worked or paused, once, in order, and none lies outside its visit.
      const wrong = stretches(visit, now).filter(
        ({ from, to }, index, parts) =>
          !(to >= from && from >= (parts[index - 1]?.to ?? from) && to <= now + SECOND),
      );
      must(wrong.length === 0, JSON.stringify(wrong));
    }
    const { absence } = memory;
    if (absence) {
      // In question are minutes of this visit only.
      const visit = state.visits.find(({ id }) => id === absence.visitId);
      const start = visit?.pairs[0]?.checkIn.at.ms ?? Number.POSITIVE_INFINITY;
      const { from, to } = absence;
      must(from >= start && from <= now, `an absence from ${from} of a visit from ${start}, at ${now}`);
      must(to === null || (to >= from && to <= now), `an absence from ${from} to ${to}, at ${now}`);
    }
  }
}

function answerOf(day: Day, moment: Moment, pick: number): PromptAnswer {
  const type = ANSWERS[pick % ANSWERS.length] ?? 'keep';
  if (type === 'break') {
    const from = day.memory.absence?.from ?? day.now - HOUR;
    return { type, at: from, until: day.memory.absence?.to ?? day.now };
  }
  if (type === 'check-out') return { type, primaryStatus: 'Completed' };
  if (type === 'pause') return { type };
  const isTaken = moment.id.endsWith('paused') || type !== 'take-back';
  return { type: isTaken ? type : 'keep' };
}

const worked = (state: State, now: number) =>
  state.visits
    .flatMap((visit) => stretches(visit, now))
    .filter(({ kind }) => kind === 'on site')
    .reduce((ms, { from, to }) => ms + to - from, 0);

function answer(day: Day, pick: number): void {
  const moment = day.open;
  if (!moment) return;
  const given = answerOf(day, moment, pick);
  if (!isOffered(moment, given)) return;
  const before = worked(day.state, day.now);
  const act = actOf(moment, given, day.memory);
  if (act && !day.act(act)) return;
  day.memory = take(afterAnswer(day.memory, moment, given, day.world), { type: 'time' }, day.world);
  // An answer without an act takes no minute off, and adds none.
  if (!act) expect(worked(day.state, day.now)).toBe(before);
  // Answered is answered: the same question is not open any more.
  expect(day.open?.id).not.toBe(moment.id);
  day.check();
}

function live(day: Day, each: Step): void {
  switch (each.do) {
    case 'use':
    case 'away':
      day.pass(each.minutes * MINUTE, each.do === 'use');
      break;
    case 'lock':
      day.tell({ type: 'lock', input: day.input });
      day.pass(each.minutes * MINUTE, false);
      day.input = day.now;
      day.tell({ type: 'unlock' });
      break;
    case 'sleep':
      day.tell({ type: 'sleep', input: day.input });
      day.now += each.minutes * MINUTE;
      day.tell({ type: 'wake' });
      break;
    case 'restart':
      day.tell({ type: 'start' });
      break;
    case 'zone':
      day.offset = each.offset;
      day.tell({ type: 'time' });
      break;
    case 'answer':
      answer(day, each.pick);
      break;
    case 'act':
      doAct(day, each.act);
      break;
  }
}

function doAct(day: Day, name: string): void {
  const site = siteOf(day.state.visits);
  const visitId = site?.visitId ?? '';
  const checkIn = (workOrderId: number): Act => ({
    type: 'check-in',
    workOrderId,
    workTypeId: 1,
    techsCount: 1,
  });
  const acts: Record<string, Act> = {
    'check-in': checkIn(7),
    switch: checkIn(8),
    pause: { type: 'pause', visitId },
    resume: { type: 'resume', visitId },
    'check-out': { type: 'check-out', visitId, primaryStatus: 'Completed' },
  };
  const act = acts[name];
  day.now += SECOND;
  day.input = day.now;
  if (act && day.act(act)) day.tell({ type: 'command' });
}

describe('random days', () => {
  test('keep the promises of DESIGN.md, rule 8', () => {
    fc.assert(
      fc.property(settings, fc.array(step, { minLength: 1, maxLength: 25 }), (given, steps) => {
        const day = new Day(given);
        day.tell({ type: 'start' });
        for (const each of steps) live(day, each);
      }),
      { numRuns: 200 },
    );
  });

  test('without an answer or the setting no minute is taken off, whatever the computer does', () => {
    const quiet = fc.array(fc.record({ do: fc.constantFrom('use', 'away', 'sleep', 'lock'), minutes }), {
      minLength: 1,
      maxLength: 15,
    });
    fc.assert(
      fc.property(settings, quiet, (given, steps) => {
        const day = new Day({ ...given, autoPauseMinutes: 0 });
        doAct(day, 'check-in');
        const began = day.state.visits[0]?.pairs[0]?.checkIn.at.ms ?? 0;
        for (const each of steps) live(day, each);
        expect(worked(day.state, day.now)).toBe(day.now - began);
      }),
      { numRuns: 100 },
    );
  });

  test('an absence that lasts long enough is always asked about', () => {
    const before = fc.array(
      fc.record({ do: fc.constantFrom('use', 'sleep'), minutes: fc.integer({ min: 1, max: 29 }) }),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(0.1, 5, 30),
        before,
        fc.integer({ min: 31, max: 300 }),
        (idleMinutes, steps, gone) => {
          const day = new Day({ idleMinutes, autoPauseMinutes: 0, endOfDay: '17:30', workdays: [] });
          doAct(day, 'check-in');
          for (const each of steps) live(day, each);
          live(day, { do: 'away', minutes: gone });
          expect(day.open?.kind).toBe('idle');
          expect(day.memory.absence?.from).toBeLessThanOrEqual(day.now - gone * MINUTE);
        },
      ),
      { numRuns: 50 },
    );
  });
});
