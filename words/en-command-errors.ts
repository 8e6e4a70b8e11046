import { LARGEST_WORK_ORDER, MOST_TECHNICIANS, type NumberFault } from '../main/visit/numbers.ts';
import type { CommandError, Fault } from '../preload/contract.ts';
import { account } from './en-account.ts';
import { says } from './en-quotes.ts';
import { settings } from './en-settings.ts';
import { sheet } from './en-timesheet.ts';

const workOrder: Readonly<Record<NumberFault, string>> = {
  empty: 'Type the number of the work order.',
  'not-digits': 'A work order number has digits only.',
  several: 'There is more than one number here. Keep only the work order’s.',
  'out-of-range': `A work order number is between 1 and ${LARGEST_WORK_ORDER}.`,
};

const technicians: Readonly<Record<NumberFault, string>> = {
  empty: 'How many?',
  'not-digits': 'Type a number.',
  several: 'Type one number.',
  'out-of-range': `Type a number from 1 to ${MOST_TECHNICIANS}.`,
};

function rule(fault: Fault, when: (ms: number) => string): string {
  switch (fault.reason) {
    case 'already-on-site':
      return `You are checked in on ${fault.workOrderId} already.`;
    case 'before-previous':
      return `That is before your last report, of ${when(fault.previous.ms)}. Choose a later time.`;
    case 'clock-behind':
      return `Your last report is of ${when(fault.previous.ms)}, and this computer’s clock is behind that. Set the clock right and try again.`;
    case 'after-next':
      return `That is after the next report, of ${when(fault.next.ms)}. Choose an earlier time.`;
    case 'counts-from':
      return `This check-in counts from ${when(fault.at.ms)}. Until then you can leave at that time, or take it back.`;
    case 'in-future':
      return 'That is in the future.';
    case 'too-old':
      return 'ServiceChannel takes times up to 7 days back.';
    case 'still-open':
      return 'It is still open. Check out first; then its times can be changed.';
    case 'elsewhere-then':
      return `You were on ${fault.workOrderId} at that time.`;
    case 'break-order':
      return 'It has to end after it begins, and a break lies within its stay.';
    case 'reported-by-another':
      return 'Another user of this computer has this check-in open. It is checked out with their sign-in first.';
    case 'of-colleague':
      return `For the colleague with UserId ${fault.userId}, so nothing was done: ${rule(fault.fault, when)}`;
    case 'same-number':
      return 'That is the number it has. Type the right one.';
    case 'in-question':
      return 'A report of this visit is still on its way, or it is not clear yet whether it was recorded. Try again in a minute.';
    case 'too-late':
      return 'Too late to undo: it is being reported.';
    case 'not-now':
      return 'Things have changed meanwhile. Look again, then decide.';
  }
}

const time: Readonly<Record<Extract<CommandError, { code: 'time' }>['fault'], string>> = {
  'not-a-time': 'Fill in the whole date and time, or leave it empty for now.',
  skipped: 'That time did not exist: the clocks went forward. Choose another one.',
  twice: 'That time came twice: the clocks went back. Choose which one it was.',
};

/**
 * The words for a command that cannot be done.
 * @param when writes an instant (ms) as a time of day
 */
export function error(of: CommandError, when: (ms: number) => string): string {
  switch (of.code) {
    case 'work-order':
      return workOrder[of.fault];
    case 'technicians':
      return technicians[of.fault];
    case 'time':
      return time[of.fault];
    case 'rule':
      return rule(of.fault, when);
    case 'unclear':
      return 'ServiceChannel does not say which it is. Choose it above, then continue.';
    case 'signed-out':
      return 'Sign in first.';
    case 'wrong-password':
      return account.wrongPassword(of.message);
    case 'wrong-client':
      return account.wrongClient(of.message);
    case 'not-now':
      return account.signInNotNow(of.message);
    case 'still-waiting':
      return account.stillWaiting(of.count);
    case 'no-client':
      return account.noClient;
    case 'browser':
      return account.browserFailed(of.why, of.message);
    case 'cancelled':
      return account.signInCancelled;
    case 'offline':
      return 'There is no connection to ServiceChannel. Try again when there is one.';
    case 'untrusted':
      return 'What answered in ServiceChannel’s place could not show that it is ServiceChannel, so nothing was sent. Try another network; on a company’s, ask whoever looks after it for its certificate.';
    case 'no-map':
      return 'No program for maps is set up on this computer. The address was copied instead.';
    case 'note-empty':
      return 'Type the note first.';
    case 'note-unknown':
      return 'The connection broke before an answer came. Look at the notes above: where yours is missing, add it again.';
    case 'unreadable':
      return 'ServiceChannel answered something that cannot be read. Try again later.';
    case 'refused':
      return of.problem.message
        ? says(of.problem.message)
        : 'ServiceChannel refused this and gave no reason.';
    case 'not-kept':
      return `This could not be kept on this computer, so nothing was done. ${of.detail}`;
    case 'policy':
      return 'Your company’s policy cannot be used, so no visit can start. Ask whoever looks after this computer.';
    case 'setting':
      return settings.settingWrong(of.key);
    case 'damaged':
      return 'The file of this computer’s record is damaged here, and so is its last copy, so these visits cannot be shown. Other weeks can. Nothing is deleted, and ServiceChannel’s own record is not touched: it is there in the browser.';
    case 'file':
      return sheet.fileNotWritten(of.path, of.fault);
    case 'bad-request':
      return 'OnSite could not read that. Close this window, open it again, and try once more.';
    case 'unexpected':
      return 'Something went wrong in OnSite, and nothing was done. Try once more; what happened is in its log.';
  }
}
