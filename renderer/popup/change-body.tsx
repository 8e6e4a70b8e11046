import type { ComponentChildren } from 'preact';
import type { ChangeRequest, ChangeView, CommandError, Result, Stamp } from '../../preload/contract.ts';
import type { Acting } from '../ui/act.ts';
import { InPlace } from '../ui/in-place.tsx';
import { send } from '../ui/snapshot.ts';
import { type LocalTime, localTime, NO_LOCAL_TIME, typedInstant } from '../ui/time-draft.ts';
import { t } from '../ui/words.ts';
import { remedyOpener } from './problem-order.ts';

/** The refused report, and what its form is filled in with. */
export interface ChangeProps<K extends ChangeView['kind'] = ChangeView['kind']> {
  readonly reportId: string;
  readonly workOrderId: number;
  readonly change: Extract<ChangeView, { kind: K }>;
  readonly onClose: () => void;
}

/** The change to send, or why it cannot be sent; null while something is missing. */
export type ChangeDraft = ChangeRequest | CommandError | null;

/** A time field as it is filled in; empty where the time is not asked for. */
export const filled = (at: Stamp | null): LocalTime => (at ? localTime(at.ms) : NO_LOCAL_TIME);

/** Hands the instant that is meant to `made` (ms, null: the report keeps its own), or says why it is none. */
export function timed(time: LocalTime, made: (at: number | null) => ChangeDraft): ChangeDraft {
  const at = typedInstant(time);
  return typeof at === 'object' && at !== null ? at : made(at);
}

interface BodyProps {
  readonly of: Pick<ChangeProps, 'reportId' | 'onClose'>;
  readonly acting: Acting;
  readonly to: () => ChangeDraft;
  /** The error is said beside its field. */
  readonly atField?: boolean;
  readonly disabled?: boolean;
  readonly children: ComponentChildren;
}

/** The form around the fields: `Send` and `Back`. */
export function ChangeBody({ of, acting, to, atField = false, disabled = false, children }: BodyProps) {
  const { reportId, onClose } = of;
  const submit = () => {
    const changed = to();
    if (!changed) return;
    const change = async (): Promise<Result> =>
      'code' in changed ? { ok: false, error: changed } : send('report:change', { reportId, to: changed });
    void acting.run('change', change, onClose);
  };
  return (
    <InPlace
      openedBy={remedyOpener('change', reportId)}
      act="change"
      name={t().send}
      disabled={disabled}
      error={atField ? null : acting.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {children}
    </InPlace>
  );
}
