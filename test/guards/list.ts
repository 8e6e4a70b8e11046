import type { Guard } from './guard.ts';
import { ACCOUNT_GUARDS } from './list-account.ts';
import { CREW_GUARDS } from './list-crew.ts';
import { FILES_GUARDS } from './list-files.ts';
import { SHELL_GUARDS } from './list-shell.ts';
import { STARTED_GUARDS } from './list-started.ts';

/** Every guard against strangers: docs/security.md has a row for each. */
export const GUARDS: readonly Guard[] = [
  ...SHELL_GUARDS,
  ...STARTED_GUARDS,
  ...FILES_GUARDS,
  ...ACCOUNT_GUARDS,
  ...CREW_GUARDS,
];
