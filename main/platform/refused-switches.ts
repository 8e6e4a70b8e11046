/**
 * Each opens the app to another program or writes down what it says: sign-in and check-in by the debugger's port, the
 * bearer in a log of the network, a certificate that no authority vouches for, a page that is another program.
 * `--no-sandbox` is not among them: root needs it. Nor is `--allow-file-access-from-files`: Electron sets it by itself,
 * and no page of ours is a file.
 */
const REFUSED_SWITCHES: readonly string[] = [
  ...['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins'],
  ...['inspect', 'inspect-brk', 'inspect-port', 'inspect-publish-uid', 'js-flags', 'enable-automation'],
  ...['log-net-log', 'net-log-capture-mode', 'ssl-key-log-file', 'trace-startup', 'enable-tracing'],
  ...['ignore-certificate-errors', 'ignore-certificate-errors-spki-list', 'allow-insecure-localhost'],
  ...['unsafely-treat-insecure-origin-as-secure', 'allow-running-insecure-content', 'disable-web-security'],
  ...['host-rules', 'host-resolver-rules', 'load-extension', 'trace-config-file'],
  ...['renderer-cmd-prefix', 'utility-cmd-prefix', 'zygote-cmd-prefix', 'gpu-launcher', 'gpu-startup-dialog'],
  ...['browser-subprocess-path', 'single-process', 'enable-ui-devtools', 'use-fake-ui-for-media-stream'],
  ...['auth-server-allowlist', 'auth-negotiate-delegate-allowlist', 'disable-site-isolation-trials'],
];

const REFUSED_VARIABLES: readonly string[] = ['SSLKEYLOGFILE', 'NODE_TLS_REJECT_UNAUTHORIZED'];

/** The switches and variables of this start that a package does not accept. */
export function refusedIn(hasSwitch: (name: string) => boolean, env: NodeJS.ProcessEnv): readonly string[] {
  return [
    ...REFUSED_SWITCHES.filter(hasSwitch).map((name) => `--${name}`),
    ...REFUSED_VARIABLES.filter((name) => env[name] !== undefined),
  ];
}

const SANDBOX_OFF: readonly string[] = [
  'no-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-namespace-sandbox',
  'disable-gpu-sandbox',
];

/** Whether this start does not keep pages apart from the rest of this computer. */
export const sandboxIsOff = (hasSwitch: (name: string) => boolean, env: NodeJS.ProcessEnv): boolean =>
  SANDBOX_OFF.some(hasSwitch) || env.ELECTRON_DISABLE_SANDBOX !== undefined;
