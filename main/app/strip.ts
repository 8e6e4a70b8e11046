import * as v from 'valibot';
import type { Facts } from '../storage/facts.ts';
import type { SettingsStore } from '../storage/settings.ts';
import { SECOND } from '../visit/time.ts';
import type { StripWindow } from './ports.ts';

/** The place on the desktop where the strip was put. */
const PLACE = 'strip-at';
const Place = v.object({ x: v.number(), y: v.number() });
/** A place is kept when the strip has rested there (ms). */
const REST = SECOND;

export interface StripParts {
  readonly window: StripWindow;
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly facts: Pick<Facts, 'get' | 'set'>;
  readonly after: (ms: number, then: () => void) => () => void;
}

/** The optional strip: there while somebody is on site, on the way or paused, and the setting asks for it. */
export class Strip {
  readonly #parts: StripParts;
  #cancel: () => void = () => undefined;

  constructor(parts: StripParts) {
    this.#parts = parts;
    parts.window.onMoved((to) => {
      this.#cancel();
      this.#cancel = parts.after(REST, () => parts.facts.set(PLACE, to));
    });
  }

  /** @param hasVisit there is a visit to show */
  watch(hasVisit: boolean): void {
    const { window, settings, facts } = this.#parts;
    if (hasVisit && settings.get('strip')) window.show(facts.get(PLACE, Place));
    else window.hide();
  }
}
