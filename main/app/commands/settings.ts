import { OWN_SETTINGS } from '../../../preload/contract.ts';
import { WORDS } from '../../../words/index.ts';
import type { Core } from '../../core.ts';
import type { Storage } from '../../storage/storage.ts';
import { diagnosticsOf } from '../../views/diagnostics.ts';
import { doctorView } from '../../views/doctor.ts';
import { settingsView } from '../../views/settings.ts';
import { checkConnection } from '../connection-check.ts';
import { firstCheckSeen } from '../first-check.ts';
import type { Notices } from '../notices.ts';
import type { Desktop } from '../ports.ts';
import type { Updates } from '../updates.ts';
import { DONE } from './results.ts';
import type { Handlers } from './types.ts';

export interface SettingsParts {
  readonly storage: Storage;
  readonly core: Core;
  readonly notices: Notices;
  readonly desktop: Desktop;
  readonly updates: Updates;
  /** Something that is shown has changed. */
  readonly refresh: () => void;
}

/** Where one signs in is no matter of taste: restoring the defaults leaves it. */
const CONNECTION: ReadonlySet<string> = new Set(['apiUrl', 'loginUrl', 'clientId', 'signIn', 'redirectUri']);

/** Handlers of the Settings window's commands. */
export function settingsHandlers(
  parts: SettingsParts,
): Pick<Handlers, Extract<keyof Handlers, `settings:${string}`>> {
  const { storage, core, notices, desktop } = parts;
  const { settings, workOrders, folder } = storage;
  return {
    'settings:set': ({ key, value }) => {
      if (settings.choose(key, value)) return DONE;
      return { ok: false, error: { code: 'setting', key } };
    },
    'settings:keep-secret': async ({ secret }) => {
      const clientId = settings.get('clientId');
      if (clientId === '') return { ok: false, error: { code: 'setting', key: 'clientId' } };
      if (!settings.isLocked('clientSecret'))
        await core.session.keepSecret(settings.get('loginUrl'), clientId, secret);
      return DONE;
    },
    'settings:restore-defaults': () => {
      settings.restoreDefaults(OWN_SETTINGS.filter((key) => !CONNECTION.has(key)));
      return DONE;
    },
    'settings:clients': () => {
      const { owner } = core.session;
      return owner ? workOrders.clients(owner.server) : [];
    },
    'settings:check-connection': () => checkConnection({ core, workOrders, notices, desktop, settings }),
    'settings:first-check-seen': () => {
      firstCheckSeen(storage, core.session);
      parts.refresh();
      return null;
    },
    'settings:install-update': () => {
      void parts.updates.install();
      return null;
    },
    'settings:copy-letter': () => {
      const { owner } = core.session;
      desktop.copy(WORDS.en.permissionLetter(owner ? workOrders.permissions(owner.server).refused : []));
      return null;
    },
    'settings:copy-diagnostics': async () => {
      desktop.copy(
        diagnosticsOf({
          versions: process.versions,
          platform: `${process.platform} ${process.arch}`,
          settings: settingsView(settings),
          notices: notices.all,
          doctor: await doctorView(folder),
          clockDifference: core.clock.difference(),
          offlineSince: core.outbox.offlineSince,
          inTray: desktop.shell.inTray,
        }),
      );
      return null;
    },
  };
}
