import { readPolicy, systemPolicyPath } from './policy.ts';
import { glanceAtSettings } from './settings-content.ts';
import { DEFAULTS, type Settings } from './settings-schema.ts';

/**
 * The `language` of the policy, else of the settings in a data folder, where no app runs that knows it. Nothing is
 * opened or put in order, and a file that cannot be read decides nothing. Never throws.
 */
export function keptLanguage(folder: string, env: NodeJS.ProcessEnv): Settings['language'] {
  const policy = readPolicy(systemPolicyPath(process.platform, env.PROGRAMDATA), env.ONSITE_POLICY);
  const decided = policy.state === 'read' ? policy.values.language : undefined;
  return decided ?? glanceAtSettings(folder).language ?? DEFAULTS.language;
}
