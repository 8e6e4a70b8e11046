import { computed, signal } from '@preact/signals';
import { SECOND } from '../../main/visit/time.ts';
import { snapshot } from './snapshot.ts';

const local = signal(Date.now());

/** Now by ServiceChannel's clock (ms), moving once a second while the window is visible. */
export const now = computed(() => local.value + (snapshot.value?.clockDifference ?? 0));

let timer: ReturnType<typeof setTimeout> | undefined;

function tick() {
  local.value = Date.now();
  // Just past the next second of ServiceChannel's clock, so that no second is skipped or shown twice.
  timer = setTimeout(tick, SECOND - (now.peek() % SECOND) + 5);
}

/** Runs the clock while the document is visible, and only then. */
export function startClock(): void {
  const follow = () => {
    clearTimeout(timer);
    if (document.visibilityState === 'visible') tick();
  };
  document.addEventListener('visibilitychange', follow);
  follow();
}
