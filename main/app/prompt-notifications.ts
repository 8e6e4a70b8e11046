import type { MomentsView } from '../../preload/contract.ts';
import type { PromptAnswer } from '../moments/answers.ts';
import type { Moment } from '../moments/pending.ts';
import type { Absence } from '../moments/types.ts';
import type { MomentChoice, NotificationChoice, NotificationSubject } from '../views/notifications.ts';
import type { Say } from './say.ts';

export interface PromptNotificationsParts {
  readonly say: Say;
  /** Answers a question as its window does. @returns false: it could not be, or another one is open by now */
  readonly answer: (momentId: string, answer: PromptAnswer) => boolean;
  /** @returns false: it could not be */
  readonly resume: (visitId: string) => boolean;
  /** Brings up the question that is open, else the popup. */
  readonly bringUp: () => void;
  /** Opens the popup, with the field `Back at` where that is asked for. */
  readonly openPopup: (field: 'back-at' | null) => void;
}

/** The question that is open now, and the visit it is about. */
export interface Asked extends Pick<MomentsView, 'stillPaused'> {
  readonly open: Moment | null;
  readonly workOrderId: number;
  readonly absence: Absence | null;
  readonly visitId: string;
  /** When the visit was paused until today, ms; null: it was not. */
  readonly resume: number | null;
}

function saidOf({ kind }: Moment, { workOrderId, absence }: Asked): NotificationSubject | null {
  if (kind === 'quit') return null;
  if (kind !== 'idle') return { what: kind, workOrderId };
  if (!absence) return null;
  const form = absence.paused ? 'paused' : absence.form;
  return { what: 'idle', workOrderId, form, from: absence.from, to: absence.to };
}

const ANSWERS: readonly string[] = ['keep', 'pause', 'take-back'] satisfies MomentChoice[];
const isAnswer = (choice: NotificationChoice): choice is Exclude<MomentChoice, 'resume'> =>
  ANSWERS.includes(choice);

/** Shows each question of the app once as a desktop notification as well, with its answers as buttons. */
export class PromptNotifications {
  readonly #parts: PromptNotificationsParts;
  readonly #said = new Set<string>();
  #shown: { readonly momentId: string; readonly close: () => void } | null = null;

  constructor(parts: PromptNotificationsParts) {
    this.#parts = parts;
  }

  /** Looks at what is asked now. A question that was answered elsewhere leaves no notification behind. */
  watch(asked: Asked | null): void {
    if (this.#shown && this.#shown.momentId !== asked?.open?.id) {
      this.#shown.close();
      this.#shown = null;
    }
    if (!asked) return;
    const { open, visitId, workOrderId, stillPaused, resume } = asked;
    const { openPopup } = this.#parts;
    if (open) this.#sayQuestion(open, asked);
    if (stillPaused) {
      const since = stillPaused.since.ms;
      this.#once(`paused ${since}`, { what: 'still-paused', workOrderId, since }, () => openPopup('back-at'));
    }
    if (resume !== null)
      this.#once(
        `resume ${resume}`,
        { what: 'resume', workOrderId },
        () => openPopup(null),
        () => this.#parts.resume(visitId) || openPopup(null),
      );
  }

  #sayQuestion(open: Moment, asked: Asked): void {
    const said = saidOf(open, asked);
    if (!said) return;
    const { answer, bringUp } = this.#parts;
    const choose = (choice: NotificationChoice) => {
      if (isAnswer(choice) && !answer(open.id, { type: choice })) bringUp();
    };
    const close = this.#once(open.id, said, bringUp, choose);
    if (close) this.#shown = { momentId: open.id, close };
  }

  #once(
    key: string,
    said: NotificationSubject,
    onClick: () => void,
    onChoice: (choice: NotificationChoice) => unknown = () => undefined,
  ): (() => void) | null {
    if (this.#said.has(key)) return null;
    this.#said.add(key);
    return this.#parts.say(said, onClick, (choice) => void onChoice(choice));
  }
}
