import keytar from 'keytar';
import { tokenAccount } from '../../main/account/live.ts';
import { DEMO_CLIENT, DEMO_USER } from '../sandbox/data-users.ts';

/** Signs the demo user in and leaves the session in this desktop's keychain, as an earlier run of the app would. */
export async function keepSession({ url }: { readonly url: string }): Promise<void> {
  const basic = Buffer.from(`${DEMO_CLIENT.id}:${DEMO_CLIENT.secret}`).toString('base64');
  const answer = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'password',
      username: DEMO_USER.userName,
      password: DEMO_USER.password,
    }),
  });
  const tokens: unknown = await answer.json();
  const token = typeof tokens === 'object' && tokens !== null ? Reflect.get(tokens, 'refresh_token') : null;
  if (typeof token !== 'string') throw new Error(`the sandbox gave no session: ${answer.status}`);
  await keytar.setPassword('OnSite', tokenAccount(url, DEMO_USER.userName), token);
}
