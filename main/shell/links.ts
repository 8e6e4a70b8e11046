import { app } from 'electron';
import { Links } from '../platform/links.ts';

/**
 * Every link that the system hands us: at start, to the running app, or on macOS as an event, which may come before the
 * app is ready. Call before that.
 */
export function linksOfSystem(): Links {
  const links = new Links();
  if (app.isPackaged) app.setAsDefaultProtocolClient('onsite');
  app.on('open-url', (event, url) => {
    event.preventDefault();
    links.take([url]);
  });
  links.take(process.argv);
  return links;
}
