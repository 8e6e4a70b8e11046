import type { SettingName, SettingsView, SettingValues, SettingView } from '../../preload/contract.ts';
import type { SettingsStore } from '../storage/settings.ts';

/** The settings in force, and which of them the policy decides. The client secret is not among them. */
export function settingsView(settings: Pick<SettingsStore, 'get' | 'isLocked'>): SettingsView {
  const shown = <K extends SettingName>(key: K, value: SettingValues[K]): SettingView<SettingValues[K]> => ({
    value,
    locked: settings.isLocked(key),
  });
  return {
    workTypeId: shown('workTypeId', settings.get('workTypeId')),
    techsCount: shown('techsCount', settings.get('techsCount')),
    undoSeconds: shown('undoSeconds', settings.get('undoSeconds')),
    idleMinutes: shown('idleMinutes', settings.get('idleMinutes')),
    autoPauseMinutes: shown('autoPauseMinutes', settings.get('autoPauseMinutes')),
    endOfDay: shown('endOfDay', settings.get('endOfDay')),
    workdays: shown('workdays', settings.get('workdays')),
    notifications: shown('notifications', settings.get('notifications')),
    disputeMinutes: shown('disputeMinutes', settings.get('disputeMinutes')),
    clientDisputeMinutes: shown('clientDisputeMinutes', settings.get('clientDisputeMinutes')),
    theme: shown('theme', settings.get('theme')),
    language: shown('language', settings.get('language')),
    timeFormat: shown('timeFormat', settings.get('timeFormat')),
    strip: shown('strip', settings.get('strip')),
    remindBeforeMinutes: shown('remindBeforeMinutes', settings.get('remindBeforeMinutes')),
    launchAtLogin: shown('launchAtLogin', settings.get('launchAtLogin')),
    shortcut: shown('shortcut', settings.get('shortcut')),
    technicians: shown('technicians', settings.get('technicians')),
    apiUrl: shown('apiUrl', settings.get('apiUrl')),
    loginUrl: shown('loginUrl', settings.get('loginUrl')),
    clientId: shown('clientId', settings.get('clientId')),
    signIn: shown('signIn', settings.get('signIn')),
    redirectUri: shown('redirectUri', settings.get('redirectUri')),
    requestTimeoutSeconds: shown('requestTimeoutSeconds', settings.get('requestTimeoutSeconds')),
    // The system's policy alone says these.
    updateUrl: { value: settings.get('updateUrl'), locked: true },
    linkHosts: { value: settings.get('linkHosts'), locked: true },
  };
}
