import { app } from 'electron';
import { parseWorkOrder } from '../visit/numbers.ts';

const SCHEME = 'onsite';

/** The work order number in `onsite://workorder/107002896`, or null. A link fills a field; it never checks in or out. */
export function linkedWorkOrder(link: string): string | null {
  const found = /^onsite:\/\/workorder\/([^/?#]{1,20})\/?$/i.exec(link);
  const parsed = found?.[1] === undefined ? null : parseWorkOrder(found[1]);
  return parsed?.ok ? String(parsed.value) : null;
}

/** Calls back for every link that the system hands us, at start, to the running app, or on macOS as an event. */
export function onLink(open: (workOrder: string) => void): void {
  const take = (links: readonly string[]) => {
    for (const link of links) {
      const workOrder = linkedWorkOrder(link);
      if (workOrder) open(workOrder);
    }
  };
  if (app.isPackaged) app.setAsDefaultProtocolClient(SCHEME);
  app.on('open-url', (event, url) => {
    event.preventDefault();
    take([url]);
  });
  app.on('second-instance', (_event, argv) => take(argv));
  take(process.argv);
}
