import { describe, expect, test } from 'vitest';
import { autoPauseAt } from '../../../main/moments/absence.ts';
import { actOf, afterAnswer } from '../../../main/moments/answers.ts';
import { nextEndOfDay } from '../../../main/moments/end-of-day.ts';
import { isSilent } from '../../../main/moments/looks.ts';
import { plan } from '../../../main/moments/machine.ts';
import { pending } from '../../../main/moments/pending.ts';
import { NOTHING } from '../../../main/moments/types.ts';
import { isStillPaused } from '../../../main/moments/while-paused.ts';
import { HOUR, MINUTE, SECOND } from '../../../main/visit/time.ts';
import { at, Day, onSite } from './support.ts';

const kind = (day: Day) => pending(day.memory, day.world, null)?.kind ?? null;

/** At work since 09:00, last seen at an instant. */
const atWork = (settings = {}, seen = '10:00') =>
  new Day(onSite(at('09:00')), settings, { ...NOTHING, lastInput: at(seen) - MINUTE }).to(at(seen)).look(0);

describe('an absence', () => {
  test('is asked about when the threshold is reached, not before', () => {
    const day = atWork();
    expect(plan(day.memory, day.world).lookAt).toBe(at('10:05'));
    day.to(at('10:29:59')).look(29 * MINUTE + 59 * SECOND);
    expect(kind(day)).toBeNull();
    day.to(at('10:30')).look(30 * MINUTE);
    expect(kind(day)).toBe('idle');
    expect(day.memory.absence).toMatchObject({ from: at('10:00'), to: null, form: 'away' });
  });

  test('begins at the last command where that came after the last input', () => {
    const day = atWork().to(at('10:10')).tell({ type: 'command' });
    day.to(at('10:30')).look(30 * MINUTE);
    expect(kind(day)).toBeNull();
    day.to(at('10:40')).look(40 * MINUTE);
    expect(day.memory.absence?.from).toBe(at('10:10'));
  });

  test('never begins before the check-in', () => {
    const day = new Day(onSite(at('09:00'))).to(at('09:29')).look(HOUR);
    expect(kind(day)).toBeNull();
    day.to(at('09:30')).look(HOUR + MINUTE);
    expect(day.memory.absence?.from).toBe(at('09:00'));
  });

  test('told twice is asked once', () => {
    const day = atWork()
      .to(at('10:30'))
      .look(30 * MINUTE);
    const once = day.memory;
    expect(day.look(30 * MINUTE).memory).toEqual(once);
  });

  test('is not asked about on the way, paused, where idle is off, and after “Don’t ask again”', () => {
    const away = (day: Day) => day.to(at('10:00')).look(0).to(at('11:00')).look(HOUR);
    const site = onSite(at('09:00'));
    expect(kind(away(new Day({ ...site, phase: 'travelling' })))).toBeNull();
    expect(kind(away(new Day({ ...site, phase: 'paused', pausedAt: at('09:30') })))).toBeNull();
    expect(kind(away(new Day(site, { idleMinutes: 0 })))).toBeNull();
    const muted = away(new Day(site));
    const moment = pending(muted.memory, muted.world, null);
    if (!moment) throw new Error('nothing was asked');
    muted.memory = afterAnswer(muted.memory, moment, { type: 'dont-ask' }, muted.world);
    expect(kind(muted.to(at('12:00')).look(HOUR))).toBeNull();
  });

  test('ends with the return, at the earliest instant it can have been', () => {
    const day = atWork()
      .to(at('10:30'))
      .look(30 * MINUTE);
    day.to(at('10:43:10')).look(43 * MINUTE + 10 * SECOND);
    day.to(at('10:43:20')).look(2 * SECOND);
    expect(day.memory.absence).toMatchObject({ away: false, to: at('10:43:10'), form: 'away' });
  });

  test('keeps its form for a minute of use, under the pointer for longer, and turns when it is opened again', () => {
    const back = () =>
      atWork()
        .to(at('10:30'))
        .look(30 * MINUTE)
        .to(at('10:30:10'))
        .look(SECOND);
    expect(back().to(at('10:30:59')).tell({ type: 'time' }).memory.absence?.form).toBe('away');
    expect(back().to(at('10:31')).tell({ type: 'time' }).memory.absence?.form).toBe('back');
    expect(back().to(at('10:35')).tell({ type: 'time', engaged: true }).memory.absence?.form).toBe('away');
    expect(back().tell({ type: 'reopened', engaged: true }).memory.absence?.form).toBe('back');
  });

  test('joins the one before it that nobody answered: one question, from the first to the last', () => {
    const day = atWork()
      .to(at('10:30'))
      .look(30 * MINUTE)
      .to(at('10:40'))
      .look(SECOND);
    day
      .to(at('11:10'))
      .look(30 * MINUTE)
      .to(at('11:20'))
      .look(SECOND);
    expect(day.memory.absence?.from).toBe(at('10:00'));
    expect(day.memory.absence?.to).toBeGreaterThanOrEqual(at('11:18:30'));
    expect(kind(day)).toBe('idle');
  });

  test('through a sleep is one absence, found over on waking', () => {
    const day = atWork()
      .to(at('10:05'))
      .tell({ type: 'sleep', input: at('10:02') });
    day.to(at('11:00')).tell({ type: 'wake' });
    expect(day.memory.absence).toMatchObject({
      from: at('10:02'),
      to: at('11:00'),
      form: 'back',
      disturbed: true,
    });
  });

  test('a sleep shorter than the threshold is none', () => {
    const day = atWork()
      .to(at('10:05'))
      .tell({ type: 'sleep', input: at('10:04') });
    day.to(at('10:20')).tell({ type: 'wake' });
    expect(kind(day)).toBeNull();
  });

  test('through a sleep that no event told is found by the next look', () => {
    const day = atWork()
      .to(at('11:00'))
      .look(2 * SECOND);
    expect(day.memory.absence).toMatchObject({ from: at('10:00'), away: false });
    expect(day.memory.absence?.to).toBeGreaterThanOrEqual(at('10:58:30'));
  });

  test('ends when its visit is left another way', () => {
    const day = atWork()
      .to(at('10:30'))
      .look(30 * MINUTE)
      .stand(null)
      .tell({ type: 'time' });
    expect(kind(day)).toBeNull();
    expect(day.memory.absence).toBeNull();
  });

  test('pauses from its start, however late the answer', () => {
    const day = atWork()
      .to(at('10:30'))
      .look(30 * MINUTE)
      .to(at('12:00'))
      .look(2 * HOUR);
    const moment = pending(day.memory, day.world, null);
    expect(moment && actOf(moment, { type: 'pause' }, day.memory)).toEqual({
      type: 'pause',
      visitId: 'v1',
      at: at('10:00'),
    });
  });
});

describe('the pause that a setting makes', () => {
  const away = (settings = {}) =>
    atWork({ autoPauseMinutes: 10, ...settings })
      .to(at('10:30'))
      .look(30 * MINUTE);

  test('comes so long after the question', () => {
    const day = away();
    expect(autoPauseAt(day.memory, day.world)).toBe(at('10:40'));
  });

  test('does not come after a lock or a sleep, which say that the computer was left', () => {
    const locked = atWork({ autoPauseMinutes: 10 }).to(at('10:05')).tell({ type: 'lock', input: null });
    locked.to(at('10:30')).look(30 * MINUTE);
    expect(autoPauseAt(locked.memory, locked.world)).toBeNull();
    const slept = away().to(at('10:35')).tell({ type: 'sleep', input: null });
    expect(autoPauseAt(slept.memory, slept.world)).toBeNull();
  });

  test('does not come once they are back, nor for a check-in younger than 15 minutes, nor when it is off', () => {
    const back = away().to(at('10:35')).look(SECOND);
    expect(autoPauseAt(back.memory, back.world)).toBeNull();
    const young = new Day(onSite(at('10:00')), { idleMinutes: 1, autoPauseMinutes: 1 });
    young.to(at('10:01')).look(HOUR);
    expect(autoPauseAt(young.memory, young.world)).toBe(at('10:15'));
    const off = away({ autoPauseMinutes: 0 });
    expect(autoPauseAt(off.memory, off.world)).toBeNull();
  });

  test('is taken back by a check-in at its start', () => {
    const day = away();
    const { absence } = day.memory;
    if (!absence) throw new Error('nobody is away');
    day.memory = { ...day.memory, absence: { ...absence, paused: true } };
    day.stand({ ...onSite(at('09:00')), phase: 'paused', pausedAt: at('10:00') }).tell({ type: 'time' });
    const moment = pending(day.memory, day.world, null);
    expect(moment && actOf(moment, { type: 'take-back' }, day.memory)).toEqual({
      type: 'resume',
      visitId: 'v1',
      at: at('10:00'),
    });
  });
});

describe('the end of the day', () => {
  test('comes at its minute, once', () => {
    const day = atWork({ idleMinutes: 0 });
    expect(plan(day.memory, { ...day.world, now: at('17:29:30') }).wakeAt).toBe(at('10:05'));
    expect(kind(day.to(at('17:29:59')).tell({ type: 'time' }))).toBeNull();
    expect(kind(day.to(at('17:30')).tell({ type: 'time' }))).toBe('end-of-day');
    const asked = day.memory;
    expect(day.tell({ type: 'time' }).memory).toEqual(asked);
  });

  test('that the computer slept through is asked on waking', () => {
    const day = atWork({ idleMinutes: 0 }, '17:00').tell({ type: 'sleep', input: null });
    expect(kind(day.to(at('19:00')).tell({ type: 'wake' }))).toBe('end-of-day');
  });

  test('is not asked on other days', () => {
    const day = atWork({ idleMinutes: 0, workdays: [1] });
    expect(kind(day.to(at('17:30')).tell({ type: 'time' }))).toBeNull();
  });

  test('is asked again in 30 minutes, then in 2 hours, then no more until the next check-in', () => {
    const day = atWork({ idleMinutes: 0 }).to(at('17:30')).tell({ type: 'time' });
    const keep = () => {
      const moment = pending(day.memory, day.world, null);
      if (moment) day.memory = afterAnswer(day.memory, moment, { type: 'keep' }, day.world);
    };
    keep();
    expect(kind(day.to(at('17:59')).look(0))).toBeNull();
    expect(kind(day.to(at('18:00')).look(0))).toBe('end-of-day');
    keep();
    expect(kind(day.to(at('19:59')).look(0))).toBeNull();
    expect(kind(day.to(at('20:00')).look(0))).toBe('end-of-day');
    keep();
    expect(kind(day.to(at('22:00')).look(0))).toBeNull();
    expect(kind(day.to(at('17:30', 1)).tell({ type: 'time' }))).toBeNull();
    day.stand(onSite(at('09:00', 1))).tell({ type: 'time' });
    expect(kind(day)).toBe('end-of-day');
  });

  test('a check-in made after it is asked about 4 hours after it began instead', () => {
    const day = new Day(onSite(at('18:00')), { idleMinutes: 0 }).tell({ type: 'command' });
    expect(kind(day.to(at('21:59')).tell({ type: 'time' }))).toBeNull();
    expect(kind(day.to(at('22:00')).tell({ type: 'time' }))).toBe('end-of-day');
  });

  test.each([
    ['17:29', '21:29'],
    ['15:31', '19:31'],
    ['15:30', '17:30'],
  ])('a check-in made at %s, the day ending at 17:30, is asked about at %s, once', (since, asked) => {
    const day = new Day(onSite(at(since)), { idleMinutes: 0 }).tell({ type: 'command' });
    expect(kind(day.to(at(asked) - SECOND).tell({ type: 'time' }))).toBeNull();
    expect(kind(day.to(at(asked)).tell({ type: 'time' }))).toBe('end-of-day');
    const moment = pending(day.memory, day.world, null);
    if (!moment) throw new Error('nothing was asked');
    day.memory = afterAnswer(day.memory, moment, { type: 'keep' }, day.world);
    expect(nextEndOfDay(day.memory, day.world)).toBe(at(asked) + 30 * MINUTE);
  });

  test('a visit of the whole day, resumed an hour before it, is asked about at its minute', () => {
    const day = new Day({ ...onSite(at('16:30')), begun: at('08:00') }, { idleMinutes: 0 });
    day.to(at('16:30')).tell({ type: 'command' });
    expect(nextEndOfDay(day.memory, day.world)).toBe(at('17:30'));
  });

  test('a visit begun shortly before it and paused for a while is asked about 4 hours after it began', () => {
    const day = new Day({ ...onSite(at('17:00')), begun: at('16:30') }, { idleMinutes: 0 });
    day.to(at('17:00')).tell({ type: 'command' });
    expect(nextEndOfDay(day.memory, day.world)).toBe(at('20:30'));
  });

  test('comes once where the wall clock goes over its minute twice', () => {
    const day = atWork({ idleMinutes: 0 }).to(at('17:30')).tell({ type: 'time' });
    const moment = pending(day.memory, day.world, null);
    if (!moment) throw new Error('nothing was asked');
    day.memory = afterAnswer(
      day.memory,
      moment,
      { type: 'check-out', primaryStatus: 'Completed' },
      day.world,
    );
    day.world = { ...day.world, offsetAt: () => 0 };
    expect(kind(day.to(at('18:30')).tell({ type: 'time' }))).toBeNull();
  });

  test('waits behind the question of an absence', () => {
    const day = atWork({}, '17:00')
      .to(at('17:30'))
      .look(30 * MINUTE);
    expect(kind(day)).toBe('idle');
    const moment = pending(day.memory, day.world, null);
    if (!moment) throw new Error('nothing was asked');
    day.memory = afterAnswer(day.memory, moment, { type: 'keep' }, day.world);
    expect(kind(day)).toBe('end-of-day');
  });
});

describe('a forgotten check-out', () => {
  const used = () => atWork({}, '16:00');

  test('is asked after 6 hours without use, and absorbs the question of the absence', () => {
    const day = used()
      .to(at('16:30'))
      .look(30 * MINUTE);
    expect(kind(day)).toBe('idle');
    day
      .to(at('22:10'))
      .look(6 * HOUR + 10 * MINUTE)
      .to(at('22:10:10'))
      .look(SECOND);
    expect(kind(day)).toBe('forgotten');
    expect(day.memory).toMatchObject({ absence: null, forgotten: { lastUse: at('16:00') } });
  });

  test('is asked at the start of the app, with the sign of use that lay on disk', () => {
    const { memory } = used();
    const day = new Day(onSite(at('09:00')), {}, memory).to(at('23:00')).tell({ type: 'start' });
    expect(day.memory.forgotten?.lastUse).toBe(at('16:00'));
  });

  test('is asked of a check-in open over 14 hours, though it is in use, at the next first use or waking', () => {
    const day = atWork({}, '22:50').to(at('22:55')).tell({ type: 'sleep', input: null });
    expect(kind(day.to(at('22:59')).tell({ type: 'wake' }))).not.toBe('forgotten');
    day.tell({ type: 'sleep', input: null });
    expect(kind(day.to(at('23:01')).tell({ type: 'wake' }))).toBe('forgotten');
  });

  test('a night shift over midnight is none', () => {
    const day = new Day(onSite(at('22:00')), { idleMinutes: 0 }).to(at('23:59')).look(0);
    day.to(at('00:10', 1)).tell({ type: 'sleep', input: null }).to(at('03:00', 1)).tell({ type: 'wake' });
    expect(kind(day)).not.toBe('forgotten');
  });

  test('“I’m still on site” is quiet for 4 hours', () => {
    const day = used().to(at('23:00')).tell({ type: 'wake' });
    const moment = pending(day.memory, day.world, null);
    if (moment) day.memory = afterAnswer(day.memory, moment, { type: 'keep' }, day.world);
    expect(kind(day.to(at('02:59', 1)).tell({ type: 'wake' }))).not.toBe('forgotten');
    expect(kind(day.to(at('03:00', 1)).tell({ type: 'wake' }))).toBe('forgotten');
  });
});

describe('while paused', () => {
  const paused = () =>
    new Day({ ...onSite(at('09:00')), phase: 'paused', pausedAt: at('12:00') })
      .to(at('12:00'))
      .tell({ type: 'command' });

  test('30 minutes of use are worth one word', () => {
    const day = paused();
    for (let n = 1; n <= 5; n++) day.to(at('12:00') + n * 5 * MINUTE).look(0);
    expect(isStillPaused(day.memory)).toBe(false);
    expect(isStillPaused(day.to(at('12:30')).look(0).memory)).toBe(true);
    expect(plan(day.memory, day.world).wakeAt).toBeNull();
  });

  test('hours without use are not', () => {
    const day = paused();
    for (let n = 1; n <= 40; n++) day.to(at('12:00') + n * 5 * MINUTE).look(n * 5 * MINUTE);
    expect(isStillPaused(day.memory)).toBe(false);
  });

  test('until tomorrow: the next day’s first use offers to resume', () => {
    const day = atWork({ idleMinutes: 0 }).to(at('17:30')).tell({ type: 'time' });
    const moment = pending(day.memory, day.world, null);
    if (!moment) throw new Error('nothing was asked');
    day.stand({ ...onSite(at('09:00')), phase: 'paused', pausedAt: at('17:30') });
    day.memory = afterAnswer(day.memory, moment, { type: 'pause' }, day.world);
    day.tell({ type: 'time' });
    for (let n = 1; n <= 12; n++) day.to(at('17:30') + n * 5 * MINUTE).look(0);
    expect(isStillPaused(day.memory)).toBe(false);
    expect(day.memory.tomorrow?.offered).toBe(false);
    day.to(at('07:30', 1)).look(0);
    expect(day.memory.tomorrow?.offered).toBe(true);
  });

  test.each([
    ['00:30', '07:30', true],
    ['03:50', '07:55', true],
    ['00:30', '03:00', false],
    ['06:30', '11:00', false],
  ])('until tomorrow at %s, a first use at %s of that date offers to resume: %s', (paused, used, offered) => {
    const day = new Day(onSite(at('20:00', -1)), { idleMinutes: 0, endOfDay: '23:00' }).tell({
      type: 'command',
    });
    const moment = { kind: 'end-of-day', id: 'm', visitId: 'v1', askedAt: at(paused) } as const;
    day.to(at(paused)).stand({ ...onSite(at('20:00', -1)), phase: 'paused', pausedAt: at(paused) });
    day.memory = afterAnswer(day.memory, moment, { type: 'pause' }, day.world);
    day.to(at(used)).look(0);
    expect(day.memory.tomorrow?.offered).toBe(offered);
  });
});

describe('a desktop that does not tell how long it is unused', () => {
  /** How often it is asked in so many minutes, when it never answers. */
  function looks(day: Day, minutes: number): number {
    const end = day.world.now + minutes * MINUTE;
    for (let n = 0; ; n++) {
      const { lookAt, wakeAt } = plan(day.memory, day.world);
      const next = Math.max(day.world.now + 1, wakeAt ?? end);
      if (next >= end) return n;
      day.to(next);
      if (lookAt !== null && next >= lookAt) day.tell({ type: 'look', input: null });
      else {
        day.tell({ type: 'time' });
        n--;
      }
    }
  }

  test('is asked less and less often, and that is said', () => {
    const day = atWork().to(at('10:30'));
    expect(isSilent(day.memory)).toBe(false);
    expect(looks(day, 10)).toBeLessThan(12);
    expect(isSilent(day.memory)).toBe(true);
    expect(looks(day, 60)).toBeLessThanOrEqual(13);
    expect(kind(day)).toBeNull();
  });

  test('and then answers is believed again, and the absence found with its own beginning', () => {
    const day = atWork().to(at('10:30'));
    looks(day, 60);
    day.look(90 * MINUTE);
    expect(isSilent(day.memory)).toBe(false);
    expect(kind(day)).toBe('idle');
    expect(day.memory.absence?.from).toBe(at('10:00'));
  });

  test('that said nothing meanwhile takes no minute off: the return is looked for since the last answer', () => {
    const day = atWork()
      .to(at('10:30'))
      .look(30 * MINUTE)
      .to(at('10:40:40'));
    day.tell({ type: 'look', input: null }).to(at('10:41')).look(0);
    expect(day.memory.absence?.to).toBe(at('10:40'));
  });
});

test('nobody checked in and nothing paused: no look and no timer', () => {
  const day = new Day(null).to(at('10:00')).tell({ type: 'start' });
  expect(plan(day.memory, day.world)).toEqual({ lookAt: null, wakeAt: null });
});

test('quitting comes before every other question', () => {
  const day = atWork()
    .to(at('10:30'))
    .look(30 * MINUTE);
  expect(
    pending(day.memory, day.world, { at: day.world.now, shutdown: false, visitId: 'v1', since: at('09:00') })
      ?.kind,
  ).toBe('quit');
});

test('a check-in with a time of 15 hours ago is not asked about at its own click, but at the next waking', () => {
  const day = new Day({ ...onSite(at('07:00')), clickedAt: at('22:00') }, { idleMinutes: 0, workdays: [] });
  day.to(at('22:00')).tell({ type: 'command' });
  expect(kind(day)).toBeNull();
  day.to(at('22:05')).look(0);
  expect(kind(day)).toBeNull();
  expect(kind(day.to(at('22:10')).tell({ type: 'wake' }))).toBe('forgotten');
});
