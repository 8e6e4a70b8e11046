import type { Session } from '../account/session.ts';
import { timeOfDay } from '../local-time.ts';
import type { ServerClock } from '../servicechannel/clock.ts';
import { notify } from '../shell/notification.ts';
import type { Storage } from '../storage/storage.ts';
import { wordsOf } from '../views/notifications.ts';
import { locale } from '../views/snapshot.ts';
import type { Visit } from '../visit/types.ts';
import type { Visits } from '../visits.ts';
import { momentSettings } from './computer-question.ts';
import type { AskingParts } from './prompts.ts';

/** The parts behind; asked for when they are needed. */
interface Sources {
  readonly storage: Storage;
  readonly clock: ServerClock;
  readonly session: Session;
  readonly visits: Visits;
  readonly mine: () => readonly Visit[];
}

/** What asking by itself needs of the app. */
export function askingParts(
  sources: () => Sources,
  beside: Pick<AskingParts, 'onChange' | 'openPopup'>,
): AskingParts {
  const facts = () => sources().storage.facts;
  const settings = () => sources().storage.settings;
  return {
    ...beside,
    keeper: { get: (...of) => facts().get(...of), set: (...of) => facts().set(...of) },
    settings: () => momentSettings(settings()),
    now: () => sources().clock.now(),
    visits: () => sources().mine(),
    perform: (command) => sources().visits.do(command),
    sender: () => sources().session.sender,
    say: (said, onClick) => {
      if (!settings().get('notifications')) return;
      const { title, body } = wordsOf(said, (ms) => timeOfDay(ms, locale()));
      notify(title, body, onClick);
    },
  };
}
