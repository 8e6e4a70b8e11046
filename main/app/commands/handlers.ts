import type { BrowserWindow } from 'electron';
import type { CommandName, Request, Response } from '../../../preload/contract.ts';

/** What answers each command of the contract; the window that asked comes with it, for commands about itself. */
export type Handlers = {
  readonly [C in CommandName]: (
    request: Request<C>,
    window: BrowserWindow | null,
  ) => Response<C> | Promise<Response<C>>;
};
