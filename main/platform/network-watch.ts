/** How often the system is asked whether there is a network while something waits for one (ms). It sends nothing. */
const LOOK_EVERY = 5_000;

/**
 * Calls back when the network has returned. Call what it returns whenever `wanted` may have changed: it looks only while
 * that holds, and at rest no timer runs.
 * @param isOnline whether the system has a network now
 */
export function watchNetwork(
  isOnline: () => boolean,
  wanted: () => boolean,
  returned: () => void,
): () => void {
  let was = isOnline();
  let timer: NodeJS.Timeout | null = null;
  const look = () => {
    timer = null;
    if (!wanted()) return;
    const is = isOnline();
    if (is && !was) returned();
    was = is;
    watch();
  };
  const watch = () => {
    if (timer === null && wanted()) timer = setTimeout(look, LOOK_EVERY);
  };
  return watch;
}
