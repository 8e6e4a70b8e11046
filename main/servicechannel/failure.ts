/** The `detail` of a redirect, whose number no network stack tells. */
export const REDIRECTION = 'HTTP 3xx';

/** Why no answer came. `before`: certainly before the request left this computer. */
export interface Failure {
  readonly kind: 'redirect' | 'before' | 'broken';
  /** The bare name of the network error, empty where it has none: other words of an error may quote a header or an address. */
  readonly detail: string;
}

/**
 * Chromium's errors that can only come before the request is sent: looking up the host, a refused connection, the
 * proxy's and TLS's handshakes. All others may come after it as well: Chromium has one name for a failure of the system,
 * such as ERR_INTERNET_DISCONNECTED, whether it connected, wrote or read (net_errors_posix.cc). ERR_SSL_PROTOCOL_ERROR
 * and the TLS alerts too.
 */
const CHROMIUM_BEFORE = [
  /^ERR_(NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|CONNECTION_REFUSED|UNSAFE_PORT)$/,
  /^ERR_(PROXY_CONNECTION_FAILED|PROXY_CERTIFICATE_INVALID|TUNNEL_CONNECTION_FAILED|SOCKS_CONNECTION_\w+)$/,
  /^ERR_(MANDATORY_PROXY_CONFIGURATION_FAILED|NO_SUPPORTED_PROXIES|CERT_\w+|CERTIFICATE_TRANSPARENCY_REQUIRED)$/,
  /^ERR_SSL_(VERSION_OR_CIPHER_MISMATCH|UNRECOGNIZED_NAME_ALERT|PINNED_KEY_NOT_IN_CERT_CHAIN)$/,
  /^ERR_SSL_(SERVER_CERT_BAD_FORMAT|KEY_USAGE_INCOMPATIBLE|WEAK_SERVER_EPHEMERAL_DH_KEY)$/,
];

/** Chromium's and Node's for a certificate that vouches for nothing: another host's, an unknown authority's, an ended one. */
const UNTRUSTED =
  /^(ERR_CERT_\w+|CERTIFICATE_\w+|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|ERR_TLS_CERT_ALTNAME_INVALID)$/;

/** Whether a failure's `detail` says that the server's certificate is not to be trusted: nothing was sent. */
export const isUntrusted = (detail: string): boolean => UNTRUSTED.test(detail);

/** Node's, where the failing system call is not told; an error of `connect` or `getaddrinfo` always counts. */
const NODE_BEFORE =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|ERR_TLS_CERT_ALTNAME_INVALID)$/;

/** The words of Electron's net and Node's fetch for a redirect under `redirect: 'error'`, and Chromium's for one it never follows. */
const REDIRECT =
  /attempted to redirect, but redirect policy was|unexpected redirect|ERR_(UNSAFE|INVALID)_REDIRECT/i;

const CALLS_BEFORE = ['connect', 'getaddrinfo'];

/** The meaning of an error that a fetch threw before an answer's headers. */
export function failureOf(thrown: unknown): Failure {
  const chain = causes(thrown);
  const names = chain.map(nameOf);
  const detail = names.find((name) => name !== null) ?? '';
  if (chain.some((error) => REDIRECT.test(error.message))) return { kind: 'redirect', detail: REDIRECTION };
  const before = chain.some((error, index) => wasBefore(error, names[index] ?? null));
  return { kind: before ? 'before' : 'broken', detail };
}

function wasBefore(error: Error, name: string | null): boolean {
  const call = 'syscall' in error ? error.syscall : undefined;
  if (typeof call === 'string' && CALLS_BEFORE.includes(call)) return true;
  return name !== null && (NODE_BEFORE.test(name) || CHROMIUM_BEFORE.some((pattern) => pattern.test(name)));
}

/** The error and what it was caused by; of several addresses tried in turn, the last one's error. */
function causes(thrown: unknown): Error[] {
  if (!(thrown instanceof Error)) return [];
  const tried = thrown instanceof AggregateError ? thrown.errors.at(-1) : undefined;
  return [thrown, ...causes(thrown.cause ?? tried)];
}

function nameOf(error: Error): string | null {
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code)) return code;
  return /\bERR_[A-Z0-9_]{2,60}\b/.exec(error.message)?.[0] ?? null;
}
