import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_CLIENT } from './data-users.ts';
import type { RunningSandbox } from './server.ts';

/** A policy file as an administrator would write it: no other user may change it. */
export function writePolicy(folder: string, content: object | string): string {
  const path = join(folder, 'policy.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  chmodSync(path, 0o644);
  return path;
}

/** The policy that points the app to a sandbox. */
export const policyFor = (sandbox: Pick<RunningSandbox, 'apiUrl' | 'url'>, more: object = {}) => ({
  apiUrl: sandbox.apiUrl,
  loginUrl: sandbox.url,
  clientId: DEMO_CLIENT.id,
  clientSecret: DEMO_CLIENT.secret,
  ...more,
});
