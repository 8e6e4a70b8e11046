import { nativeTheme } from 'electron';
import type { SettingsStore } from '../storage/settings.ts';

/** Windows and tray follow the theme that the setting says, as it changes. */
export function followTheme(settings: Pick<SettingsStore, 'get' | 'onChange'>): void {
  const follow = () => {
    nativeTheme.themeSource = settings.get('theme');
  };
  follow();
  settings.onChange((key) => {
    if (key === 'theme') follow();
  });
}
