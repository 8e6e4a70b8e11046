import type { Evidence, MomentsView, MomentView, VisitView } from '../../preload/contract.ts';
import { endOfDayOffered } from '../moments/end-of-day.ts';
import { isSilent } from '../moments/looks.ts';
import type { Moment } from '../moments/pending.ts';
import type { Memory, Site, World } from '../moments/types.ts';
import { isStillPaused } from '../moments/while-paused.ts';
import type { ServerEvidence } from '../records/forgotten-check-out.ts';
import { currentVisit, lastPair, livePairs, phaseOf } from '../visit/phase.ts';
import { startOfMinute, toStamp } from '../visit/time.ts';
import type { Visit } from '../visit/types.ts';

export interface MomentsSource {
  readonly memory: Memory;
  readonly world: World;
  readonly open: Moment | null;
  readonly shutdown: boolean;
  /** ServiceChannel's record of a visit whose check-out seems forgotten. */
  readonly found: ServerEvidence;
  readonly askComputer: boolean;
  readonly detectsIdle: boolean;
  readonly backAtAsked: number | null;
}

function idleView(source: MomentsSource, id: string, visit: VisitView): MomentView | null {
  const { absence } = source.memory;
  if (!absence) return null;
  const stamp = (ms: number) => toStamp(ms, source.world.offsetAt);
  const form = absence.paused ? 'paused' : absence.form;
  const to = absence.to === null ? null : stamp(absence.to);
  return { kind: 'idle', id, visit, form, from: stamp(absence.from), to };
}

/** The times that a forgotten check-out may have had, within the visit, earliest first. */
function evidenceOf(
  { forgotten }: Memory,
  world: World,
  { reading, automatic, next }: ServerEvidence,
): { readonly evidence: readonly Evidence[]; readonly reading: boolean } {
  const since = world.site?.since ?? 0;
  const offers: readonly { what: Evidence['what']; at: number | null }[] = [
    { what: 'last-use', at: forgotten?.lastUse ?? null },
    { what: 'sleep', at: forgotten?.slept ?? null },
    { what: 'end-of-day', at: endOfDayOffered(world) },
    { what: 'automatic', at: automatic },
    { what: 'next-check-in', at: next?.at ?? null },
  ];
  const evidence = offers
    .flatMap(({ what, at }) => (at !== null && at > since && at <= world.now ? [{ what, at }] : []))
    .toSorted((a, b) => a.at - b.at);
  // Two of one minute are one button.
  const minutes = evidence.map(({ at }) => startOfMinute(at));
  return {
    evidence: evidence.filter((_, index) => !minutes.slice(0, index).includes(minutes[index] ?? 0)),
    reading,
  };
}

function openView(source: MomentsSource, visit: VisitView | null): MomentView | null {
  const { open, world } = source;
  if (!open || visit?.id !== open.visitId) return null;
  const { id, kind } = open;
  switch (kind) {
    case 'idle':
      return idleView(source, id, visit);
    case 'end-of-day':
      return { kind, id, visit, endOfDay: endOfDayOffered(world) };
    case 'quit':
      return { kind, id, visit, shutdown: source.shutdown };
    case 'forgotten':
      return { kind, id, visit, ...evidenceOf(source.memory, world, source.found) };
  }
}

/** Where the technician stands, as far as moments care. */
export function siteOf(visits: readonly Visit[]): Site | null {
  const visit = currentVisit(visits);
  const pair = visit && lastPair(visit);
  const phase = visit && phaseOf(visit);
  if (!visit || !pair || !phase || phase === 'over') return null;
  const pausedAt = phase === 'paused' ? (pair.checkOut?.at.ms ?? null) : null;
  const { at, clickedAt } = pair.checkIn;
  const begun = livePairs(visit)[0]?.checkIn.at.ms ?? at.ms;
  return { visitId: visit.id, phase, begun, since: at.ms, clickedAt, pausedAt };
}

/** The windows' view of moments. @param current the visit that is on site, or the one paused last */
export function momentsView(source: MomentsSource, current: VisitView | null): MomentsView {
  const { memory, world } = source;
  const { paused, tomorrow } = memory;
  const stamp = (ms: number) => toStamp(ms, world.offsetAt);
  const resumable = tomorrow?.offered && current?.id === tomorrow.visitId && current.phase === 'paused';
  return {
    open: openView(source, current),
    askComputer: source.askComputer,
    stillPaused:
      paused && isStillPaused(memory) ? { visitId: paused.visitId, since: stamp(paused.at) } : null,
    resume: resumable
      ? { visitId: current.id, workOrderId: current.workOrderId, since: stamp(tomorrow.at) }
      : null,
    detectsIdle: source.detectsIdle,
    idleSilent: world.settings.idleMinutes > 0 && isSilent(memory),
    backAtAsked: source.backAtAsked,
  };
}
