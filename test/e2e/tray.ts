import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const WATCHER = ['--dest', 'org.kde.StatusNotifierWatcher', '--object-path', '/StatusNotifierWatcher'];

async function gdbus(...args: string[]): Promise<string> {
  // Texts as they are, whatever the locale of the tests: in C it writes a question mark for each letter beyond ASCII.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const { stdout } = await run('gdbus', ['call', '--session', ...args], { env });
  return stdout;
}

/** Process behind a bus name. */
export async function pidOf(name: string): Promise<number> {
  const answer = await gdbus(
    '--dest',
    'org.freedesktop.DBus',
    '--object-path',
    '/org/freedesktop/DBus',
    '--method',
    'org.freedesktop.DBus.GetConnectionUnixProcessID',
    name,
  );
  return Number(/uint32 (\d+)/.exec(answer)?.[1]);
}

/** Bus name and object path of a tray item, or of its menu. */
export interface TrayItem {
  readonly name: string;
  readonly path: string;
}

/** The tray item that a process has registered, or null while it has none. */
export async function trayItem(pid: number): Promise<TrayItem | null> {
  const answer = await gdbus(
    ...WATCHER,
    '--method',
    'org.freedesktop.DBus.Properties.Get',
    'org.kde.StatusNotifierWatcher',
    'RegisteredStatusNotifierItems',
  );
  for (const [, name = '', path = ''] of answer.matchAll(/'(:[\d.]+)(\/[^']*)?'/g)) {
    if ((await pidOf(name).catch(() => 0)) === pid) return { name, path: path || '/StatusNotifierItem' };
  }
  return null;
}

const propertyOf = ({ name, path }: TrayItem, property: string): Promise<string> =>
  gdbus(
    ...['--dest', name, '--object-path', path, '--method', 'org.freedesktop.DBus.Properties.Get'],
    ...['org.kde.StatusNotifierItem', property],
  );

/** A property of the tray item of a process, as `gdbus` writes it. */
export async function itemProperty(pid: number, property: string): Promise<string> {
  const item = await trayItem(pid);
  if (!item) throw new Error('no tray item');
  return propertyOf(item, property);
}

/** The tooltip that the panel shows on the icon. */
export const trayToolTip = (pid: number): Promise<string> => itemProperty(pid, 'ToolTip');

/** A real click, as the panel makes it. */
export async function activate(item: TrayItem): Promise<void> {
  await gdbus(
    '--dest',
    item.name,
    '--object-path',
    item.path,
    '--method',
    'org.kde.StatusNotifierItem.Activate',
    '1200',
    '10',
  );
}

/** Clicks the tray icon of a process. */
export async function clickTray(pid: number): Promise<void> {
  const item = await trayItem(pid);
  if (!item) throw new Error('no tray item');
  await activate(item);
}

/** Labels and ids of the tray's context menu, as the panel reads them. */
export const trayMenu = async (pid: number): Promise<ReadonlyMap<string, number>> =>
  entriesOf(await menuOf(pid));

async function entriesOf({ name, path }: TrayItem): Promise<ReadonlyMap<string, number>> {
  const layout = await gdbus(
    ...['--dest', name, '--object-path', path, '--method', 'com.canonical.dbusmenu.GetLayout'],
    ...['--', '0', '-1', '@as []'],
  );
  const entries = layout.matchAll(/\((\d+), \{([^}]*)\}/g);
  return new Map(
    [...entries].flatMap(([, id, properties = '']) => {
      const label = /'label': <'([^']*)'>/.exec(properties)?.[1];
      return label ? [[label.replaceAll('_', ''), Number(id)] as const] : [];
    }),
  );
}

/** Bus name and object path of the context menu of a tray item. */
async function menuOf(pid: number): Promise<TrayItem> {
  const item = await trayItem(pid);
  if (!item) throw new Error('no tray item');
  const property = await propertyOf(item, 'Menu');
  const path = /'(\/[^']+)'/.exec(property)?.[1];
  if (!path) throw new Error(`no menu: ${property}`);
  return { name: item.name, path };
}

/** An entry was gone when it was chosen: with each change of the state the menu is made anew. */
const isGone = (error: unknown): boolean => /error occurred in Event/.test(String(error));

/** Chooses an entry of the tray's context menu, as it is then. */
export async function chooseFromTray(pid: number, label: string): Promise<void> {
  for (const deadline = Date.now() + 5_000; ; ) {
    try {
      await choose(pid, label);
      return;
    } catch (error) {
      if (!isGone(error) || Date.now() > deadline) throw error;
    }
  }
}

async function choose(pid: number, label: string): Promise<void> {
  const menu = await menuOf(pid);
  const { name, path } = menu;
  const id = (await entriesOf(menu)).get(label);
  if (id === undefined) throw new Error(`no entry ${label}`);
  await gdbus(
    ...['--dest', name, '--object-path', path, '--method', 'com.canonical.dbusmenu.Event'],
    ...[String(id), 'clicked', "<''>", '0'],
  );
}
