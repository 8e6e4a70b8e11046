import type { ConnectionView } from '../../preload/contract.ts';
import { environmentOf } from '../servicechannel/hosts.ts';
import type { SettingsStore } from '../storage/settings.ts';

/** The connection that a sign-in form starts with. */
export function connectionView(settings: SettingsStore, hasSecret: boolean): ConnectionView {
  return {
    signIn: settings.get('signIn'),
    clientId: settings.get('clientId'),
    hasSecret: hasSecret || settings.get('clientSecret') !== '',
    environment: environmentOf(settings.get('apiUrl'), settings.get('loginUrl')),
    locked: {
      clientId: settings.isLocked('clientId'),
      clientSecret: settings.isLocked('clientSecret'),
      environment: settings.isLocked('apiUrl') || settings.isLocked('loginUrl'),
    },
  };
}
