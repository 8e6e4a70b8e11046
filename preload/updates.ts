/** Why there is no update, by code: the words of each are in words/. */
export type UpdateFault =
  | 'unreachable'
  | 'redirected'
  | 'feed'
  | 'damaged'
  | 'signature'
  | 'older'
  | 'no-room'
  | 'not-installed';

/** The result of a look for an update. */
export type LoadedUpdate =
  | { readonly state: 'newest' }
  | { readonly state: 'ready'; readonly version: string }
  | { readonly state: 'failed'; readonly fault: UpdateFault; readonly version: string | null };

/** Updates of the program, as the Settings window shows them: `off` where the policy names no feed. */
export type UpdateView =
  | { readonly state: 'off' | 'looking' }
  | { readonly state: 'loading' | 'installing'; readonly version: string }
  | Exclude<LoadedUpdate, { readonly state: 'ready' }>
  /** `now`: nobody is on site and nothing waits to be sent, so it may be installed. */
  | { readonly state: 'ready'; readonly version: string; readonly now: boolean };
