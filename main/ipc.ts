import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import * as v from 'valibot';
import type { Result } from '../preload/command-errors.ts';
import { COMMANDS, type CommandName, isCommand } from '../preload/commands.ts';
import type { Handlers } from './app/commands/types.ts';
import type { AskingWindow } from './app/ports.ts';
import { isOwnPage } from './platform/own-pages.ts';

const BAD_REQUEST: Result<never> = { ok: false, error: { code: 'bad-request' } };

/** The facts about the calling window that a handler may need. */
export interface IpcParts {
  /** The sender, for commands about itself. */
  readonly askingWindow: (window: BrowserWindow) => AskingWindow;
  /** An error that no handler expected; the window is told in words. */
  readonly onError: (error: unknown) => void;
}

/** Only the top frame of a window of ours may speak, with its own page in it. */
function isFromOurPage({ sender, senderFrame: frame }: IpcMainInvokeEvent): boolean {
  return frame !== null && frame.parent === null && isOwnPage(sender, frame.url);
}

function handle<C extends CommandName>(command: C, run: Handlers[C], parts: IpcParts): void {
  ipcMain.handle(command, async (event, request: unknown): Promise<unknown> => {
    const window = isFromOurPage(event) ? BrowserWindow.fromWebContents(event.sender) : null;
    if (!window) throw new Error('not a window of OnSite');
    const parsed = v.safeParse(COMMANDS[command].request, request);
    if (!parsed.success) return BAD_REQUEST;
    try {
      return await run(parsed.output, parts.askingWindow(window));
    } catch (error) {
      parts.onError(error);
      return { ok: false, error: { code: 'unexpected' } } satisfies Result<never>;
    }
  });
}

/** Registers every command of the contract. */
export function registerHandlers(handlers: Handlers, parts: IpcParts): void {
  for (const name of Object.keys(COMMANDS)) if (isCommand(name)) handle(name, handlers[name], parts);
}
