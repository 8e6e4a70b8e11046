// Stands in for Electron's own default_app.asar, which the fallback runtime comes without:
// makes `electron [-r module] path [arguments]` run the app at that path.
import { readFileSync } from 'node:fs';
import { Module } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/** The modules to load first and the app's path, as Electron's own command line has them. */
function commandLine(args) {
  const preload = [];
  const rest = args.slice();
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '-r' || arg === '--require') preload.push(rest.shift());
    else if (!arg.startsWith('-')) return { preload, path: resolve(arg) };
  }
  return { preload, path: undefined };
}

const { preload, path } = commandLine(process.argv.slice(1));
if (path === undefined) {
  console.error('Usage: electron PATH: no app was named.');
  app.exit(1);
} else {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  if (preload.length > 0) Module._preloadModules(preload);
  const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  app.setAppPath(path);
  app.name = manifest.productName ?? manifest.name;
  app.setVersion(manifest.version);
  // Awaited, so that the app's first lines run before `ready`, as they do from a package.
  await import(pathToFileURL(join(path, manifest.main)).href);
}
