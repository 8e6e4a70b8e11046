import * as v from 'valibot';

const seconds = v.pipe(v.number(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Settings of the sandbox as a whole, at start or while it runs. */
export const configSchema = v.strictObject({
  /** Life of an access token. */
  accessTokenSeconds: v.optional(seconds, 600),
  /** Life of a refresh token. */
  refreshTokenDays: v.optional(seconds, 30),
  /** Whether each refresh replaces the refresh token and ends the old one. */
  rotateRefreshTokens: v.optional(v.boolean(), true),
  /** Seconds that must lie between two token calls of one user; 0 = no rule. */
  tokenIntervalSeconds: v.optional(seconds, 5),
  /** Whether `expires_in` is sent as "600" instead of 600. */
  expiresInAsString: v.optional(v.boolean(), false),
  /** Whether a code asked for with a PKCE challenge needs its verifier. */
  verifyPkce: v.optional(v.boolean(), true),
  /** Requests a minute per client id; 0 = no limit. */
  clientLimitPerMinute: v.optional(count, 40),
  /** Requests a minute per provider company; 0 = no limit. */
  companyLimitPerMinute: v.optional(count, 80),
  /** Whether error codes are sent as the reference's names instead of numbers. */
  errorCodesAsNames: v.optional(v.boolean(), false),
  /** How far the server's clock is ahead of the true one. */
  clockOffsetSeconds: v.optional(v.number(), 0),
  /** Whether a work activity's Id is its MechanicId: it is not published. */
  activityIdIsMechanicId: v.optional(v.boolean(), false),
  /** The words that `Action` takes in CheckInActivity: they are not published. */
  actionWords: v.optional(v.strictObject({ in: v.string(), out: v.string() }), {
    in: 'Check In',
    out: 'Check Out',
  }),
  /** How far the answers of reads are behind, as in production: what was just made is missing or not found. */
  replicaLagSeconds: v.optional(seconds, 0),
  /** By which id or name read-backs say who it was: it is not published. */
  readBackUsers: v.optional(v.picklist(['userId', 'authUserId', 'userName', 'none']), 'userId'),
  /** How read-backs write times: with Z, or without offset in UTC or in the location's time. */
  readBackTimes: v.optional(v.picklist(['utc', 'bareUtc', 'bareLocal']), 'utc'),
});

export type Config = v.InferOutput<typeof configSchema>;
export type ConfigChange = v.InferInput<typeof configSchema>;

/** The configuration after a change; what the change leaves out stays. Throws on an unknown or wrong setting. */
export function changeConfig(config: Config | null, change: unknown): Config {
  const given = v.parse(v.record(v.string(), v.unknown()), change);
  return v.parse(configSchema, { ...config, ...given });
}
