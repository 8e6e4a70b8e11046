import { type Guard, guards } from './guard.ts';

/** Signing in, secrets, and what a server says. */
export const ACCOUNT_GUARDS: readonly Guard[] = [
  ...guards('main/account/loopback.ts', 'main/account/loopback.test.ts', [
    [
      'the answer’s state',
      'D 4',
      "if (states.length !== 1 || !isSame(states[0] ?? '', state)) return null;",
      'void states;',
    ],
    ['one state alone', 'D 4', 'states.length !== 1 || ', ''],
    [
      'one answer alone',
      'D 4',
      'isAnswered ? null : answerIn(request, at, state)',
      'answerIn(request, at, state)',
    ],
    ['this computer’s own name', 'D 4', 'headers.host !== at.host || ', ''],
    ['a question, not a post', 'D 4', "method !== 'GET' || ", ''],
    ['the one path', 'D 4', ' || asked?.pathname !== at.pathname', ' || !asked'],
    [
      '127.0.0.1 alone',
      'D 4',
      'server.listen({ host, port, exclusive: true }',
      'server.listen({ port, exclusive: true }',
    ],
    ['nothing left open', 'D 4', 'server.closeAllConnections();', ''],
  ]),
  ...guards('main/servicechannel/authorize.ts', 'main/account/browser.test.ts', [
    ['PKCE', 'D 4', 'code_challenge: challenge,', ''],
  ]),
  ...guards('main/account/browser.ts', 'main/account/browser.test.ts', [
    ['five minutes', 'D 4', 'const MOST_WAIT = 5 * 60_000;', 'const MOST_WAIT = 60 * 60_000;'],
  ]),
  ...guards('main/account/live.ts', 'main/account/token.test.ts', [
    [
      'a token is kept before it is used',
      'D 3',
      'await this.#keep(answer.tokens);',
      'void this.#keep(answer.tokens);',
    ],
  ]),
  ...guards('main/account/session.ts', 'main/account/session.test.ts', [
    [
      'a sign-out takes the client’s secret',
      'D 3',
      '...(given ? [] : [secretAccount(loginUrl, clientId)])',
      '',
    ],
    [
      'a policy’s secret stays where it is',
      'D 3',
      'if (this.#parts.givenSecret(clientId, loginUrl) === null)\n',
      'if (true)\n',
    ],
  ]),
  ...guards('main/storage/settings.ts', 'main/storage/settings.test.ts', [
    [
      'a policy’s secret goes to no other host',
      'D 3',
      'if (!hosts.some((host) => new URL(host).origin === origin)) return null;',
      '',
    ],
  ]),
  ...guards('main/account/left-over.ts', 'main/account/session.test.ts', [
    ['what was not deleted is tried again', 'D 3', 'this.#parts.accounts.set(this.#left);', ''],
  ]),
  ...guards('main/servicechannel/exchange.ts', 'main/app/echo.test.ts', [
    ['answers are cleaned of secrets', 'D 3', 'options.scrub?.(text) ?? text', 'text'],
  ]),
  ...guards('main/servicechannel/secrets.ts', 'main/servicechannel/secrets.test.ts', [
    ['also as JSON writes them', 'D 3', 'JSON.stringify(secret).slice(1, -1),', ''],
    [
      'also as .NET writes them',
      'D 3',
      'flatMap((form) => [form, lower(form)])',
      'flatMap((form) => [form])',
    ],
  ]),
  ...guards('main/servicechannel/answer-body.ts', 'main/servicechannel/exchange.test.ts', [
    ['answers end at 5 MB', 'D 6', "if (bytes > MOST_BYTES) throw new Error('the answer is too long');", ''],
  ]),
  ...guards('main/servicechannel/exchange.ts', 'main/servicechannel/request.test.ts', [
    ['redirects are not followed', 'D 6', "redirect: 'error',", "redirect: 'follow',"],
    ['no cookies', 'D 6', "credentials: 'omit',", "credentials: 'include',"],
  ]),
  ...guards('main/servicechannel/text.ts', 'main/servicechannel/refusal.test.ts', [
    ['words of a server are cleaned', 'D 6', "text.replace(UNPRINTABLE, ' ')", 'text'],
  ]),
  ...guards('main/servicechannel/text.ts', 'main/app/disguise.test.ts', [
    ['texts of several lines too', 'D 6', "    .replace(UNPRINTABLE_IN_LINES, ' ')\n", ''],
    ['texts of a server have an end', 'D 6', '    .slice(0, LONGEST_OF_LINES)\n', ''],
  ]),
  ...guards('main/servicechannel/fields.ts', 'main/app/disguise.test.ts', [
    ['every field of an answer is cleaned', 'D 6', ' v.transform(clean),', ''],
  ]),
];
