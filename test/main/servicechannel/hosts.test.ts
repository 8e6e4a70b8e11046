import { describe, expect, test } from 'vitest';
import { environmentOf, HOSTS, isAllowedUrl, join } from '../../../main/servicechannel/hosts.ts';

const { production, sandbox } = HOSTS;

test.each([
  [production.apiUrl, production.loginUrl, 'production'],
  [sandbox.apiUrl, sandbox.loginUrl, 'sandbox'],
  [`${production.apiUrl}/`, `${production.loginUrl}/`, 'production'],
  ['HTTPS://API.ServiceChannel.com/v3', production.loginUrl, 'production'],
  [production.apiUrl, sandbox.loginUrl, 'custom'],
  ['http://127.0.0.1:4000/v3', 'http://127.0.0.1:4000', 'custom'],
  ['no url', 'no url', 'custom'],
])('%s with %s is %s', (apiUrl, loginUrl, environment) => {
  expect(environmentOf(apiUrl, loginUrl)).toBe(environment);
});

describe('a host', () => {
  test.each([
    production.apiUrl,
    sandbox.loginUrl,
    'https://proxy.corp.example:8443/sc/v3',
    'http://127.0.0.1:4000/v3',
    'http://localhost:4000',
    'http://[::1]:4000',
  ])('may be %s', (url) => {
    expect(isAllowedUrl(url)).toBe(true);
  });

  test.each([
    'http://api.servicechannel.com/v3',
    'http://192.168.1.5/v3',
    'http://localhost.example/',
    'http://127.0.0.1.example/',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://user:password@api.servicechannel.com/v3',
    'api.servicechannel.com',
    '',
  ])('may not be %j', (url) => {
    expect(isAllowedUrl(url)).toBe(false);
  });
});

test.each(['https://api.example/v3', 'https://api.example/v3/', 'https://api.example/v3//'])(
  '%s is joined with one slash',
  (base) => {
    expect(join(base, '/workorders/1')).toBe('https://api.example/v3/workorders/1');
  },
);
