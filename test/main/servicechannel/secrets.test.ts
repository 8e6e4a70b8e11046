import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { basicOf, Secrets } from '../../../main/servicechannel/secrets.ts';

const TOKEN = 'canary-"tökén"&/+=<1>';

function using(...used: readonly string[]) {
  const secrets = new Secrets();
  secrets.use(...used);
  return secrets;
}

describe('a secret', () => {
  test.each<[string, string]>([
    ['as it is', `Bearer ${TOKEN}`],
    ['in a form', new URLSearchParams({ refresh_token: TOKEN }).toString()],
    ['in an address', `/login?token=${encodeURIComponent(TOKEN)}`],
    ['in an address, as .NET writes it', 'token=canary-%22t%c3%b6k%c3%a9n%22%26%2f%2b%3d%3c1%3e'],
    ['in JSON', JSON.stringify({ Description: `Token ${TOKEN} is not valid` })],
    ['in a list in JSON', JSON.stringify([[{ a: [TOKEN] }]])],
    ['as a name in JSON', JSON.stringify({ [TOKEN]: 1 })],
    ['in a page', '<p>canary-&quot;tökén&quot;&amp;/+=&lt;1&gt;</p>'],
    [
      'in JSON by the numbers of its characters',
      `{"a":"${[...TOKEN].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"}`,
    ],
    ['in JSON that is broken', `{"a":"${TOKEN}`],
  ])('is left out %s', (_, text) => {
    const clean = using(TOKEN).scrub(text);
    expect(clean).not.toContain('canary');
    expect(clean).not.toMatch(/\\u0063\\u0061/);
    expect(clean).toContain('…');
  });

  test('may be no text that an address can hold', () => {
    expect(using('canary-\ud800').scrub('{"a":"canary-\ud800"}')).toBe('{"a":"…"}');
  });

  test('is left out whole where another is a part of it', () => {
    expect(using('canary-12', 'canary-12-renewed').scrub('canary-12-renewed canary-12')).toBe('… …');
  });

  test('that is short is a word like others', () => {
    expect(using('demo', '').scrub('{"Name":"demo store"}')).toBe('{"Name":"demo store"}');
  });

  test('is left out until all who secrets it have let go', () => {
    const secrets = new Secrets();
    const [one, other] = [secrets.use(TOKEN), secrets.use(TOKEN)];
    one();
    one();
    expect(secrets.scrub(TOKEN)).toBe('…');
    other();
    expect(secrets.scrub(TOKEN)).toBe(TOKEN);
  });

  test('of the client is in its header too', () => {
    const basic = basicOf('onsite', TOKEN);
    expect(using(TOKEN, basic).scrub(`Basic ${basic}`)).toBe('Basic …');
  });
});

test.each([
  '{"MechanicId":12345678901234567890,"Id":12345678}',
  '{"Name":"Caf\\u00e9"}',
  ' { "spaced" : 1 } ',
  '<html>',
  '',
])('an answer without one stays as it is: %s', (text) => {
  expect(using('12345678', TOKEN).scrub(text)).toBe(text);
});

test('JSON stays JSON, and only what holds a secret changes', () => {
  const property = fc.property(fc.json(), fc.string({ minLength: 8, maxLength: 20 }), (json, secret) => {
    const clean = using(secret).scrub(json);
    const strings = JSON.stringify(JSON.parse(clean));
    if (!json.includes('\\') && !json.includes(secret)) expect(clean).toBe(json);
    expect(() => JSON.parse(strings)).not.toThrow();
  });
  fc.assert(property, { numRuns: 300 });
});

test('an answer that is nested without end is cleaned all the same', () => {
  const deep = `${'['.repeat(200_000)}"${TOKEN}"${']'.repeat(200_000)}`;
  expect(using(TOKEN).scrub(deep)).not.toContain('canary');
});
