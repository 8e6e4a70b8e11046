import * as v from 'valibot';
import type { System } from '../servicechannel/system.ts';
import type { Storage } from '../storage/storage.ts';
import type { Point } from '../views/window-size.ts';
import { SECOND } from '../visit/time.ts';
import type { StripWindow } from './ports.ts';

/** The place on the desktop where the strip was put. */
const PLACE = 'strip-at';
const Place = v.object({ x: v.number(), y: v.number() });
/** A place is kept when the strip has rested there (ms). */
const REST = SECOND;

export interface StripParts {
  readonly window: StripWindow;
  readonly storage: Pick<Storage, 'settings' | 'facts'>;
  readonly after: System['after'];
}

/** The optional strip: there while a visit is on site, on the way or paused, and the setting asks for it. */
export class Strip {
  readonly #parts: StripParts;
  /** The place where it was put; undefined while it was not read yet. */
  #place: Point | null | undefined;
  #cancel: () => void = () => undefined;

  constructor(parts: StripParts) {
    this.#parts = parts;
    parts.window.onMoved((to) => {
      this.#place = to;
      this.#cancel();
      this.#cancel = parts.after(REST, () => parts.storage.facts.set(PLACE, to));
    });
  }

  /** @param hasVisit there is a visit to show */
  watch(hasVisit: boolean): void {
    const { window, storage } = this.#parts;
    if (!hasVisit || !storage.settings.get('strip')) {
      window.hide();
      return;
    }
    // Anything that changes comes here: the disk is asked once.
    if (this.#place === undefined) this.#place = storage.facts.get(PLACE, Place);
    window.show(this.#place);
  }
}
