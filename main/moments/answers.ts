import type { Act, StatusChoice } from '../visit/commands.ts';
import { answered } from './absence.ts';
import { stillWorking } from './end-of-day.ts';
import { stillOnSite } from './forgotten.ts';
import type { Moment } from './pending.ts';
import type { Memory, World } from './types.ts';

/** How a moment is answered; times are corrected instants in ms, left out for now. */
export type PromptAnswer =
  | { readonly type: 'keep' | 'dont-ask' | 'take-back' | 'quit' }
  | { readonly type: 'pause'; readonly at?: number | undefined }
  | { readonly type: 'break'; readonly at: number; readonly until: number }
  | ({ readonly type: 'check-out'; readonly at?: number | undefined } & StatusChoice);

/** The answers that each question has; a window that says another one is not heard. */
const OFFERED: Readonly<Record<Moment['kind'], readonly PromptAnswer['type'][]>> = {
  idle: ['keep', 'pause', 'break', 'check-out', 'dont-ask', 'take-back'],
  'end-of-day': ['keep', 'pause', 'check-out'],
  forgotten: ['keep', 'check-out'],
  quit: ['keep', 'pause', 'check-out', 'quit'],
};

/** Whether the question's window offers this answer. */
export const isOffered = ({ kind }: Moment, answer: PromptAnswer): boolean =>
  OFFERED[kind].includes(answer.type);

/** The act that an answer puts on the record; null when it changes nothing there. */
export function actOf({ kind, visitId }: Moment, answer: PromptAnswer, memory: Memory): Act | null {
  switch (answer.type) {
    case 'pause':
      return { type: 'pause', visitId, at: kind === 'idle' ? memory.absence?.from : answer.at };
    case 'break':
      return { ...answer, visitId };
    case 'check-out':
      return { ...answer, visitId };
    case 'take-back':
      return { type: 'resume', visitId, at: memory.absence?.from };
    default:
      return null;
  }
}

function kept(memory: Memory, kind: Moment['kind'], now: number): Memory {
  switch (kind) {
    case 'idle':
      return answered(memory, 'keep', now);
    case 'end-of-day':
      return stillWorking(memory, now);
    case 'forgotten':
      // This answer also says that they still work: the end of day is not asked any more.
      return stillOnSite(memory.day?.openedAt == null ? memory : stillWorking(memory, now), now);
    case 'quit':
      return { ...memory, lastCommand: now };
  }
}

/** The memory after an answer whose act, if any, is on the record. */
export function afterAnswer(
  memory: Memory,
  moment: Moment,
  answer: PromptAnswer,
  { now, site }: World,
): Memory {
  if (answer.type === 'keep' || answer.type === 'quit') return kept(memory, moment.kind, now);
  const muted = answer.type === 'dont-ask' ? [...memory.muted, moment.visitId] : memory.muted;
  const done = { ...answered(memory, answer.type, now), lastCommand: now, muted };
  if (moment.kind !== 'end-of-day') return done;
  const closed = { ...done, day: done.day && { ...done.day, openedAt: null } };
  if (answer.type !== 'pause' || site?.pausedAt == null) return closed;
  return { ...closed, tomorrow: { visitId: moment.visitId, at: site.pausedAt, offered: false } };
}
