import { batch, computed, signal } from '@preact/signals';
import type { CommandName, Request, Response, Snapshot } from '../../preload/contract.ts';
import { isLoaded, load, speakIn } from './language.ts';

/** The one snapshot of this window; null until the first has come. */
export const snapshot = signal<Snapshot | null>(null);

/** BCP 47 tag that times are written by. */
export const locale = computed(() => snapshot.value?.locale ?? 'en');

/** Sends a command to main. */
export const send = <C extends CommandName>(command: C, request: Request<C>): Promise<Response<C>> =>
  window.onsite.send(command, request);

/** Opens the work order's page in ServiceChannel, in the browser: main lets through what may be opened. */
export const openOrderPage = (workOrderId: number): void => {
  window.open(`${snapshot.peek()?.orderPages}${workOrderId}`);
};

/** Longer than a state that changes takes to be shown (ms). */
const SHOWN_WITHIN = 150;

let received = 0;
const waiting = new Set<() => void>();

/** How many snapshots have come so far. */
export const snapshotsSoFar = (): number => received;

/** Waits for the snapshot after so many: what a command has changed is shown in the turn in which this goes on. */
export const snapshotAfter = (count: number): Promise<void> =>
  new Promise((done) => {
    if (received > count) return done();
    const go = () => {
      clearTimeout(timer);
      waiting.delete(go);
      done();
    };
    // A command that changes nothing brings none.
    const timer = setTimeout(go, SHOWN_WITHIN);
    waiting.add(go);
  });

let newest: Snapshot | null = null;

function become(next: Snapshot, then: () => void): void {
  batch(() => {
    speakIn(next.language);
    snapshot.value = next;
  });
  then();
}

/** Shows a snapshot in its language: at once, or when the words have come and no newer one has. */
async function show(next: Snapshot, then: () => void): Promise<void> {
  newest = next;
  while (!isLoaded(next.language)) await load(next.language);
  if (newest === next) become(next, then);
}

/**
 * Listens to snapshots, and asks for the first; one that is pushed meanwhile is newer than the answer.
 * @param prepare is told of each snapshot before its words are there
 */
export function connect(prepare: (next: Snapshot) => void = () => undefined): void {
  const come = (next: Snapshot, then: () => void) => {
    prepare(next);
    void show(next, then);
  };
  window.onsite.onSnapshot((pushed) =>
    come(pushed, () => {
      received++;
      for (const go of waiting) go();
    }),
  );
  void send('app:snapshot', null).then((first) => {
    if (!newest) come(first, () => undefined);
  });
}
