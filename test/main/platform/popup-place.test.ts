import { beforeEach, describe, expect, test, vi } from 'vitest';
import { PopupPlace } from '../../../main/platform/popup-place.ts';
import { trayView } from '../../../main/views/tray.ts';
import { WORDS } from '../../../words/index.ts';

const VIEW = trayView(WORDS.en, null, false, 0);

/** A desktop that a test gives a tray; it notes what is shown. */
class FakeDesktop {
  readonly tray = Promise.withResolvers<boolean>();
  readonly trayComes = this.tray.promise;
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
  place = new PopupPlace(desktop);
});

describe('with a tray', () => {
  test('nothing opens at the start; the popup opens below the icon', async () => {
    desktop.tray.resolve(true);
    await place.start(VIEW);
    expect([place.inTray, desktop.shown]).toEqual([true, [`icon ${VIEW.tooltip}`]]);
    await place.open();
    expect(desktop.shown.at(-1)).toBe('popup');
  });

  test('what a link asked for before it was known opens then', async () => {
    await place.open();
    desktop.tray.resolve(true);
    await place.start(VIEW);
    expect(desktop.shown.at(-1)).toBe('popup');
  });

  test('a click is a sign of use', async () => {
    const clicked = vi.fn();
    place.onClick(clicked);
    desktop.tray.resolve(true);
    await place.start(VIEW);
    desktop.click();
    expect(clicked).toHaveBeenCalledOnce();
    // The popup itself answers the click.
    expect(desktop.shown).toEqual([`icon ${VIEW.tooltip}`]);
  });
});

describe('without a tray', () => {
  test('the popup opens as a window at the start, and a shortcut puts it aside', async () => {
    desktop.tray.resolve(false);
    await place.start(VIEW);
    expect([place.inTray, desktop.shown]).toEqual([false, ['window']]);
    place.toggle();
    expect(desktop.shown.at(-1)).toBe('window put aside');
  });

  test('one that comes later has the icon as it is by then; the window stays until it is closed', async () => {
    vi.useFakeTimers();
    const started = place.start(VIEW);
    await vi.advanceTimersByTimeAsync(5_000);
    await started;
    place.show({ ...VIEW, tooltip: 'OnSite – Paused' });
    desktop.tray.resolve(true);
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

test('a tray that is shown before the start waits for it', () => {
  place.show(VIEW);
  expect([place.view, desktop.shown]).toEqual([null, []]);
});
