import * as v from 'valibot';
import { ENVIRONMENTS } from '../views.ts';
import { done, none, nothing, text } from './schemas.ts';

/** Signing in and out. */
export const accountCommands = {
  'session:sign-in': done(
    v.strictObject({
      userName: text,
      password: text,
      clientId: text,
      /** Empty: the one that is kept already. */
      clientSecret: text,
      environment: v.picklist(ENVIRONMENTS),
    }),
  ),
  'session:sign-in-with-browser': done(none),
  'session:cancel-sign-in': nothing(none),
  /** Asks the keychain once more. */
  'session:restore': nothing(none),
  'session:sign-out': done(none),
  'session:send-and-sign-out': done(none),
} as const;
