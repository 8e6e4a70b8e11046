/** An earlier time that is being chosen. */
export interface TimeDraft {
  readonly open: boolean;
  readonly value: string;
  /** A part of date and time is there and the rest is not: the field's value is empty, and that must not mean now. */
  readonly unfinished: boolean;
}

export const NO_TIME: TimeDraft = { open: false, value: '', unfinished: false };

/** What is sent as `at`: empty is now, and a half-written time is no time, which main refuses by name. */
export const sentTime = (draft: TimeDraft): string => (draft.unfinished ? 'unfinished' : draft.value);
