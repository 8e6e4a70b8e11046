import type { CommandError } from '../../preload/contract.ts';

/** Does the error speak of the time that was chosen, so that it belongs beside the time field? */
export function aboutTime(error: CommandError | null): boolean {
  if (error?.code === 'time') return true;
  if (error?.code !== 'rule') return false;
  switch (error.fault.reason) {
    case 'before-previous':
    case 'after-next':
    case 'in-future':
    case 'too-old':
    case 'elsewhere-then':
      return true;
    default:
      return false;
  }
}
