import * as v from 'valibot';
import type { VisitView } from '../../preload/contract.ts';
import type { MomentSettings } from '../moments/types.ts';
import type { SettingsStore } from '../storage/settings.ts';
import type { Storage } from '../storage/storage.ts';

/** `Is this computer with you while you work?` was answered. */
const ASKED = 'computer-asked';

/** The settings that decide when to ask. */
export const momentSettings = (settings: SettingsStore): MomentSettings => ({
  idleMinutes: settings.get('idleMinutes'),
  autoPauseMinutes: settings.get('autoPauseMinutes'),
  endOfDay: settings.get('endOfDay'),
  workdays: settings.get('workdays'),
});

/** Is the question open? From the first check-in until it is answered, where `idleMinutes` was not chosen. */
export const computerIsAsked = ({ settings, facts }: Storage, current: VisitView | null): boolean =>
  current !== null && !settings.isChosen('idleMinutes') && facts.get(ASKED, v.boolean()) === null;

/** Keeps the answer: a computer that stays in the van says nothing about who is on the roof. */
export function computerSaid({ settings, facts }: Storage, withYou: boolean): void {
  facts.set(ASKED, true);
  if (!withYou) settings.set('idleMinutes', 0);
}
