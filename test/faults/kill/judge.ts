import * as v from 'valibot';
import type { RunningSandbox } from '../../sandbox/server.ts';
import type { Kept } from './disk.ts';

const Body = v.object({ CheckInTime: v.optional(v.string()), CheckOutTime: v.optional(v.string()) });

/** One thing that ServiceChannel recorded. */
export interface Recorded {
  readonly kind: string;
  readonly workOrderId: number;
  /** Ms. */
  readonly at: number;
}

/** Every check-in and check-out on a sandbox's record. */
export const recordedBy = ({ sandbox }: RunningSandbox): readonly Recorded[] =>
  sandbox.reports.map(({ kind, workOrderId, body }) => {
    const { CheckInTime, CheckOutTime } = v.parse(Body, JSON.parse(body));
    return { kind, workOrderId, at: Date.parse(CheckInTime ?? CheckOutTime ?? '') };
  });

/** Is this report that record? */
export const matches = (kept: Kept, recorded: Recorded) =>
  kept.kind === recorded.kind && kept.workOrderId === recorded.workOrderId && kept.at === recorded.at;

const nameOf = ({ kind, workOrderId, at }: Recorded | Kept) =>
  `${kind} ${workOrderId} ${new Date(at).toISOString()}`;

/** Names that the first list has more often than the second. */
function surplus(of: readonly string[], over: readonly string[]): readonly string[] {
  const left = [...over];
  return of.filter((name) => {
    const index = left.indexOf(name);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** Every report exactly once with its own time, nothing else, and no click that was acknowledged is gone. */
export function judge(kept: readonly Kept[], recorded: readonly Recorded[], acknowledged: number): string[] {
  const [ours, theirs] = [kept.map(nameOf), recorded.map(nameOf)];
  const moved = kept.filter(({ at, clickedAt }) => Math.abs(at - clickedAt) > 1_000);
  return [
    ...surplus(ours, theirs).map((name) => `not recorded: ${name}`),
    ...surplus(theirs, ours).map((name) => `recorded once too often: ${name}`),
    ...moved.map((each) => `not the click's time: ${nameOf(each)}`),
    ...(kept.length < acknowledged ? [`${acknowledged} acknowledged, ${kept.length} kept`] : []),
  ];
}
