/** A user as the profile knows them: ServiceChannel's entries carry any one of these (API.md). */
export interface Who {
  readonly userId: number;
  /** The id in the login system; null where the profile was read before it was kept. */
  readonly authUserId: number | null;
  /** As typed at sign-in, and as the profile has it. */
  readonly userNames: readonly string[];
  /** Others who are known: an entry that names one of them is not this user's. */
  readonly others?: readonly Who[];
}

/** The user that an entry names. */
export interface Named {
  readonly userId: number | null;
  readonly userName: string | null;
}

/**
 * Whether an entry is this user's. `unsaid`: it names no user, or by an id that may be the one of the two that is not
 * known; it proves nothing then.
 */
export function whoseIs({ userId, userName }: Named, who: Who): 'us' | 'another' | 'unsaid' {
  if (userId !== null && (userId === who.userId || userId === who.authUserId)) return 'us';
  const name = userName?.toLowerCase();
  if (name !== undefined && who.userNames.some((each) => each.toLowerCase() === name)) return 'us';
  if (who.others?.some((other) => whoseIs({ userId, userName }, other) === 'us')) return 'another';
  // Of a colleague only the UserId is known: a name says as little as none.
  const isNamed = name !== undefined && who.userNames.length > 0;
  if (!isNamed && (userId === null || who.authUserId === null)) return 'unsaid';
  return 'another';
}
