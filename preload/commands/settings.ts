import * as v from 'valibot';
import { type CheckView, OWN_SETTINGS, type Subscriber } from '../settings.ts';
import { answers, done, id, none, nothing, wellFormed } from './schemas.ts';

const name = v.pipe(v.string(), v.maxLength(100), wellFormed);

/** The values that a control can hold; the setting's own schema has the last word. */
const settingValue = v.union([
  v.pipe(v.string(), v.maxLength(2_000), wellFormed),
  v.pipe(v.number(), v.finite()),
  v.boolean(),
  v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(7)),
  v.pipe(v.array(v.strictObject({ userId: id, name: name })), v.maxLength(200)),
  v.pipe(
    v.array(v.strictObject({ subscriberId: id, name: name, minutes: v.pipe(v.number(), v.finite()) })),
    v.maxLength(200),
  ),
]);

/** The Settings window. */
export const settingsCommands = {
  'settings:set': done(v.strictObject({ key: v.picklist(OWN_SETTINGS), value: settingValue })),
  /** Keeps the client's secret in the keychain; it goes to no window and no file. */
  'settings:keep-secret': done(
    v.strictObject({ secret: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000), wellFormed) }),
  ),
  /** Every choice but the connection's is forgotten. */
  'settings:restore-defaults': done(none),
  /** The clients whose work orders were read on this computer, by name. */
  'settings:clients': answers<readonly Subscriber[]>()(none),
  'settings:check-connection': answers<readonly CheckView[]>()(none),
  /** The check after the first sign-in was seen. */
  'settings:first-check-seen': nothing(none),
  /** Installs the update that is ready and starts anew; does nothing on site, or while reports wait. */
  'settings:install-update': nothing(none),
  /** Copies the letter that asks a client for the permission. */
  'settings:copy-letter': nothing(none),
  /** Copies what helps to find a fault to the clipboard: no secret, no name, no text of a person. */
  'settings:copy-diagnostics': nothing(none),
} as const;
