import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/**
 * Certificates for tests, written out in DER: a key of one of them is never in the project, and one that has ended is
 * made with a date.
 */

const SHA256_WITH_ECDSA = '2a8648ce3d040302';
const COMMON_NAME = '550403';
const SUBJECT_ALT_NAME = '551d11';

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

function toBeSigned({ host, from, until }: Wanted, publicKey: KeyObject): Buffer {
  const names = sequence(der(0x82, Buffer.from(host)));
  const extensions = der(0xa3, sequence(sequence(oid(SUBJECT_ALT_NAME), der(0x04, names))));
  return sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm(),
    nameOf(host),
    sequence(timeOf(from), timeOf(until)),
    nameOf(host),
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions,
  );
}

/** A certificate that its own key has signed, and the key, as PEM. */
export function selfSigned(wanted: Wanted): { readonly cert: string; readonly key: string } {
  const pair = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const privateKey = createPrivateKey(pair.privateKey);
  const tbs = toBeSigned(wanted, createPublicKey(pair.publicKey));
  const signature = sign('sha256', tbs, privateKey);
  const cert = sequence(tbs, algorithm(), der(0x03, Buffer.from([0]), signature));
  const lines = cert.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: pair.privateKey,
  };
}
