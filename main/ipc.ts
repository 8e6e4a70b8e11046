import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import * as v from 'valibot';
import type { CommandName, Request, Result } from '../preload/contract.ts';
import type { Handlers } from './app/commands/handlers.ts';
import { ORIGIN } from './shell/app-protocol.ts';
import { PRIMARY_STATUSES } from './visit/types.ts';

const text = v.pipe(v.string(), v.maxLength(20_000));
const none = v.null();
const onVisit = { visitId: text };
const earlier = { at: text };
const choice = { primaryStatus: v.picklist(PRIMARY_STATUSES), extendedStatus: text, resolution: text };
const checkIn = v.strictObject({ workOrder: text, technicians: text, workTypeId: v.number(), ...earlier });
const report = { reportId: text };
const onReport = v.strictObject(report);

/** What each command's request must look like: a window's word is not trusted (Electron's checklist 17). */
const REQUESTS: { readonly [C in CommandName]: v.GenericSchema<unknown, Request<C>> } = {
  'app:snapshot': none,
  'app:hide': none,
  'app:menu': none,
  'app:fit': v.strictObject({ height: v.pipe(v.number(), v.finite()) }),
  'app:dismiss-notice': v.strictObject({
    code: v.picklist([
      'policy-invalid',
      'settings-set-aside',
      'database-set-aside',
      'database-log-lost',
      'no-keychain',
      'clock',
    ]),
  }),
  'session:sign-in': v.strictObject({
    userName: text,
    password: text,
    clientId: text,
    clientSecret: text,
    environment: v.picklist(['production', 'sandbox', 'custom']),
  }),
  'session:sign-out': none,
  'visit:check-in': checkIn,
  'visit:drive-to': checkIn,
  'visit:continue': v.strictObject({ key: text }),
  'elsewhere:not-now': v.strictObject({ key: text }),
  'receipt:copy': v.strictObject({ text }),
  'receipt:dismiss': none,
  'visit:arrived': v.strictObject({ ...onVisit, ...earlier }),
  'visit:pause': v.strictObject({ ...onVisit, ...earlier }),
  'visit:resume': v.strictObject({ ...onVisit, ...earlier }),
  'visit:check-out': v.strictObject({ ...onVisit, ...earlier, ...choice }),
  'visit:finish': v.strictObject({ ...onVisit, ...choice }),
  'visit:change-crew': v.strictObject({ ...onVisit, technicians: text }),
  'report:send-again': onReport,
  'report:it-was-recorded': onReport,
  'report:by-phone': onReport,
  'report:discard': onReport,
  'report:tell-client': v.strictObject({ ...report, text }),
  'report:record-activity': onReport,
  'report:correct-record': onReport,
  'report:check-in-at': v.strictObject({ ...report, at: v.pipe(v.number(), v.finite()), note: text }),
  'visit:move': v.strictObject({ ...onVisit, workOrder: text }),
  'pair:note-mechanic-ids': v.strictObject({ pairId: text }),
  'moment:answer': v.strictObject({
    momentId: text,
    answer: v.variant('type', [
      v.strictObject({ type: v.picklist(['keep', 'dont-ask', 'take-back', 'quit']) }),
      v.strictObject({ type: v.literal('pause'), ...earlier }),
      v.strictObject({ type: v.literal('break'), from: text, to: text }),
      v.strictObject({ type: v.literal('check-out'), ...earlier, ...choice }),
    ]),
  }),
  'moments:computer': v.strictObject({ withYou: v.boolean() }),
  'moments:dismiss': v.strictObject({ what: v.picklist(['still-paused', 'resume']) }),
  'work-order:look-up': v.strictObject({ workOrder: text }),
  'work-order:statuses': v.strictObject({ workOrderId: v.number() }),
  'doctor:check': none,
  'delivery:list': none,
};

const BAD_REQUEST: Result<never> = { ok: false, error: { code: 'bad-request' } };

/** Only the top frame of a page of ours may speak. */
function isOurs(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.url.startsWith(`${ORIGIN}/`);
}

function handle<C extends CommandName>(command: C, run: Handlers[C]): void {
  ipcMain.handle(command, (event, request: unknown): unknown => {
    if (!isOurs(event)) throw new Error('not a window of OnSite');
    const parsed = v.safeParse(REQUESTS[command], request);
    if (!parsed.success) return BAD_REQUEST;
    return run(parsed.output, BrowserWindow.fromWebContents(event.sender));
  });
}

const isCommand = (name: string): name is CommandName => name in REQUESTS;

/** Registers every command of the contract. */
export function registerHandlers(handlers: Handlers): void {
  for (const name of Object.keys(REQUESTS)) if (isCommand(name)) handle(name, handlers[name]);
}
