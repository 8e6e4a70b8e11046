import type { Snapshot } from '../../../preload/contract.ts';
import type { Core } from '../../core.ts';
import type { DayComparer } from '../../records/day-comparer.ts';
import type { Records } from '../../records/records.ts';
import type { Storage } from '../../storage/storage.ts';
import { doctorView } from '../../views/doctor.ts';
import { receiptCopier } from '../../views/receipt.ts';
import { blockersOf } from '../blockers.ts';
import { computerSaid } from '../computer-question.ts';
import type { Notices } from '../notices.ts';
import type { Desktop } from '../ports.ts';
import type { Prompts } from '../prompts.ts';
import type { UndoOffer } from '../undo.ts';
import type { Updates } from '../updates.ts';
import { accountHandlers } from './account.ts';
import { crewHandlers } from './crew.ts';
import { momentHandlers } from './moment.ts';
import { orderHandlers } from './order.ts';
import { phoneHandlers } from './phone.ts';
import { readingHandlers } from './reading.ts';
import { recordHandlers } from './record.ts';
import { reportHandlers } from './report.ts';
import { settingsHandlers } from './settings.ts';
import { timesheetHandlers } from './timesheet.ts';
import type { Handlers } from './types.ts';
import { startBar, visitHandlers } from './visit.ts';
import { windowHandlers } from './window.ts';

/** The parts of the app that commands need. */
export interface CommandParts {
  readonly storage: Storage;
  readonly core: Core;
  readonly records: Records;
  readonly desktop: Desktop;
  readonly notices: Notices;
  readonly prompts: Prompts;
  readonly undo: UndoOffer;
  readonly updates: Updates;
  readonly comparer: DayComparer;
  readonly snapshot: () => Snapshot;
  /** Something that is shown has changed. */
  readonly refresh: () => void;
  /** An error that a window did not expect, by the place in its code. */
  readonly onWindowError: (where: string) => void;
}

/** A visit has begun: all that its end will ask for is read while there is a connection. */
async function begun({ records, storage, core }: CommandParts, workOrderId: number): Promise<void> {
  await records.begun(workOrderId);
  const { sender } = core.session;
  const order = records.known(workOrderId)?.order;
  if (sender && order) await storage.codeLists.learn(sender, order);
}

/** The handlers of every command that windows send. */
export function handlersOf(parts: CommandParts): Handlers {
  const { storage, core, records, desktop, notices, prompts, undo, snapshot, refresh } = parts;
  const { settings, workOrders } = storage;
  const { session } = core;
  const onCheckIn = (workOrderId: number) => void begun(parts, workOrderId);
  const bar = () => startBar(settings.policy, session);
  const perform = prompts.moments.perform.bind(prompts.moments);
  return {
    ...windowHandlers(desktop.shell, notices, snapshot, parts.onWindowError),
    ...accountHandlers(settings, core, () => records.signedIn()),
    ...visitHandlers({
      perform,
      undo: () => undo.run(),
      onCheckIn,
      statusOf: (id) => (session.person ? workOrders.freshStatus(session.person.apiUrl, id) : null),
      bar,
    }),
    ...settingsHandlers(parts),
    ...timesheetHandlers({ ...parts, perform, bar }),
    ...reportHandlers(perform),
    ...momentHandlers({
      prompts,
      dismiss: (what) => prompts.moments.dismiss(what),
      open: () => snapshot().moments.open,
      onComputer: (withYou) => {
        computerSaid(storage, withYou);
        refresh();
      },
    }),
    ...crewHandlers(core),
    ...orderHandlers(parts),
    ...phoneHandlers(parts),
    ...recordHandlers({ records, perform, onCheckIn, copy: receiptCopier(settings, desktop) }),
    ...readingHandlers({
      workOrders,
      codeLists: storage.codeLists,
      sender: () => session.sender,
      onLookUp: (id) => void records.elsewhere.lookUp(id),
      visits: () => core.reported,
      tries: (reportId) => storage.visits.tries(reportId),
      onNews: refresh,
      blockers: () => blockersOf(core),
      check: () => doctorView(storage.folder),
    }),
  };
}
