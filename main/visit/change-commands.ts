import type { StatusChoice } from './choice.ts';
import type { CodeChoice } from './types.ts';

/** A refused report says something else now; it keeps its place and, unless that was refused, its time. */
export interface Change {
  readonly type: 'change';
  readonly reportId: string;
  readonly to: Changed;
}

/** The contents of a changed report. Times are ms; without one it keeps its own. */
export type Changed =
  /** The whole pair carries the type and the count. */
  | {
      readonly kind: 'check-in';
      readonly workTypeId: number;
      readonly techsCount: number;
      readonly at?: number | undefined;
    }
  /** Without a choice a pause stays a pause. */
  | {
      readonly kind: 'check-out';
      readonly choice: StatusChoice | null;
      readonly at?: number | undefined;
    }
  | { readonly kind: 'status'; readonly choice: StatusChoice }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'codes'; readonly codes: readonly CodeChoice[] }
  /** The whole stay of a work activity. */
  | { readonly kind: 'activity'; readonly from?: number | undefined; readonly until?: number | undefined };
