import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import * as v from 'valibot';
import { COMMANDS, type CommandName, isCommand, type Result } from '../preload/commands.ts';
import type { Handlers } from './app/commands/handlers.ts';
import { ORIGIN } from './shell/app-protocol.ts';

const BAD_REQUEST: Result<never> = { ok: false, error: { code: 'bad-request' } };

/** Only the top frame of a page of ours may speak. */
function isOurs(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.url.startsWith(`${ORIGIN}/`);
}

function handle<C extends CommandName>(command: C, run: Handlers[C]): void {
  ipcMain.handle(command, (event, request: unknown): unknown => {
    if (!isOurs(event)) throw new Error('not a window of OnSite');
    const parsed = v.safeParse(COMMANDS[command].request, request);
    if (!parsed.success) return BAD_REQUEST;
    return run(parsed.output, BrowserWindow.fromWebContents(event.sender));
  });
}

/** Registers every command of the contract. */
export function registerHandlers(handlers: Handlers): void {
  for (const name of Object.keys(COMMANDS)) if (isCommand(name)) handle(name, handlers[name]);
}
