import * as v from 'valibot';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Moments } from '../../../main/moments/moments.ts';
import type { Site, World } from '../../../main/moments/types.ts';
import type { Act, Remedy, Undo } from '../../../main/visit/commands.ts';
import { HOUR, MINUTE, SECOND } from '../../../main/visit/time.ts';
import type { Owner } from '../../../main/visit/types.ts';
import { SERVER, USER } from '../visit/support.ts';
import { at, onSite, SETTINGS } from './support.ts';

/** A computer whose time passes, and whose keyboard is used, only when a test says so. */
class Computer {
  input = at('10:00');
  site: Site | null = onSite(at('10:00'));
  settings = SETTINGS;
  engaged = false;
  readonly acts: (Act | Remedy | Undo)[] = [];
  readonly kept = new Map<string, unknown>();
  readonly quit = vi.fn();
  owner: Owner | null = { userId: USER, server: SERVER };
  refuse = false;
  looks = 0;
  changes = 0;
  readonly gaps: number[] = [];

  open() {
    return new Moments({
      keeper: {
        get: (name, schema) => {
          const parsed = v.safeParse(schema, this.kept.get(name));
          return parsed.success ? parsed.output : null;
        },
        set: (name, value) => void this.kept.set(name, structuredClone(value)),
      },
      owner: () => this.owner,
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      world: (): World => ({ now: Date.now(), site: this.site, settings: this.settings, offsetAt: () => 60 }),
      idle: async () => {
        this.looks++;
        return Date.now() - this.input;
      },
      idleNow: () => Date.now() - this.input,
      engaged: () => this.engaged,
      perform: (command) => {
        this.acts.push(command);
        return { ok: !this.refuse };
      },
      onChange: () => {
        this.changes++;
      },
      quit: this.quit,
      onUsedAfter: (gap) => this.gaps.push(gap),
    });
  }
}

let computer: Computer;
beforeEach(() => {
  vi.useFakeTimers({ now: at('10:00') });
  computer = new Computer();
  return () => vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('nobody on site: no timer runs and nothing is looked at', async () => {
  computer.site = null;
  const moments = computer.open();
  moments.start();
  await pass(0);
  const before = computer.looks;
  expect(vi.getTimerCount()).toBe(0);
  await pass(10 * HOUR);
  expect(computer.looks).toBe(before);
});

test('leaving the site stops its timer, coming back starts it', async () => {
  const moments = computer.open();
  moments.start();
  await pass(0);
  expect(vi.getTimerCount()).toBe(1);
  computer.site = null;
  moments.changed();
  expect(vi.getTimerCount()).toBe(0);
  computer.site = onSite(at('10:00'));
  moments.changed();
  expect(vi.getTimerCount()).toBe(1);
});

test('the minutes of a visit show nothing anew until one of them has something to ask', async () => {
  computer.settings = { ...SETTINGS, idleMinutes: 0 };
  const moments = computer.open();
  moments.start();
  await pass(0);
  const before = computer.changes;
  await pass(4 * MINUTE);
  expect(computer.changes).toBe(before);
  await pass(at('17:29') - at('10:04'));
  const quiet = computer.changes;
  await pass(MINUTE);
  expect(moments.open?.kind).toBe('end-of-day');
  expect(computer.changes).toBeGreaterThan(quiet);
});

test('the typing of another user is not her presence: her absence is asked about as if nobody had been here', async () => {
  const moments = computer.open();
  moments.start();
  await pass(10 * MINUTE);
  const { site } = computer;
  const signIn = (userId: number, her: Site | null) => {
    computer.owner = { userId, server: SERVER };
    computer.site = her;
    moments.changed();
  };
  signIn(USER + 1, null);
  for (let n = 0; n < 8 * 60; n++) {
    computer.input = Date.now();
    moments.tell({ type: 'command' });
    await pass(MINUTE);
  }
  expect(moments.open).toBeNull();
  const kept = [...computer.kept.keys()];
  expect(kept.every((name) => /^moments .* \d+$/.test(name))).toBe(true);
  expect(kept.some((name) => name.endsWith(String(USER + 1)))).toBe(true);
  signIn(USER, site);
  expect(moments.open).toMatchObject({ kind: 'forgotten' });
  computer.owner = null;
  moments.changed();
  const before = JSON.stringify([...computer.kept]);
  moments.tell({ type: 'command' });
  expect(JSON.stringify([...computer.kept])).toBe(before);
});

test('in use it looks every five minutes, not every second', async () => {
  const moments = computer.open();
  moments.start();
  await pass(0);
  const before = computer.looks;
  for (let n = 0; n < 60; n++) {
    computer.input = Date.now();
    await pass(MINUTE);
  }
  expect(computer.looks - before).toBeLessThanOrEqual(13);
});

test('asks at the threshold to the second, and the question survives a restart', async () => {
  const moments = computer.open();
  moments.start();
  await pass(30 * MINUTE - SECOND);
  expect(moments.open).toBeNull();
  await pass(SECOND);
  expect(moments.open?.kind).toBe('idle');
  const again = computer.open();
  again.start();
  expect(again.open?.id).toBe(moments.open?.id);
});

describe('an answer', () => {
  const asked = async () => {
    const moments = computer.open();
    moments.start();
    await pass(30 * MINUTE);
    const id = moments.open?.id ?? '';
    return { moments, id };
  };

  test('puts its act on the record with the time of the absence', async () => {
    const { moments, id } = await asked();
    moments.answer(id, { type: 'pause' });
    expect(computer.acts).toEqual([{ type: 'pause', visitId: 'v1', at: at('10:00') }]);
  });

  test('to a question that is not open any more changes nothing', async () => {
    const { moments, id } = await asked();
    moments.answer(id, { type: 'keep' });
    expect(moments.answer(id, { type: 'pause' })).toBeUndefined();
    expect(computer.acts).toEqual([]);
  });

  test('to an older question is not taken for one to the question that is open now', async () => {
    const { moments, id } = await asked();
    moments.answer(id, { type: 'keep' });
    await pass(30 * MINUTE);
    expect(moments.open?.kind).toBe('idle');
    expect(moments.answer(id, { type: 'pause' })).toBeUndefined();
    expect(computer.acts).toEqual([]);
  });

  test('that this question does not have changes nothing', async () => {
    const { moments, id } = await asked();
    expect(moments.answer(id, { type: 'quit' })).toBeUndefined();
    expect(computer.quit).not.toHaveBeenCalled();
  });

  test('that the rules refuse leaves the question open', async () => {
    const { moments, id } = await asked();
    computer.refuse = true;
    expect(moments.answer(id, { type: 'pause' })).toEqual({ ok: false });
    expect(moments.open?.id).toBe(id);
  });
});

test('the setting pauses once; where the rules refuse it asks instead of trying for ever', async () => {
  computer.settings = { ...SETTINGS, autoPauseMinutes: 10 };
  computer.refuse = true;
  const moments = computer.open();
  moments.start();
  await pass(3 * HOUR);
  expect(computer.acts).toHaveLength(1);
  expect(moments.open?.kind).toBe('idle');
});

describe('quitting', () => {
  test('waits for an answer while somebody is checked in', () => {
    const moments = computer.open();
    moments.start();
    expect(moments.askQuit(false)).toBe(true);
    moments.answer(moments.open?.id ?? '', { type: 'keep' });
    expect(computer.quit).not.toHaveBeenCalled();
    expect(moments.askQuit(false)).toBe(true);
    moments.answer(moments.open?.id ?? '', { type: 'quit' });
    expect(computer.quit).toHaveBeenCalledOnce();
  });

  test('that a pause has overtaken is not asked about again later', () => {
    const moments = computer.open();
    moments.start();
    moments.askQuit(true);
    computer.site = { ...onSite(at('10:00')), phase: 'paused', pausedAt: at('10:00') };
    moments.changed();
    expect([moments.open, moments.shutdown]).toEqual([null, false]);
    computer.site = onSite(at('10:00'));
    moments.changed();
    expect(moments.open).toBeNull();
  });

  test.each(['v1', 'v2'])('that a new check-in (%s) has overtaken is not asked about again', (visitId) => {
    const moments = computer.open();
    moments.start();
    moments.askQuit(false);
    computer.site = onSite(at('10:01'), visitId);
    moments.changed();
    expect(moments.open).toBeNull();
  });

  test('does not wait where nobody is', () => {
    computer.site = null;
    const moments = computer.open();
    moments.start();
    expect(moments.askQuit(false)).toBe(false);
  });
});
