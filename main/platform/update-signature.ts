import { type KeyObject, sign, verify } from 'node:crypto';

/** The publisher vouches for a package’s bytes, by their hash, as this version. */
export interface Signed {
  readonly version: string;
  readonly url: string;
  readonly sha512: string;
}

const text = ({ version, url, sha512 }: Signed): Buffer =>
  Buffer.from(['OnSite', version, url, sha512].join('\n'));

/** The publisher's signature of a package, in base64. @param key Ed25519, private */
export const signatureOf = (signed: Signed, key: KeyObject): string =>
  sign(null, text(signed), key).toString('base64');

/** Whether a package carries the signature of this key's owner. @param key Ed25519, public */
export const isSignedBy = (key: KeyObject, signed: Signed, signature: string | undefined): boolean =>
  signature !== undefined && verify(null, text(signed), key, Buffer.from(signature, 'base64'));
