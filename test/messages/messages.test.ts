import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test, vi } from 'vitest';
import { COMMANDS, isCommand } from '../../preload/commands.ts';
import { appRig, MAIN_STREET } from '../main/app/rig.ts';
import { WINDOW } from '../main/app/support.ts';
import { electron, FakeWindow, invoked } from '../main/shell/electron.ts';
import { messagesFor } from './hostile.ts';

vi.mock('electron', () => electron);
const { registerHandlers } = await import('../../main/ipc.ts');
const { register } = await import('../../main/platform/own-pages.ts');

/** Per channel; `npm run messages` asks for 10,000. */
const COUNT = Number(process.env.MESSAGES ?? 20);
const SEED = Number(process.env.MESSAGES_SEED ?? 20_261_126);

/** These ask ServiceChannel, or the browser, by what they are for. */
const SIGNS_IN = /^session:/;

/** An answer that needs the passing of time, such as a place among the requests of this minute, is not waited for. */
const LATER = Symbol('later');

const errors: unknown[] = [];
let isOpen = true;
let asked = 0;

/** The network of the rig, until it is cut: from then on nothing may ask it for anything. */
const network: typeof fetch = async (input, init) => {
  if (isOpen) return fetch(input, init);
  asked += 1;
  throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) });
};

const own = new FakeWindow();
const from = { sender: own.webContents, senderFrame: { url: 'app://onsite/popup/index.html', parent: null } };

const turns = async () => {
  for (let n = 0; n < 20; n++) await new Promise<void>((resolve) => setImmediate(resolve));
  return LATER;
};

const send = (name: string, message: unknown): Promise<unknown> =>
  Promise.race([Promise.resolve(invoked.get(name)?.(from, message)), turns()]);

/** The code of an answer that says no. */
function codeOf(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || Reflect.get(answer, 'ok') !== false) return null;
  return String(Reflect.get(Object(Reflect.get(answer, 'error')), 'code'));
}

const names = Object.keys(COMMANDS).filter(isCommand);

/** The app, with a user on site, and the network cut. */
async function attacked(who: 'signed in' | 'signed out') {
  isOpen = true;
  errors.length = 0;
  const rig = await appRig({}, network);
  await rig.checkIn();
  await vi.waitFor(() => expect(rig.sandbox.sandbox.reports).toHaveLength(1), { timeout: 60_000 });
  const { current } = await rig.snapshot();
  if (who === 'signed out') await rig.core.session.signOut();
  await rig.shown();
  isOpen = false;
  invoked.clear();
  const parts = { askingWindow: () => WINDOW, onError: (error: unknown) => errors.push(error) };
  registerHandlers(rig.app.handlers(), parts);
  Reflect.apply(register, null, [own, 'popup']);
  return { rig, known: [String(MAIN_STREET), current?.id ?? '', 'c1.1', 'c1.p1', 'c1.2'] };
}

for (const who of ['signed in', 'signed out'] as const)
  test(`an app that is ${who} gives a typed answer to each of ${COUNT} messages on every channel`, {
    timeout: Math.max(120_000, COUNT * 4_000),
  }, async () => {
    const { rig, known } = await attacked(who);
    for (const name of names) {
      const schema = COMMANDS[name].request;
      const answered = fc.asyncProperty(messagesFor(schema, known), async (message) => {
        const fits = v.safeParse(schema, message).success;
        asked = 0;
        const code = codeOf(await send(name, message));
        expect({ name, code, errors }).toEqual({ name, code: fits ? code : 'bad-request', errors: [] });
        if (!fits || (who === 'signed out' && !SIGNS_IN.test(name)))
          expect({ name, asked }).toEqual({ name, asked: 0 });
        // The app's timers, and places among the requests of a minute.
        rig.system.pass(500);
      });
      await fc.assert(answered, { numRuns: COUNT, seed: SEED });
      expect(await rig.snapshot()).toMatchObject({ account: {} });
    }
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
