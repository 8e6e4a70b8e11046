import type { Words } from '../../words/index.ts';
import { timeText } from '../../words/times.ts';
import type { SettingsStore } from '../storage/settings.ts';
import { timesLocale } from '../views/language.ts';
import {
  choicesOf,
  type NotificationChoice,
  type NotificationSubject,
  notification,
} from '../views/notifications.ts';
import type { Desktop } from './ports.ts';

/** Says something by a notification, where the setting allows it. @returns takes that away again */
export type Say = (
  said: NotificationSubject,
  onClick: () => void,
  onChoice?: (choice: NotificationChoice) => void,
) => () => void;

/** Notifications in the language in force, with their answers as buttons where the desktop has them. */
export function sayOn(desktop: Desktop, settings: SettingsStore, words: () => Words): Say {
  return (said, onClick, onChoice) => {
    if (!settings.get('notifications')) return () => undefined;
    const time = (ms: number) => timeText(ms, timesLocale(settings, desktop.locale));
    const { title, body } = notification(words(), said, time);
    const choices = desktop.notificationsAct && onChoice ? choicesOf(words(), said, time) : [];
    const actions = choices.map(({ text, choice }) => ({ text, run: () => onChoice?.(choice) }));
    return desktop.notify(title, body, onClick, actions);
  };
}
