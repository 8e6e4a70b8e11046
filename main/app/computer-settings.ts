import { messageOf } from '../listeners.ts';
import type { SettingsStore } from '../storage/settings.ts';
import type { SettingKey } from '../storage/settings-schema.ts';
import type { Notices } from './notices.ts';
import type { Desktop } from './ports.ts';

/** Does on this computer what the settings ask for, at the start and whenever they change; what cannot be done is said. */
export function followComputerSettings(settings: SettingsStore, desktop: Desktop, notices: Notices): void {
  const takeShortcut = () => {
    const shortcut = settings.get('shortcut');
    const taken = desktop.computer.takeShortcut(shortcut, () => desktop.shell.togglePopup());
    notices.sayWhile(!taken, { code: 'shortcut-taken', shortcut });
  };
  const startAtLogin = () => {
    try {
      desktop.computer.startAtLogin(settings.get('launchAtLogin'));
      notices.dismiss('login-start-not-set');
    } catch (error) {
      const detail = messageOf(error);
      notices.say({ code: 'login-start-not-set', detail });
    }
  };
  const follow: Partial<Record<SettingKey, () => void>> = {
    shortcut: takeShortcut,
    launchAtLogin: startAtLogin,
  };
  takeShortcut();
  // An entry made by hand is left alone until a person chooses here.
  if (settings.isChosen('launchAtLogin')) startAtLogin();
  settings.onChange((key) => follow[key]?.());
}
