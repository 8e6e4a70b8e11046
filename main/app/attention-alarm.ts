import type { Snapshot } from '../../preload/contract.ts';
import type { NotificationChoice, NotificationSubject } from '../views/notifications.ts';

/** Says once of each report that it needs a person, while no window of ours shows it already. */
export class AttentionAlarm {
  readonly #say: (said: NotificationSubject, onChoice: (choice: NotificationChoice) => void) => void;
  readonly #isLookedAt: () => boolean;
  readonly #open: () => void;
  readonly #known = new Set<string>();

  /**
   * @param isLookedAt one of our windows has the focus
   * @param open brings up what it is about
   */
  constructor(
    say: (said: NotificationSubject, onChoice: (choice: NotificationChoice) => void) => void,
    isLookedAt: () => boolean,
    open: () => void,
  ) {
    this.#say = say;
    this.#isLookedAt = isLookedAt;
    this.#open = open;
  }

  /** Looks at what is shown now. */
  watch({ problems }: Pick<Snapshot, 'problems'>): void {
    const asked = problems.filter(({ state }) => state === 'refused' || state === 'unconfirmed');
    const news = asked.filter(({ reportId, state }) => !this.#known.has(`${reportId} ${state}`));
    for (const { reportId, state } of news) this.#known.add(`${reportId} ${state}`);
    // Sent again and refused again, it is news again.
    for (const key of this.#known)
      if (!asked.some(({ reportId, state }) => key === `${reportId} ${state}`)) this.#known.delete(key);
    const [first] = news;
    if (!first || this.#isLookedAt()) return;
    this.#say({ what: 'attention', workOrderId: first.workOrderId, count: news.length }, this.#open);
  }
}
