import * as v from 'valibot';
import type { Keeper } from '../../main/moments/memory.ts';

const Asked = v.object({ absence: v.nullable(v.object({ visitId: v.string(), from: v.number() })) });

/** The memory of the app's questions, which it keeps beside the visits: it outlives a run. */
export class Facts {
  readonly #kept = new Map<string, string>();

  /** @param write writes to the disk, or throws */
  keeper(write: (keep: () => void) => void): Keeper {
    return {
      get: (name, schema) => {
        const text = this.#kept.get(name);
        return text === undefined ? null : v.parse(schema, JSON.parse(text));
      },
      set: (name, value) => write(() => void this.#kept.set(name, JSON.stringify(value))),
    };
  }

  /** Everything that is kept, as one text. */
  get all(): string {
    return [...this.#kept.values()].join(' ');
  }

  /** The absence that is asked about. */
  get absence(): v.InferOutput<typeof Asked>['absence'] {
    const [text] = this.#kept.values();
    return text === undefined ? null : v.parse(Asked, JSON.parse(text)).absence;
  }
}
