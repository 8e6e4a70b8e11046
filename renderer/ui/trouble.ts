import type { Trouble } from '../../preload/contract.ts';

/** Does the trouble speak of the time that was chosen, so that it belongs beside the time field? */
export function aboutTime(trouble: Trouble | null): boolean {
  if (trouble?.code === 'time') return true;
  if (trouble?.code !== 'rule') return false;
  switch (trouble.fault.reason) {
    case 'before-previous':
    case 'in-future':
    case 'too-old':
    case 'elsewhere-then':
      return true;
    default:
      return false;
  }
}
