import { type MomentEvent, take } from '../../../main/moments/machine.ts';
import {
  type Memory,
  type MomentSettings,
  NOTHING,
  type Site,
  type World,
} from '../../../main/moments/types.ts';
import { MINUTE } from '../../../main/visit/time.ts';

export const SETTINGS: MomentSettings = {
  idleMinutes: 30,
  autoPauseMinutes: 0,
  endOfDay: '17:30',
  workdays: [1, 2, 3, 4, 5, 6, 7],
};

/** An instant of Tuesday 24 November 2026 (or so many days later), in the zone of these tests: one hour east. */
export const at = (clock: string, days = 0): number =>
  Date.parse(`2026-11-24T${clock.length === 5 ? `${clock}:00` : clock}+01:00`) + days * 24 * 60 * MINUTE;

export const onSite = (since: number, visitId = 'v1'): Site => ({
  visitId,
  phase: 'on site',
  begun: since,
  since,
  clickedAt: since,
  pausedAt: null,
});

/** A day told fact by fact. */
export class Day {
  memory: Memory;
  world: World;

  constructor(site: Site | null, settings: Partial<MomentSettings> = {}, memory: Memory = NOTHING) {
    this.world = { now: site?.since ?? 0, site, settings: { ...SETTINGS, ...settings }, offsetAt: () => 60 };
    this.memory = memory;
  }

  to(now: number): this {
    this.world = { ...this.world, now };
    return this;
  }

  stand(site: Site | null): this {
    this.world = { ...this.world, site };
    return this;
  }

  tell(told: MomentEvent): this {
    this.memory = take(this.memory, told, this.world);
    return this;
  }

  /** A look that finds the last input so long ago (ms). */
  look(idle: number, engaged = false): this {
    return this.tell({ type: 'look', input: this.world.now - idle, engaged });
  }
}
