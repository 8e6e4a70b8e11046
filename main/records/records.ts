import type { Snapshot } from '../../preload/contract.ts';
import type { Session } from '../account/session.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { WorkActivity } from '../servicechannel/client.ts';
import type { ServerClock } from '../servicechannel/clock.ts';
import type { WorkOrders } from '../storage/work-orders.ts';
import type { Outcome } from '../visit/commands.ts';
import type { Visit } from '../visit/types.ts';
import type { Visits } from '../visits.ts';
import { Elsewhere } from './elsewhere.ts';
import { Receipts } from './receipts.ts';

/** The parts behind; asked for when they are needed. */
export interface RecordSources {
  readonly session: Session;
  readonly visits: Visits;
  readonly outbox: Outbox;
  readonly clock: ServerClock;
  readonly mine: () => readonly Visit[];
  readonly storage: { readonly workOrders: WorkOrders };
}

/** What ServiceChannel holds beside what was reported from here: check-ins made elsewhere, and receipts. */
export class Records {
  readonly elsewhere: Elsewhere;
  readonly receipts: Receipts;
  readonly #sources: () => RecordSources;

  constructor(sources: () => RecordSources, onChange: () => void) {
    this.#sources = sources;
    this.elsewhere = new Elsewhere({
      now: () => sources().clock.now(),
      visits: () => sources().mine(),
      workTypes: (workOrderId) => {
        const { session, storage } = sources();
        const server = session.person?.apiUrl;
        return (server && storage.workOrders.known(server, workOrderId)?.workTypes) || [];
      },
      onChange,
    });
    this.receipts = new Receipts({
      state: () => sources().visits.state,
      sender: () => sources().session.sender,
      isRush: () => sources().outbox.isRush,
      onChange,
    });
  }

  get view(): Pick<Snapshot, 'elsewhere' | 'receipt'> {
    return { elsewhere: this.elsewhere.views, receipt: this.receipts.last };
  }

  /** Somebody has just signed in: were they checked in somewhere else? */
  signedIn(): void {
    const { sender } = this.#sources().session;
    this.elsewhere.forget();
    if (sender) void this.elsewhere.ask(sender);
  }

  /** An outcome is on the record. */
  heed(outcome: Outcome): void {
    if (outcome.type === 'recorded') this.receipts.heed(outcome.reportId);
  }

  /** The activities of a work order were read, for whatever reason. */
  heard(workOrderId: number, activities: readonly WorkActivity[]): void {
    const { person } = this.#sources().session;
    if (person) this.elsewhere.heard(workOrderId, activities, person.userId);
  }
}
