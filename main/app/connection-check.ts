import type { CheckName, CheckView } from '../../preload/contract.ts';
import type { Core } from '../core.ts';
import type { Answer, Unknown } from '../servicechannel/answers.ts';
import type { Profile } from '../servicechannel/client.ts';
import type { SettingsStore } from '../storage/settings.ts';
import type { WorkOrders } from '../storage/work-orders.ts';
import type { Notices } from './notices.ts';
import type { Desktop } from './ports.ts';

export interface ConnectionCheckParts {
  readonly core: Core;
  readonly workOrders: WorkOrders;
  readonly notices: Notices;
  readonly desktop: Desktop;
  readonly settings: Pick<SettingsStore, 'get'>;
}

const check = (name: CheckName, state: CheckView['state'], detail = ''): CheckView => ({
  name,
  state,
  detail,
});

/** ServiceChannel itself has not answered: nothing came in time, or something between here and there answered instead. */
const NOT_ANSWERED: readonly Unknown['why'][] = ['timeout', 'broken', 'not-servicechannel'];

/** ServiceChannel answered, with a yes or a no; `why` in its words where it refused. */
function hostAndUser(answer: Answer<Profile> | null, server: string): readonly CheckView[] {
  const host = (state: CheckView['state']) => check('host', state, server);
  if (answer === null) return [host('unknown'), check('user', 'missing')];
  switch (answer.kind) {
    case 'ok':
      return [host('ok'), check('user', 'ok', answer.value.userName ?? '')];
    case 'refused':
      return [host('ok'), check('user', 'missing', answer.refusal.message)];
    case 'unsent':
      if (answer.why === 'offline') return [host('missing'), check('user', 'unknown')];
      return [host('ok'), check('user', answer.why === 'signed-out' ? 'missing' : 'unknown')];
    case 'unknown':
      return [host(NOT_ANSWERED.includes(answer.why) ? 'missing' : 'ok'), check('user', 'unknown')];
  }
}

/** Permissions while nobody has signed in here. */
const NONE_KNOWN: ReturnType<WorkOrders['permissions']> = { granted: [], refused: [], unknown: [] };

/** The permission shows only at a check-in: what each client has granted or refused so far. */
function permission({
  granted,
  refused,
  unknown,
}: ReturnType<WorkOrders['permissions']>): readonly CheckView[] {
  const said = (state: CheckView['state'], clients: readonly string[]) =>
    clients.length > 0 ? [check('permission', state, clients.join(', '))] : [];
  const all = [...said('ok', granted), ...said('missing', refused), ...said('unknown', unknown)];
  return all.length > 0 ? all : [check('permission', 'unknown')];
}

/** The OAuth client: known to be right where a user is let in with it. @param server that was asked; empty: none */
function client(hasClient: boolean, isIn: boolean, server: string): CheckView {
  if (!hasClient) return check('client', 'missing');
  return check('client', isIn ? 'ok' : 'unknown', server);
}

/** Looks at all that reporting depends on; one request. */
export async function checkConnection(parts: ConnectionCheckParts): Promise<readonly CheckView[]> {
  const { core, workOrders, notices, desktop, settings } = parts;
  const { sender } = core.session;
  const answer = sender && (await sender.client.profile());
  const server = core.session.owner?.server ?? null;
  const noKeychain = notices.all.some(({ code }) => code === 'no-keychain') || core.session.locked;
  const difference = core.clock.difference();
  return [
    client(settings.get('clientId') !== '', answer?.kind === 'ok', sender?.server ?? ''),
    ...hostAndUser(answer, server ?? ''),
    difference === 0 ? check('clock', 'ok') : check('clock', 'missing', String(difference)),
    check('keychain', noKeychain ? 'missing' : 'ok'),
    check('tray', desktop.shell.inTray ? 'ok' : 'missing'),
    check('notifications', desktop.notifies() ? 'ok' : 'missing'),
    ...permission(server === null ? NONE_KNOWN : workOrders.permissions(server)),
  ];
}
