import { batch, computed, effect, signal } from '@preact/signals';
import { MINUTE } from '../../main/visit/time.ts';
import type { CommandError, WeekView } from '../../preload/contract.ts';
import { now } from '../ui/clock.ts';
import { send, snapshot } from '../ui/snapshot.ts';

/** An instant of the week that is shown, ms; null: this week, whichever that is. */
export const shownAt = signal<number | null>(null);

/** The week as it was read last; null until the first has come, and where it cannot be read. */
export const week = signal<WeekView | null>(null);

/** Why the week cannot be read; null where it was. */
export const weekFault = signal<CommandError | null>(null);

let asked = 0;

/** Reads the week again; an answer that a later question has overtaken is let go. */
export async function readWeek(): Promise<void> {
  asked += 1;
  const mine = asked;
  const read = await send('timesheet:week', { at: shownAt.peek() });
  if (mine !== asked) return;
  batch(() => {
    week.value = read.ok ? read.value : null;
    weekFault.value = read.ok ? null : read.error;
  });
}

const minute = computed(() => Math.floor(now.value / MINUTE));

/** Keeps the week as it stands: whenever anything changes, and each minute for what goes on. */
export function followWeek(): void {
  effect(() => {
    if (!snapshot.value || minute.value === 0) return;
    shownAt.value;
    void readWeek();
  });
}
