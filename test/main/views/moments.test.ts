import { describe, expect, test } from 'vitest';
import { NOTHING } from '../../../main/moments/types.ts';
import { UNASKED } from '../../../main/records/forgotten-check-out.ts';
import { type MomentsSource, momentsView, siteOf } from '../../../main/views/moments.ts';
import { visitsPart } from '../../../main/views/visits.ts';
import { SETTINGS } from '../moments/support.ts';
import { Day } from '../visit/support.ts';

function rig(day: Day, over: Partial<MomentsSource> = {}) {
  const { current } = visitsPart({
    visits: day.mine,
    known: () => null,
    isFresh: () => false,
    now: day.now,
    offlineSince: null,
    clickedAt: day.now,
    between: null,
  });
  const source: MomentsSource = {
    memory: NOTHING,
    world: { now: day.now, site: siteOf(day.mine), settings: SETTINGS, offsetAt: () => -240 },
    open: null,
    shutdown: false,
    found: UNASKED,
    askComputer: false,
    detectsIdle: true,
    backAtAsked: null,
    ...over,
  };
  return momentsView(source, current);
}

describe('where the technician stands', () => {
  test('is nowhere, on site or paused', () => {
    const day = new Day().clock('10:00');
    expect(siteOf(day.mine)).toBeNull();
    day.checkIn(7);
    expect(siteOf(day.mine)).toMatchObject({ phase: 'on site', since: day.instant('10:00'), pausedAt: null });
    day.clock('12:00').do({ type: 'pause', visitId: day.current.id });
    expect(siteOf(day.mine)).toMatchObject({ phase: 'paused', pausedAt: day.instant('12:00') });
  });
});

describe('the question that is open', () => {
  const onSite = () => new Day().clock('08:00').checkIn(7).clock('18:00');
  const question = (day: Day) => ({
    id: 'q',
    kind: 'forgotten' as const,
    visitId: day.current.id,
    askedAt: day.now,
  });

  test('is shown for its own visit only', () => {
    const day = onSite();
    expect(rig(day, { open: question(day) }).open).toMatchObject({ kind: 'forgotten', id: 'q' });
    expect(rig(day, { open: { ...question(day), visitId: 'another' } }).open).toBeNull();
  });

  test('offers the times that are known, earliest first, two of one minute once', () => {
    const day = onSite();
    const found = {
      ...UNASKED,
      automatic: day.instant('17:00:20'),
      next: { workOrderId: 8, at: day.instant('17:00:50') },
    };
    const memory = {
      ...NOTHING,
      forgotten: {
        openedAt: day.now,
        visitId: day.current.id,
        lastUse: day.instant('12:00'),
        slept: day.instant('07:00'),
      },
    };
    const { open } = rig(day, { open: question(day), found, memory: { ...NOTHING, ...memory } });
    const offered = open?.kind === 'forgotten' ? open.evidence.map(({ what }) => what) : [];
    expect(offered[0]).toBe('last-use');
    // Nothing was left before the check-in.
    expect(offered).not.toContain('sleep');
    expect(offered).toContain('automatic');
    expect(offered).not.toContain('next-check-in');
  });
});
