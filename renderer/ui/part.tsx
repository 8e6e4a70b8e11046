import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { loadMore } from './language.ts';

/** A part of a page whose code is loaded when it is needed, or once the page is painted. */
export interface Part<M = unknown> {
  /** Its module, once its words are there too; null until then. */
  readonly loaded: () => M | null;
  /** Loads it, once. @throws where its file is not there: the next time tries again */
  readonly load: () => Promise<void>;
  /** Goes on with it: in this turn where it is there, else when it has come. */
  readonly use: (then: (part: M) => void) => void;
}

/** Until then a part is loaded only where the first paint waits for it, see `areThere`. */
let isTimeForAll = false;

const parts: Pick<Part, 'load'>[] = [];

/** @param fetch imports the module */
export function partOf<M>(fetch: () => Promise<M>): Part<M> {
  const module = signal<M | null>(null);
  let loading: Promise<void> | null = null;
  const begin = async () => {
    try {
      const fetched = await fetch();
      await loadMore();
      module.value = fetched;
    } catch (error) {
      loading = null;
      throw error;
    }
  };
  const load = () => {
    loading ??= begin();
    return loading;
  };
  const use: Part<M>['use'] = (then) => {
    const here = module.peek();
    if (here !== null) then(here);
    else void load().then(() => use(then));
  };
  const part: Part<M> = { loaded: () => module.value, load, use };
  parts.push(part);
  return part;
}

/** Are these there? Those that are not are loaded. */
export function areThere(wanted: readonly Part[]): boolean {
  const lacking = wanted.filter((part) => part.loaded() === null);
  for (const part of lacking) void part.load();
  return lacking.length === 0;
}

interface Props<M> {
  readonly of: Part<M>;
  readonly children: (part: M) => ComponentChildren;
}

/** Draws with a part of the page, and nothing until it has come; loads it once it is time for all of them. */
export function WithPart<M>({ of, children }: Props<M>) {
  const part = of.loaded();
  if (part === null) {
    if (isTimeForAll) void of.load();
    return null;
  }
  return <>{children(part)}</>;
}

/** Loads every part of this page: a click finds its form there. */
export async function loadParts(): Promise<void> {
  isTimeForAll = true;
  await Promise.all(parts.map((part) => part.load()));
}
