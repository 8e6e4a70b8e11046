import type { FileFault, LoadedUpdate, Snapshot, UpdateFault } from '../../preload/contract.ts';
import type { MomentEvent } from '../moments/machine.ts';
import type { Moment } from '../moments/pending.ts';
import type { SystemLocale } from '../views/language.ts';
import type { TrayView } from '../views/tray.ts';
import type { TrayAction } from '../views/tray-menu.ts';
import type { Point } from '../views/window-size.ts';

/**
 * The desktop as the app uses it. shell/ implements these ports with Electron; tests have their own.
 * Each `on…` calls back with every event; the returned function ends that.
 */

/** Tray and popup. */
export interface Shell {
  /** The icon is in a tray. */
  readonly inTray: boolean;
  /** A window of ours has the focus. */
  readonly isLookedAt: boolean;
  /** The clicks on the icon are answered from now on; where there is no tray, the popup opens as a window. */
  start(): Promise<void>;
  showTray(view: TrayView): void;
  openPopup(): Promise<void>;
  hidePopup(): void;
  /** Opens the popup, or hides it where it is open. */
  togglePopup(): void;
  /** Shows every window the same snapshot. */
  broadcast(snapshot: Snapshot): void;
  onTrayAction(listener: (action: TrayAction) => void): () => void;
  /** The tray was clicked, or OnSite was started again: a person wants to see it. */
  onAsked(listener: () => void): () => void;
  /** A window has the focus. */
  onFocus(listener: () => void): () => void;
  /** A work order number in a link of ours; those that came before the first listener are told to it. */
  onLink(listener: (workOrder: string) => void): () => void;
}

/** The window of the question that is open. */
export interface PromptWindow {
  /** Pointer or focus are in it: what it shows does not change under them. */
  readonly engaged: boolean;
  /** Shows a question, or none. */
  show(moment: Moment | null): void;
  /** Shows it without the focus: the popup would hide. */
  showBeside(): void;
  /** Brings it up with the focus. */
  bringUp(): void;
  /** It was closed instead of answered. */
  onClosed(listener: (momentId: string) => void): () => void;
  /** A person came back to this window. */
  onReopened(listener: () => void): () => void;
}

/** The always-on-top strip. */
export interface StripWindow {
  /** Shows it, where it is not shown yet. @param at where it was put, null: at its first place */
  show(at: Point | null): void;
  hide(): void;
  onMoved(listener: (to: Point) => void): () => void;
}

/** The computer's power and lock events. */
export interface Power {
  onEvent(listener: (event: MomentEvent) => void): () => void;
  /** The computer is about to sleep, or is locked. */
  onLeave(listener: (type: 'lock' | 'sleep') => void): () => void;
  /** The computer is being shut down. @param ask returns true when that has to wait */
  askBeforeShutdown(ask: () => boolean): void;
}

/** Ending the app. */
export interface Quit {
  /** @param ask true where ending has to wait: for the answer to a question that it opens, or for the last reports */
  askFirst(ask: (why: 'quit' | 'signal') => boolean): void;
  /** Ends the app; nothing is asked any more. */
  leave(): void;
  /** The app or the computer's session is ending: a window that closes now was not closed by a person. */
  readonly leaving: boolean;
}

/** Tells for how long keyboard and pointer have not been used. */
export interface IdleSource {
  /** False: absences cannot be noticed on this computer. */
  readonly detects: boolean;
  /** Ms; null when it cannot be told now. */
  idle(): Promise<number | null>;
  /** The same where it can be told at once. */
  idleNow(): number | null;
}

/** A button of a notification. */
export interface NotificationAction {
  readonly text: string;
  readonly run: () => void;
}

/**
 * A quiet word of the desktop's own, shown once; `onClick` is what brings up what it speaks of.
 * @returns takes it away again
 */
export type Notify = (
  title: string,
  body: string,
  onClick: () => void,
  actions: readonly NotificationAction[],
) => () => void;

/** Where a file was to be saved, null where that was called off; and why it was not. */
export interface Saved {
  readonly path: string | null;
  readonly fault: FileFault | null;
}

/** The window that sent a command, for commands about itself. */
export interface AskingWindow {
  /** Its page has drawn itself: it may be shown. */
  drawn(): void;
  /** Makes the window as high as its content, CSS px. */
  fit(height: number): void;
  /** Moves the focus from the date to the hour within a field of both. */
  selectHour(): void;
  /** Asks in the system's dialog where to save, and saves there. @param name is suggested */
  saveFile(name: string, content: string): Promise<Saved>;
  /** Saves what the window shows as a page to print, as `saveFile` does. @param name is suggested */
  savePdf(name: string): Promise<Saved>;
  /** Shows an address in the system's own map, once for each click. @returns false: there is none, or it does not open */
  openMap(address: string): Promise<boolean>;
  /** Opens the system's print dialog for what the window shows. */
  print(): void;
  /** Opens the tray's menu there, from the left and the top of the window's content, CSS px. */
  popUpMenu(at: { readonly x: number; readonly y: number }): void;
}

/** The computer's own settings that follow the app's settings. */
export interface Computer {
  /** @throws when the system does not let it */
  startAtLogin(on: boolean): void;
  /**
   * Takes a shortcut of the whole desktop, instead of the one before; empty takes none.
   * @returns false where another program holds it, or this desktop has none such
   */
  takeShortcut(accelerator: string, pressed: () => void): boolean;
}

/** Loads and installs updates of the program. */
export interface Updater {
  /** It installs without asking for a password. */
  readonly isSilent: boolean;
  /**
   * Looks for a newer version than this one in a feed, and loads it. Never throws.
   * @param onFound is told the version that is being loaded
   */
  load(feed: string, onFound: (version: string) => void): Promise<LoadedUpdate>;
  /**
   * Installs what was loaded. Never throws.
   * @param may is asked once more before anything is done
   * @returns why not, `later` where it may not be now, null where it is installed, or an installer ends the app
   */
  install(may: () => boolean): Promise<UpdateFault | 'later' | null>;
  /** Ends the app, which starts again as what was installed. */
  restart(): void;
}

/** Everything of the desktop that the app needs. */
export interface Desktop {
  readonly shell: Shell;
  readonly promptWindow: PromptWindow;
  readonly strip: StripWindow;
  readonly power: Power;
  readonly quit: Quit;
  readonly updater: Updater;
  readonly idleSource: Promise<IdleSource>;
  readonly notify: Notify;
  /** Notifications carry buttons here. */
  readonly notificationsAct: boolean;
  /** Notifications are shown at all. */
  readonly notifies: () => boolean;
  readonly computer: Computer;
  readonly locale: SystemLocale;
  readonly copy: (text: string) => void;
  /** Calls `returned` when the network may be back. The returned function is called when `wanted` may have changed. */
  readonly watchNetwork: (wanted: () => boolean, returned: () => void) => () => void;
}
