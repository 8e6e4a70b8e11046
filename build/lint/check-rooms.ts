import { type Import, importsOf, type Sources } from './imports.ts';
import { reserved, roomOf, rooms } from './rooms.ts';

const mostLines = 250;

/**
 * Keeps DESIGN.md's rooms apart: who imports whom, who uses which package, no circles, no file over 250 lines.
 *
 * @returns one line for each fault, `file: what is wrong`
 */
export function checkRooms(sources: Sources): string[] {
  const faults: string[] = [];
  const graph = new Map<string, string[]>();
  for (const [path, source] of sources) {
    const { imports, unclear } = importsOf(path, source);
    const own = [
      ...unclear.map(({ problem }) => problem),
      ...tooLong(source),
      ...imports.flatMap((item) => checkImport(path, item, sources)),
    ];
    faults.push(...own.map((fault) => `${path}: ${fault}`));
    graph.set(
      path,
      imports.flatMap(({ file }) => (file === undefined ? [] : [file])),
    );
  }
  return [...faults, ...circles(graph)];
}

function tooLong(source: string): string[] {
  const lines = source.trimEnd().split('\n').length;
  return lines > mostLines ? [`has ${lines} lines, at most ${mostLines} are allowed: split it`] : [];
}

function checkImport(path: string, { specifier, file }: Import, sources: Sources): string[] {
  const room = roomOf(path);
  if (room === undefined) return [`is in no room of DESIGN.md`];
  if (file === undefined) return checkPackage(path, room, specifier);
  const other = roomOf(file);
  const isCode = /\.tsx?$/.test(file);
  if (isCode && !sources.has(file)) return [`imports ${specifier}, which is not there`];
  if (!isCode && !/\.\w+$/.test(file)) return [`imports ${specifier} without its file extension`];
  if (other === undefined) return isCode ? [`imports ${specifier}, which is in no room`] : [];
  if (other === room || (rooms[room]?.rooms ?? []).includes(other)) return [];
  return [`imports ${specifier}: ${room} may not import ${other}`];
}

function checkPackage(path: string, room: string, specifier: string): string[] {
  const allowed = rooms[room]?.packages ?? [];
  if (allowed !== 'any' && !allowed.some((name) => isPackage(specifier, name))) {
    return [`imports ${specifier}: ${room} may not import it`];
  }
  const [name, places = []] = Object.entries(reserved).find(([key]) => isPackage(specifier, key)) ?? [];
  if (name === undefined || places.some((place) => place.test(path))) return [];
  return [`imports ${specifier}, which belongs to ${places.map((place) => place.source).join(' ')} only`];
}

function isPackage(specifier: string, name: string): boolean {
  return specifier === name || specifier.startsWith(`${name}/`);
}

/** Finds every circle once, by walking depth first; type imports count too, since they tie rooms just as well. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) {
      found.push(`${file}: imports itself in a circle: ${[...trail.slice(start), file].join(' → ')}`);
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return found;
}
