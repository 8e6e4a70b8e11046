import { nativeTheme } from 'electron';
import type { SettingsStore } from '../storage/settings.ts';

/** Windows and tray follow the theme that the setting says, as it changes. */
export function followTheme(settings: Pick<SettingsStore, 'get'>): void {
  nativeTheme.themeSource = settings.get('theme');
}
