import { computed, effect, signal } from '@preact/signals';
import type { Problem } from '../../main/visit/problem.ts';
import { parseWorkOrder, WHOLE_DIGITS } from '../../main/visit/work-order-number.ts';
import type { CommandError, WorkOrderView } from '../../preload/contract.ts';
import { send, snapshot } from '../ui/snapshot.ts';
import { orderText } from './one-line.ts';

/** ServiceChannel is asked when typing has rested so long after a number that may be whole, and after another (ms). */
const REST = 250;
const LONG_REST = 800;

/** The work order of the number in the field, as far as it is known. */
export type LookedUp =
  | { readonly state: 'nothing' | 'looking' | 'unknown' }
  | { readonly state: 'found'; readonly workOrder: WorkOrderView }
  /** ServiceChannel does not show a number that seems whole. */
  | { readonly state: 'refused'; readonly problem: Problem }
  | { readonly state: 'error'; readonly error: CommandError };

const answer = signal<{ readonly number: number; readonly found: LookedUp } | null>(null);

const number = computed(() => {
  const parsed = parseWorkOrder(orderText.value);
  return parsed.ok ? parsed.value : null;
});

/** Details that this computer has already, so they are there without a connection too. */
const remembered = computed(
  () => snapshot.value?.recent.find((each) => each.workOrderId === number.value)?.workOrder ?? null,
);

/** Details of the number in the field: of that one alone, so an answer that comes late for another is never shown. */
export const found = computed<LookedUp>(() => {
  if (number.value === null) return { state: 'nothing' };
  const fresh = answer.value?.number === number.value ? answer.value.found : null;
  if (fresh?.state === 'found') return fresh;
  if (remembered.value) return { state: 'found', workOrder: remembered.value };
  return fresh ?? { state: 'looking' };
});

const isWhole = (asked: number): boolean => String(asked).length >= WHOLE_DIGITS;

const errorOf = (asked: number, error: CommandError): LookedUp =>
  error.code === 'refused' && isWhole(asked)
    ? { state: 'refused', problem: error.problem }
    : { state: 'error', error };

async function ask(asked: number): Promise<void> {
  const result = await send('work-order:look-up', { workOrder: String(asked) });
  if (number.peek() !== asked) return;
  if (!result.ok) answer.value = { number: asked, found: errorOf(asked, result.error) };
  else if (result.value) answer.value = { number: asked, found: { state: 'found', workOrder: result.value } };
  else answer.value = { number: asked, found: { state: 'unknown' } };
}

/** Looks the number up while it is typed. The returned function ends that. */
export function followNumber(): () => void {
  return effect(() => {
    const asked = number.value;
    if (asked === null) return;
    const rest = isWhole(asked) ? REST : LONG_REST;
    const timer = setTimeout(() => void ask(asked), rest);
    return () => clearTimeout(timer);
  });
}
