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
  /** `again`: it was installed before, and did not become what runs. */
  | { readonly state: 'ready'; readonly version: string; readonly again: boolean }
  | { readonly state: 'failed'; readonly fault: UpdateFault; readonly version: string | null };

/** Updates of the program, as the Settings window shows them: `off` where the policy names no feed. */
export type UpdateView =
  | { readonly state: 'off' | 'looking' }
  /** `installed`: it lies where this program lay, and starts next. */
  | { readonly state: 'loading' | 'installing' | 'installed'; readonly version: string }
  | Exclude<LoadedUpdate, { readonly state: 'ready' }>
  /** `now`: nobody is on site and nothing waits to be sent, so it may be installed. */
  | (Extract<LoadedUpdate, { readonly state: 'ready' }> & { readonly now: boolean });
