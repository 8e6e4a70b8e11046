/** The traces that each user of a computer leaves for the others. */

/** The things that a user leaves here by signing out: where they are checked in, and how many reports wait. */
export interface SignOutView {
  readonly workOrderId: number | null;
  readonly waiting: number;
}

/** Another user who has something under way on this computer. */
export interface OtherUserView {
  /** Null where it was not kept. */
  readonly userName: string | null;
  readonly isOnSite: boolean;
  /** Reports that wait. */
  readonly waiting: number;
  /** Some wait since five days or longer. */
  readonly isLate: boolean;
}
