import type { Page } from '@playwright/test';
import type { Request } from '../../preload/commands.ts';
import { OWN_SETTINGS, type OwnSetting } from '../../preload/contract.ts';

type Choices = { readonly [K in OwnSetting]?: Request<'settings:set'>['value'] };

/**
 * Chooses settings as a person does, one after the other; they hold at once. The app of `keptTest` forgets them after the
 * test.
 * @throws where a value cannot be
 */
export const chooseSettings = (popup: Page, choices: Choices): Promise<void> =>
  popup.evaluate(
    async ([keys, given]) => {
      for (const key of keys) {
        const value = given[key];
        if (value === undefined) continue;
        const { ok } = await window.onsite.send('settings:set', { key, value });
        if (!ok) throw new Error(`${key} cannot be ${value}`);
      }
    },
    [OWN_SETTINGS, choices] as const,
  );
