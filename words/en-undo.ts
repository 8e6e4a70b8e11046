import type { UndoView } from '../preload/contract.ts';

/** The last act and its time. */
const deeds: Readonly<Record<UndoView['deed'], (workOrderId: number, time: string) => string>> = {
  'check-in': (order, time) => `Checked in on ${order} at ${time}`,
  switch: (order, time) => `Switched to ${order} at ${time}`,
  'drive-to': (order, time) => `Started driving to ${order} at ${time}`,
  arrived: (order, time) => `Arrived at ${order} at ${time}`,
  pause: (order, time) => `Paused ${order} at ${time}`,
  resume: (order, time) => `Resumed ${order} at ${time}`,
  break: (order, time) => `Break on ${order} from ${time}`,
  'change-crew': (order, time) => `Crew of ${order} changed at ${time}`,
  'check-out': (order, time) => `Checked out of ${order} at ${time}`,
  'stop-driving': (order, time) => `Stopped driving to ${order} at ${time}`,
  'set-status': (order, time) => `Status of ${order} set at ${time}`,
  end: (order, time) => `Ended ${order} at ${time}`,
};

/** An act that can be taken back for a moment. */
export const undo = {
  undo: 'Undo',
  undoOf: (deed: UndoView['deed'], workOrderId: number, time: string) => deeds[deed](workOrderId, time),
} as const;
