import type { Act } from '../visit/commands.ts';
import { UNCHANGED } from '../visit/leaving.ts';
import type { TrayAction } from './ports.ts';

/** The act of an item of the tray's menu that acts at once. */
export const actOf = (action: Exclude<TrayAction, { type: 'check-out' }>): Act =>
  action.type === 'leave' ? { ...action, ...UNCHANGED, type: 'check-out' } : action;
