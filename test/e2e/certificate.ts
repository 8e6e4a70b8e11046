import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/**
 * Certificates for tests, written out in DER: a key of one of them is never in the project, and one that has ended is
 * made with a date.
 */

const SHA256_WITH_ECDSA = '2a8648ce3d040302';
const COMMON_NAME = '550403';
const SUBJECT_ALT_NAME = '551d11';
const BASIC_CONSTRAINTS = '551d13';

const DAY = 24 * 60 * 60_000;

/** One DER value: its tag, the length of its contents, the contents. */
function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const body = Buffer.concat(contents);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const sequence = (...contents: readonly Buffer[]) => der(0x30, ...contents);
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const algorithm = () => sequence(oid(SHA256_WITH_ECDSA));
const nameOf = (host: string) =>
  sequence(der(0x31, sequence(oid(COMMON_NAME), der(0x0c, Buffer.from(host)))));

/** UTCTime, `261126000000Z`. */
const timeOf = (ms: number) =>
  der(0x17, Buffer.from(`${new Date(ms).toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));

interface Wanted {
  readonly host: string;
  /** ms */
  readonly from: number;
  readonly until: number;
}

/** A certificate and its key, as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

interface Signer {
  readonly name: string;
  readonly key: KeyObject;
}

const keyPair = () =>
  generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

const extension = (id: string, value: Buffer) => sequence(oid(id), der(0x04, value));

/** The subject: a host, or an authority that vouches for hosts. */
const ofHost = (host: string) => extension(SUBJECT_ALT_NAME, sequence(der(0x82, Buffer.from(host))));
const ofAuthority = () => extension(BASIC_CONSTRAINTS, sequence(der(0x01, Buffer.from([0xff]))));

let serial = 0;

/** Of a pair of keys, signed by another or (`by` is null) by itself. */
function signed(wanted: Wanted, what: Buffer, pair: ReturnType<typeof keyPair>, by: Signer | null): string {
  const signer = by ?? { name: wanted.host, key: createPrivateKey(pair.privateKey) };
  serial += 1;
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([serial])),
    algorithm(),
    nameOf(signer.name),
    sequence(timeOf(wanted.from), timeOf(wanted.until)),
    nameOf(wanted.host),
    createPublicKey(pair.publicKey).export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(what)),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, signer.key));
  const lines =
    sequence(body, algorithm(), signature)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** A certificate that its own key has signed. */
export function selfSigned(wanted: Wanted): Certificate {
  const pair = keyPair();
  return { cert: signed(wanted, ofHost(wanted.host), pair, null), key: pair.privateKey };
}

/** An authority of its own, good for a day: its certificate, and those that it gives to hosts. */
export function authority(name: string): {
  readonly cert: string;
  readonly issue: (wanted: Wanted) => Certificate;
} {
  const pair = keyPair();
  const by = { name, key: createPrivateKey(pair.privateKey) };
  const own = { host: name, from: Date.now() - 365 * DAY, until: Date.now() + DAY };
  return {
    cert: signed(own, ofAuthority(), pair, null),
    issue: (wanted) => {
      const keys = keyPair();
      return { cert: signed(wanted, ofHost(wanted.host), keys, by), key: keys.privateKey };
    },
  };
}
