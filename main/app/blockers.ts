import type { Core } from '../core.ts';
import type { Blockers } from '../outbox/next.ts';
import { isUndoable } from '../visit/undo.ts';

/** The reasons for which reports do not leave now. */
export const blockersOf = ({ session, outbox, visits }: Core): Blockers => ({
  signedIn: session.sender !== null,
  offline: outbox.offlineSince !== null,
  between: outbox.between !== null,
  rush: outbox.isRush,
  isUndoable: (reportId) => isUndoable(visits.state, reportId),
});
