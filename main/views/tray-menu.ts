import type { TrayView } from './tray.ts';

/** An act chosen in the tray's menu. */
export type TrayAction =
  | { readonly type: 'pause' | 'resume'; readonly visitId: string }
  /** `check-out`: with the popup's form. `leave`: at once, where there is none. */
  | { readonly type: 'check-out' }
  | { readonly type: 'leave'; readonly visitId: string }
  /** One of the last orders: the popup opens with its number filled in. */
  | { readonly type: 'fill-in'; readonly workOrderId: number };

/** A choice in the tray's menu: an act, or something that opens or ends. */
export type MenuChoice = TrayAction | { readonly type: 'open' | 'settings' | 'timesheet' | 'quit' };

export interface MenuItem {
  readonly label: string;
  readonly enabled: boolean;
  readonly choice: MenuChoice;
}

const item = (label: string, choice: MenuChoice, enabled = true): MenuItem => ({ label, choice, enabled });

function primaryItem({ current, words: { tray } }: TrayView): MenuItem {
  if (!current) return item(tray.checkIn, { type: 'open' });
  const { visitId, phase, leaveBy } = current;
  if (phase === 'on site') return item(tray.pause, { type: 'pause', visitId }, leaveBy !== null);
  return phase === 'paused'
    ? item(tray.resume, { type: 'resume', visitId })
    : item(tray.checkIn, { type: 'open' });
}

/** Leaves what is open: in the popup's form, or at once. Before it counts the popup says what can be done. */
function leaveItem({ current, words }: TrayView): MenuItem {
  const by = current?.leaveBy ?? 'form';
  const choice: MenuChoice =
    by !== 'form' && current ? { type: 'leave', visitId: current.visitId } : { type: 'check-out' };
  return item(words.leave[by], choice, current !== null && current.phase !== 'paused');
}

/** The work orders of lately, for whom one of them is next. Of an `&` in a name the system would make a key. */
const latelyItems = ({ lately }: TrayView): readonly MenuItem[] =>
  lately.map(({ workOrderId, text }) => item(text.replaceAll('&', '&&'), { type: 'fill-in', workOrderId }));

const textsOf = ({ lately }: TrayView): string => lately.map(({ text }) => text).join('\n');

/** The tray's menu in the order of INTERFACE.md; its groups have a line between them. */
export function trayMenu(view: TrayView): readonly (readonly MenuItem[])[] {
  const { tray } = view.words;
  const groups = [
    [item(tray.open, { type: 'open' })],
    [primaryItem(view), leaveItem(view)],
    latelyItems(view),
    [
      item(tray.timesheet, { type: 'timesheet' }),
      item(tray.settings, { type: 'settings' }),
      item(tray.quit, { type: 'quit' }),
    ],
  ];
  return groups.filter((items) => items.length > 0);
}

/** The menu with its lines. @param onChoice is told what was chosen */
export const menuTemplate = (view: TrayView, onChoice: (choice: MenuChoice) => void) =>
  trayMenu(view).flatMap((items, at) => [
    ...(at === 0 ? [] : [{ type: 'separator' as const }]),
    ...items.map(({ label, enabled, choice }) => ({ label, enabled, click: () => onChoice(choice) })),
  ]);

/** Whether two views have the same menu: setting one costs a round to the panel. */
export const isSameMenu = (a: TrayView, b: TrayView): boolean =>
  a.words.tray === b.words.tray &&
  textsOf(a) === textsOf(b) &&
  a.current?.visitId === b.current?.visitId &&
  a.current?.phase === b.current?.phase &&
  a.current?.leaveBy === b.current?.leaveBy;
