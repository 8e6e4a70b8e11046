import { isCheckedIn, type Memory, type World } from './types.ts';

export type MomentKind = 'quit' | 'forgotten' | 'idle' | 'end-of-day';

/** A question that is open. Its id says which: an answer to another one counts for nothing. */
export interface Moment {
  readonly kind: MomentKind;
  readonly id: string;
  readonly visitId: string;
  /** Since when it is asked, ms. */
  readonly askedAt: number;
}

/**
 * A wish to quit, or to shut the computer down, since an instant (ms) while this check-in is open; null when there
 * is none.
 */
export type WishToQuit = {
  readonly at: number;
  readonly shutdown: boolean;
  readonly visitId: string;
  readonly since: number;
} | null;

/** The check-in that was open at the wish to quit still is: a pause or a new check-in ends that wish. */
export const stillWished = (quitting: WishToQuit, { site }: World): WishToQuit =>
  isCheckedIn(site) && site.visitId === quitting?.visitId && site.since === quitting.since ? quitting : null;

function ofDay(memory: Memory, { site }: World): Moment[] {
  const { day } = memory;
  if (site?.phase !== 'on site' || day?.openedAt == null || day.since !== site.since) return [];
  const id = `end-of-day ${day.date} ${day.since} ${day.openedAt}`;
  return [{ kind: 'end-of-day', id, visitId: site.visitId, askedAt: day.openedAt }];
}

function ofAbsence({ absence }: Memory): Moment[] {
  if (!absence) return [];
  const { visitId, askedAt, paused } = absence;
  const id = `idle ${visitId} ${askedAt}${paused ? ' paused' : ''}`;
  return [{ kind: 'idle', id, visitId, askedAt }];
}

/**
 * The one question to show: quit, then the forgotten check-out, then whichever of the others was asked first. The next
 * opens when the one before is answered; none without a visit.
 */
export function pending(memory: Memory, world: World, quitting: WishToQuit): Moment | null {
  const { site } = world;
  if (!site) return null;
  const { visitId } = site;
  if (quitting !== null) return { kind: 'quit', id: `quit ${quitting.at}`, visitId, askedAt: quitting.at };
  const { forgotten } = memory;
  if (forgotten) {
    const { openedAt } = forgotten;
    return { kind: 'forgotten', id: `forgotten ${visitId} ${openedAt}`, visitId, askedAt: openedAt };
  }
  const others = [...ofAbsence(memory), ...ofDay(memory, world)];
  return others.toSorted((a, b) => a.askedAt - b.askedAt)[0] ?? null;
}
