/** The desktop's registry of shortcuts, as Electron has it. */
export interface ShortcutRegistry {
  /** @returns false where another program holds it. @throws where the text is no shortcut */
  register(accelerator: string, pressed: () => void): boolean;
  unregister(accelerator: string): void;
}

/** The one shortcut of the whole desktop that the app holds, or none. */
export class Shortcut {
  readonly #registry: ShortcutRegistry;
  #taken = '';

  constructor(registry: ShortcutRegistry) {
    this.#registry = registry;
  }

  /**
   * Takes a shortcut instead of the one before; empty takes none.
   * @returns false where another program holds it, or this desktop has none such
   */
  take(accelerator: string, pressed: () => void): boolean {
    if (this.#taken !== '') this.#registry.unregister(this.#taken);
    this.#taken = '';
    if (accelerator === '') return true;
    try {
      if (!this.#registry.register(accelerator, pressed)) return false;
    } catch {
      // A text that is no shortcut.
      return false;
    }
    this.#taken = accelerator;
    return true;
  }
}
