import type { CommandError } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { now } from './clock.ts';
import { locale } from './snapshot.ts';
import { t } from './words.ts';

/** A command error in words. */
export const commandErrorText = (error: CommandError): string =>
  t().error(error, (ms) => whenText(ms, now.peek(), locale.peek()));
