import type { CommandName, Request, Response } from '../../../preload/contract.ts';
import type { AskingWindow } from '../ports.ts';

/** The answers to each command of the contract; the window that asked comes with it, for commands about itself. */
export type Handlers = {
  readonly [C in CommandName]: (
    request: Request<C>,
    window: AskingWindow,
  ) => Response<C> | Promise<Response<C>>;
};
