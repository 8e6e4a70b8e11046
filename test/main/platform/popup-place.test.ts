import { beforeEach, describe, expect, test, vi } from 'vitest';
import { PopupPlace } from '../../../main/platform/popup-place.ts';
import { trayView } from '../../../main/views/tray.ts';
import { WORDS } from '../../../words/index.ts';

const VIEW = trayView(WORDS.en, null, false, 0);

/** A desktop that a test gives a tray; it notes what is shown. */
class FakeDesktop {
  readonly panel = {
    isThere: Promise.withResolvers<boolean>(),
    comes: Promise.withResolvers<boolean>(),
    taken: Promise.resolve(),
  };
  readonly tray = {
    isThere: this.panel.isThere.promise,
    comes: this.panel.comes.promise,
    taken: () => this.panel.taken,
  };
  readonly shown: string[] = [];
  readonly #clicks = new Set<() => void>();
  #closed: (() => void) | null = null;
  isOpen = false;

  readonly icon = ({ tooltip }: { readonly tooltip: string }) => {
    this.shown.push(`icon ${tooltip}`);
    return {
      show: (view: { readonly tooltip: string }) => void this.shown.push(`icon ${view.tooltip}`),
      onClick: (listener: () => void) => {
        this.#clicks.add(listener);
        return () => this.#clicks.delete(listener);
      },
      popup: () => ({
        isShown: false,
        show: async () => void this.shown.push('popup'),
        hide: () => void this.shown.push('hidden'),
      }),
    };
  };

  readonly window = {
    isShown: false,
    show: async () => {
      this.isOpen = true;
      this.window.isShown = true;
      this.shown.push('window');
    },
    hide: () => void this.shown.push('window put aside'),
    whenClosed: (then: () => void) => {
      if (this.isOpen) this.#closed = then;
      else then();
    },
  };

  /** A tray that takes icons from the beginning. */
  hasTray(): void {
    this.panel.isThere.resolve(true);
    this.panel.comes.resolve(true);
  }

  click(): void {
    for (const listener of [...this.#clicks]) listener();
  }

  closeWindow(): void {
    this.isOpen = false;
    this.#closed?.();
  }
}

let desktop: FakeDesktop;
let place: PopupPlace;
beforeEach(() => {
  desktop = new FakeDesktop();
  place = new PopupPlace(desktop, VIEW);
});

describe('with a tray', () => {
  test('nothing opens at the start; the popup opens below the icon', async () => {
    desktop.hasTray();
    await place.appear();
    await place.start();
    expect([place.inTray, desktop.shown]).toEqual([true, [`icon ${VIEW.tooltip}`]]);
    await place.open();
    expect(desktop.shown.at(-1)).toBe('popup');
  });

  test('it has appeared when the panel has taken it, and not before', async () => {
    const { promise: taken, resolve: take } = Promise.withResolvers<void>();
    desktop.panel.taken = taken;
    desktop.hasTray();
    let hasAppeared = false;
    const appeared = place.appear().then(() => {
      hasAppeared = true;
    });
    await vi.waitFor(() => expect(desktop.shown).toEqual([`icon ${VIEW.tooltip}`]));
    expect(hasAppeared).toBe(false);
    take();
    await appeared;
  });

  test('what a link asked for before it was known opens then', async () => {
    await place.open();
    desktop.hasTray();
    await place.appear();
    await place.start();
    expect(desktop.shown.at(-1)).toBe('popup');
  });

  test('a click is a sign of use', async () => {
    const clicked = vi.fn();
    place.onClick(clicked);
    desktop.hasTray();
    await place.appear();
    await place.start();
    desktop.click();
    expect(clicked).toHaveBeenCalledOnce();
    // The popup itself answers the click.
    expect(desktop.shown).toEqual([`icon ${VIEW.tooltip}`]);
  });

  test('a click before the start is answered by it, once', async () => {
    desktop.hasTray();
    await place.appear();
    desktop.click();
    expect(desktop.shown).toEqual([`icon ${VIEW.tooltip}`]);
    await place.start();
    expect(desktop.shown).toEqual([`icon ${VIEW.tooltip}`, 'popup']);
  });

  test('one that comes while a login goes on has its icon at the start', async () => {
    desktop.panel.isThere.resolve(false);
    await place.appear();
    expect(desktop.shown).toEqual([]);
    desktop.panel.comes.resolve(true);
    await place.start();
    expect(desktop.shown).toEqual([`icon ${VIEW.tooltip}`]);
  });
});

describe('without a tray', () => {
  test('the popup opens as a window at the start, and a shortcut puts it aside', async () => {
    desktop.panel.comes.resolve(false);
    await place.start();
    expect([place.inTray, desktop.shown]).toEqual([false, ['window']]);
    place.toggle();
    expect(desktop.shown.at(-1)).toBe('window put aside');
  });

  test('one that comes later has the icon as it is by then; the window stays until it is closed', async () => {
    vi.useFakeTimers();
    const started = place.start();
    await vi.advanceTimersByTimeAsync(5_000);
    await started;
    place.show({ ...VIEW, tooltip: 'OnSite – Paused' });
    desktop.panel.comes.resolve(true);
    await vi.advanceTimersByTimeAsync(0);
    vi.useRealTimers();
    expect(desktop.shown).toEqual(['window', 'icon OnSite – Paused']);
    desktop.click();
    expect(desktop.shown.at(-1)).toBe('window');
    desktop.closeWindow();
    await place.open();
    expect(desktop.shown.at(-1)).toBe('popup');
  });
});

test('what is shown before there is a tray is what its icon begins with', async () => {
  place.show({ ...VIEW, tooltip: 'OnSite – Paused' });
  desktop.hasTray();
  await place.appear();
  expect([place.view.tooltip, desktop.shown]).toEqual(['OnSite – Paused', ['icon OnSite – Paused']]);
});
