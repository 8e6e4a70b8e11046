/** The hosts of API.md. A client registered in one environment does not work in the other. */
export const HOSTS = {
  production: {
    apiUrl: 'https://api.servicechannel.com/v3',
    loginUrl: 'https://login.servicechannel.com',
  },
  sandbox: {
    apiUrl: 'https://sb2api.servicechannel.com/v3',
    loginUrl: 'https://sb2login.servicechannel.com',
  },
} as const;

export type Environment = keyof typeof HOSTS | 'custom';

/** Which environment the hosts of these URLs are; a mixture or anything else is custom. */
export function environmentOf(apiUrl: string, loginUrl?: string): Environment {
  const matches = (name: keyof typeof HOSTS) => {
    const known = HOSTS[name];
    return sameHost(apiUrl, known.apiUrl) && (loginUrl === undefined || sameHost(loginUrl, known.loginUrl));
  };
  if (matches('production')) return 'production';
  return matches('sandbox') ? 'sandbox' : 'custom';
}

/** Where providers see work orders in the browser; the sandbox has pages of its own. */
const ORDER_PAGES = {
  production: 'https://www.servicechannel.com/sc/wo/Workorders/index?id=',
  sandbox: 'https://sb2.servicechannel.com/sc/wo/Workorders/index?id=',
} as const;

/** The address of the work orders' pages that belong to an API; a work order's number completes it. */
export const orderPagesOf = (apiUrl: string): string =>
  environmentOf(apiUrl) === 'sandbox' ? ORDER_PAGES.sandbox : ORDER_PAGES.production;

/** Whether a URL may be an API or login host: https, or http on this computer alone; no user name in it. */
export function isAllowedUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username || password) return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/** "base" without a final slash, joined with a path that begins with one. */
export function join(base: string, path: string): string {
  return `${base.replace(/\/+$/, '')}${path}`;
}

/** Whether a URL's host name is this computer itself. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function sameHost(one: string, other: string): boolean {
  return URL.canParse(one) && new URL(one).host === new URL(other).host;
}
