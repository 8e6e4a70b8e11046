import * as v from 'valibot';
import type { UpdateFault } from '../../preload/contract.ts';

/** A feed of more bytes is not read, a package of more is not loaded. */
export const FEED_BYTES = 256 * 1024;
const PACKAGE_BYTES = 1024 * 1024 * 1024;

/** Something that is offered and not taken, with what is said of it. */
export class UpdateRefused extends Error {
  readonly fault: UpdateFault;

  constructor(fault: UpdateFault, why: string) {
    super(why);
    this.fault = fault;
  }
}

/** A plain name lies beside the feed and not on another computer, and says nothing to a shell that it is handed to. */
const NAME = /^\w[\w.+~-]{0,199}$/;

const OfferedFile = v.object({
  url: v.pipe(v.string(), v.regex(NAME)),
  sha512: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{86}==$/)),
  size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(PACKAGE_BYTES)),
  signature: v.optional(v.pipe(v.string(), v.maxLength(200))),
});

const Offer = v.object({
  version: v.pipe(v.string(), v.regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}(-[\w.-]{1,40})?$/)),
  files: v.pipe(v.array(OfferedFile), v.minLength(1), v.maxLength(20)),
});

/** A package in a feed; `sha512` is its hash in base64, `size` its bytes. */
export type OfferedFile = v.InferOutput<typeof OfferedFile>;
export type Offer = v.InferOutput<typeof Offer>;

/**
 * A feed as electron-updater has read it: nothing in it is believed before this.
 * @throws UpdateRefused where it is none of ours
 */
export function readOffer(feed: unknown): Offer {
  const read = v.safeParse(Offer, feed);
  if (read.success) return read.output;
  const at = read.issues.map((issue) => v.getDotPath(issue) ?? 'all').join(', ');
  throw new UpdateRefused('feed', `The update feed is not as it should be: ${at}.`);
}
