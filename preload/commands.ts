/**
 * Every command that a window can send: one table gives its request's schema, its request's type and its answer's type,
 * so that none can lack what another has. Main checks each request against the schema (Electron's checklist 17).
 */
import type * as v from 'valibot';
import { accountCommands } from './commands/account.ts';
import { crewCommands } from './commands/crew.ts';
import { momentCommands } from './commands/moment.ts';
import { orderCommands } from './commands/order.ts';
import { phoneCommands } from './commands/phone.ts';
import { readingCommands } from './commands/reading.ts';
import { recordCommands } from './commands/record.ts';
import { reportCommands } from './commands/report.ts';
import { settingsCommands } from './commands/settings.ts';
import { timesheetCommands } from './commands/timesheet.ts';
import { visitCommands } from './commands/visit.ts';
import { windowCommands } from './commands/window.ts';

export const COMMANDS = {
  ...windowCommands,
  ...accountCommands,
  ...visitCommands,
  ...reportCommands,
  ...recordCommands,
  ...momentCommands,
  ...crewCommands,
  ...readingCommands,
  ...settingsCommands,
  ...orderCommands,
  ...phoneCommands,
  ...timesheetCommands,
} as const;

type Table = typeof COMMANDS;
export type CommandName = keyof Table;
export type Request<C extends CommandName> = v.InferOutput<Table[C]['request']>;
export type Response<C extends CommandName> = ReturnType<NonNullable<Table[C]['answer']>>;

export type CheckInRequest = Request<'visit:check-in'>;
export type SignInRequest = Request<'session:sign-in'>;
export type ChangeRequest = Request<'report:change'>['to'];
export type MomentAnswer = Request<'moment:answer'>['answer'];

/** Whether a channel is one of a command. */
export const isCommand = (name: string): name is CommandName => name in COMMANDS;
