import { computed, signal } from '@preact/signals';
import type { CommandName, Request, Response, Snapshot } from '../../preload/contract.ts';

/** The one snapshot of this window; null until the first has come. */
export const snapshot = signal<Snapshot | null>(null);

/** BCP 47 tag that times are written by. */
export const locale = computed(() => snapshot.value?.locale ?? 'en');

export const send = <C extends CommandName>(command: C, request: Request<C>): Promise<Response<C>> =>
  window.onsite.send(command, request);

/** Opens the work order's page in ServiceChannel, in the browser: main lets through what may be opened. */
export const openOrder = (workOrderId: number): void => {
  window.open(`${snapshot.peek()?.orderPages}${workOrderId}`);
};

/** Listens to snapshots, and asks for the first; one that is pushed meanwhile is newer than the answer. */
export function connect(): void {
  window.onsite.onSnapshot((pushed) => {
    snapshot.value = pushed;
  });
  void send('app:snapshot', null).then((first) => {
    snapshot.value ??= first;
  });
}
